import { didYouMean } from '../nearest.js';
import type { OptionSchema, Rule } from '../rule.js';

/** The part of JSON Schema that options may use. */
interface Schema {
  type?: string;
  enum?: readonly unknown[];
  minimum?: number;
  maximum?: number;
  pattern?: string;
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: boolean | Schema;
  required?: readonly string[];
}

/** Options that do not fit the rule: one plain sentence that says where and what was expected. */
export class OptionsError extends Error {
  override name = 'OptionsError';
}

const noun: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  string: 'a text',
  array: 'a list',
  object: 'an object',
};

/** The defaults of a rule's options. */
export function defaultOptions(rule: Rule): Readonly<Record<string, unknown>> {
  if (rule.defaults !== undefined) return rule.defaults;
  const defaults: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(rule.meta.options ?? {})) defaults[name] = schema.default;
  return defaults;
}

/** The options that a preset gives a rule. Those of an indexed rule were checked when the index was made. */
export function presetOptions(
  rule: Rule,
  given: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, unknown>> {
  return rule.defaults === undefined ? resolveOptions(rule, given) : { ...rule.defaults, ...given };
}

/**
 * Checks options against the rule's schema and fills in the defaults.
 *
 * @param rule the rule that the options are for
 * @param given what a configuration, a preset or the command line says
 * @throws OptionsError for the first thing that does not fit
 */
export function resolveOptions(rule: Rule, given: unknown): Readonly<Record<string, unknown>> {
  if (given === undefined) return defaultOptions(rule);
  if (!isObject(given)) throw new OptionsError(`The options of ${rule.id} must be an object, not ${show(given)}.`);
  const schemas: Readonly<Record<string, OptionSchema>> = rule.meta.options ?? {};
  for (const [name, value] of Object.entries(given)) {
    const schema = schemas[name];
    if (schema === undefined) throw new OptionsError(unknownOption(rule, name));
    const complaint = complain(value, schema as Schema, name);
    if (complaint !== undefined) throw new OptionsError(`${rule.id}: ${complaint}`);
  }
  return { ...defaultOptions(rule), ...given };
}

function unknownOption(rule: Rule, name: string): string {
  const names = Object.keys(rule.meta.options ?? {});
  if (names.length === 0) return `${rule.id} has no options, so it cannot take “${name}”.`;
  return `${rule.id} has no option “${name}”; its options are ${names.join(', ')}.${didYouMean(name, names)}`;
}

/** What is wrong with a value, or undefined where it fits. */
function complain(value: unknown, schema: Schema, at: string): string | undefined {
  if (schema.type !== undefined && !hasType(value, schema.type)) {
    return `the option ${at} must be ${noun[schema.type] ?? schema.type}, not ${show(value)}.`;
  }
  if (schema.enum !== undefined && !schema.enum.includes(value)) {
    const guess = typeof value === 'string' ? didYouMean(value, schema.enum.map(String)) : '';
    return `the option ${at} must be one of ${schema.enum.map(show).join(', ')}, not ${show(value)}.${guess}`;
  }
  if (typeof value === 'number') {
    if (schema.minimum !== undefined && value < schema.minimum)
      return `the option ${at} must be at least ${schema.minimum}, not ${value}.`;
    if (schema.maximum !== undefined && value > schema.maximum)
      return `the option ${at} must be at most ${schema.maximum}, not ${value}.`;
  }
  if (typeof value === 'string' && schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) {
    return `the option ${at} must match ${schema.pattern}, and ${show(value)} does not.`;
  }
  if (Array.isArray(value)) return complainOfItems(value, schema, at);
  if (isObject(value)) return complainOfProperties(value, schema, at);
  return undefined;
}

function complainOfItems(value: readonly unknown[], schema: Schema, at: string): string | undefined {
  if (schema.items === undefined) return undefined;
  for (const [index, item] of value.entries()) {
    const complaint = complain(item, schema.items, `${at}[${index}]`);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}

function complainOfProperties(value: Record<string, unknown>, schema: Schema, at: string): string | undefined {
  const known = schema.properties ?? {};
  for (const name of schema.required ?? []) {
    if (!(name in value)) return `the option ${at} lacks “${name}”.`;
  }
  for (const [name, item] of Object.entries(value)) {
    const inner = known[name] ?? schema.additionalProperties;
    if (inner === false || (inner === undefined && schema.properties !== undefined)) {
      return `the option ${at} has no “${name}”.${didYouMean(name, Object.keys(known))}`;
    }
    if (inner === undefined || inner === true) continue;
    const complaint = complain(item, inner, `${at}.${name}`);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
