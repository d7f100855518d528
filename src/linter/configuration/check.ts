import { didYouMean } from '../nearest.js';
import type { ConfigSchema } from './schema.js';

/** What does not fit, and where: the keys that lead to it. */
export interface Complaint {
  keys: (string | number)[];
  /** A sentence. */
  message: string;
}

const nouns: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
};

/**
 * Holds a value against a schema.
 *
 * @returns the first thing that does not fit, or undefined
 */
export function check(value: unknown, schema: ConfigSchema, keys: (string | number)[] = []): Complaint | undefined {
  if (schema.anyOf !== undefined) return checkAny(value, schema.anyOf, keys);
  if (schema.enum !== undefined && !schema.enum.includes(value)) {
    const guess = typeof value === 'string' ? didYouMean(value, schema.enum.map(String)) : '';
    return complain(keys, `must be ${expected(schema)}, not ${show(value)}.${guess}`);
  }
  if (schema.type !== undefined && typeOf(value) !== schema.type) {
    return complain(keys, `must be ${expected(schema)}, not ${show(value)}.`);
  }
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0)) return complain(keys, 'must not be empty.');
    const { items } = schema;
    if (items === undefined || Array.isArray(items)) return undefined;
    return first(value, (item, index) => check(item, items as ConfigSchema, [...keys, index]));
  }
  return isObject(value) ? checkProperties(value, schema, keys) : undefined;
}

function checkProperties(value: Record<string, unknown>, schema: ConfigSchema, keys: (string | number)[]) {
  const known = schema.properties ?? {};
  const lacking = (schema.required ?? []).find((name) => !(name in value));
  if (lacking !== undefined) return complain(keys, `lacks “${lacking}”.`);
  return first(Object.entries(value), ([name, inner]) => {
    const property = Object.hasOwn(known, name) ? known[name]! : schema.additionalProperties;
    if (property === false) {
      const names = Object.keys(known);
      return complain([...keys, name], `is not known; here may stand ${names.join(', ')}.${didYouMean(name, names)}`);
    }
    // Rules are read by what knows them: its messages say more.
    if (property === undefined || property === true || keys.at(-1) === 'rules') return undefined;
    return check(inner, property, [...keys, name]);
  });
}

function checkAny(value: unknown, schemas: readonly ConfigSchema[], keys: (string | number)[]): Complaint | undefined {
  const complaints = schemas.map((schema) => check(value, schema, keys));
  if (complaints.includes(undefined)) return undefined;
  // What has the right type and is wrong inside says more than that another type was possible.
  const inner = complaints.find((complaint) => complaint!.keys.length > keys.length);
  if (inner !== undefined) return inner;
  const guess = complaints.map((complaint) => / Did you mean .*$/.exec(complaint!.message)?.[0]).find(Boolean) ?? '';
  return complain(keys, `must be ${schemas.map(expected).join(' or ')}, not ${show(value)}.${guess}`);
}

function expected(schema: ConfigSchema): string {
  if (schema.enum !== undefined)
    return `one of ${schema.enum
      .filter((one) => typeof one !== 'string' || !/^\d/.test(one))
      .map(String)
      .join(', ')}`;
  const noun = nouns[schema.type ?? ''] ?? 'something else';
  const items = schema.items as ConfigSchema | undefined;
  if (schema.type !== 'array' || items?.type !== 'string') return noun;
  return 'a list of texts';
}

function complain(keys: (string | number)[], rest: string): Complaint {
  const name = keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
  return { keys, message: `${name === '' ? 'The configuration' : `“${name}”`} ${rest}` };
}

function first<T>(items: readonly T[], test: (item: T, index: number) => Complaint | undefined): Complaint | undefined {
  for (const [index, item] of items.entries()) {
    const complaint = test(item, index);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (value === null) return 'null';
  return typeof value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeOf(value) === 'object';
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
