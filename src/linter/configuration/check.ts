/** Whether a value fits a schema: the one walker for configurations and for the options of rules. */
import { isObject } from '../is-object.js';
import type { JsonSchema } from '../json-schema.js';
import { didYouMean } from '../nearest.js';

/** What does not fit, and where: the keys that lead to it. */
export interface Misfit {
  keys: (string | number)[];
  /** What is wrong, as the end of a sentence that begins with the name of the value. */
  says: string;
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
 * Holds a value against a schema. Properties that the schema does not list are refused unless it allows others.
 *
 * @returns the first thing that does not fit, or undefined
 */
export function findMisfit(value: unknown, schema: JsonSchema, keys: (string | number)[] = []): Misfit | undefined {
  if (schema.anyOf !== undefined) return checkAny(value, schema.anyOf, keys);
  if (schema.type !== undefined && !hasType(value, schema.type)) {
    return { keys, says: `must be ${expected(schema)}, not ${show(value)}.` };
  }
  if (schema.enum !== undefined && !schema.enum.includes(value)) {
    const guess = typeof value === 'string' ? didYouMean(value, schema.enum.map(String)) : '';
    return { keys, says: `must be ${expected(schema)}, not ${show(value)}.${guess}` };
  }
  if (typeof value === 'number') return checkNumber(value, schema, keys);
  if (typeof value === 'string') return checkText(value, schema, keys);
  if (Array.isArray(value)) return checkItems(value, schema, keys);
  return isObject(value) ? checkProperties(value, schema, keys) : undefined;
}

function checkNumber(value: number, { minimum, maximum }: JsonSchema, keys: (string | number)[]): Misfit | undefined {
  if (minimum !== undefined && value < minimum) return { keys, says: `must be at least ${minimum}, not ${value}.` };
  if (maximum !== undefined && value > maximum) return { keys, says: `must be at most ${maximum}, not ${value}.` };
  return undefined;
}

function checkText(value: string, { pattern }: JsonSchema, keys: (string | number)[]): Misfit | undefined {
  if (pattern === undefined || new RegExp(pattern, 'u').test(value)) return undefined;
  return { keys, says: `must match ${pattern}, and ${show(value)} does not.` };
}

function checkItems(value: readonly unknown[], schema: JsonSchema, keys: (string | number)[]): Misfit | undefined {
  if (value.length < (schema.minItems ?? 0)) return { keys, says: 'must not be empty.' };
  const { items } = schema;
  if (items === undefined || isList(items)) return undefined;
  return first(value, (item, index) => findMisfit(item, items, [...keys, index]));
}

function checkProperties(
  value: Readonly<Record<string, unknown>>,
  { properties, additionalProperties = properties === undefined, required = [] }: JsonSchema,
  keys: (string | number)[],
): Misfit | undefined {
  const lacking = required.find((name) => !(name in value));
  if (lacking !== undefined) return { keys, says: `lacks “${lacking}”.` };
  return first(Object.entries(value), ([name, inner]) => {
    const known = properties ?? {};
    const property = Object.hasOwn(known, name) ? known[name]! : additionalProperties;
    if (property === true) return undefined;
    if (property !== false) return findMisfit(inner, property, [...keys, name]);
    const names = Object.keys(known);
    const says = `is not known. Allowed here: ${names.join(', ')}.${didYouMean(name, names)}`;
    return { keys: [...keys, name], says };
  });
}

function checkAny(value: unknown, schemas: readonly JsonSchema[], keys: (string | number)[]): Misfit | undefined {
  const misfits = schemas.map((schema) => findMisfit(value, schema, keys));
  if (misfits.includes(undefined)) return undefined;
  // What has the right type and is wrong inside says more than that another type was possible.
  const inner = misfits.find((misfit) => misfit!.keys.length > keys.length);
  if (inner !== undefined) return inner;
  const guess = misfits.map((misfit) => / Did you mean .*$/.exec(misfit!.says)?.[0]).find(Boolean) ?? '';
  return { keys, says: `must be ${schemas.map(expected).join(' or ')}, not ${show(value)}.${guess}` };
}

function expected(schema: JsonSchema): string {
  if (schema.title !== undefined && schema.pattern !== undefined) return schema.title;
  if (schema.enum !== undefined) {
    // Numbers may be written as texts; to name both would say the same twice.
    const values = schema.enum.filter((one) => typeof one !== 'string' || !/^\d/.test(one));
    return `one of ${values.map(String).join(', ')}`;
  }
  const { items, type = '' } = schema;
  if (type !== 'array' || items === undefined || isList(items) || items.type !== 'string') {
    return nouns[type] ?? 'something else';
  }
  return 'a list of texts';
}

/** The keys that lead to a value, as people write them: `overrides[0].files`. */
export function keysText(keys: readonly (string | number)[]): string {
  return keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${shortened(key)}`))
    .join('')
    .replace(/^\./, '');
}

function first<T>(items: readonly T[], test: (item: T, index: number) => Misfit | undefined): Misfit | undefined {
  for (const [index, item] of items.entries()) {
    const misfit = test(item, index);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

function hasType(value: unknown, type: NonNullable<JsonSchema['type']>): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function isList(items: JsonSchema | readonly JsonSchema[]): items is readonly JsonSchema[] {
  return Array.isArray(items);
}

function show(value: unknown): string {
  return shortened(JSON.stringify(value) ?? String(value));
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
