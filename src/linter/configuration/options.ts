import { isObject } from '../is-object.js';
import { didYouMean } from '../nearest.js';
import type { Rule } from '../rule.js';
import { findMisfit, keysText } from './check.js';

/** Options that do not fit the rule: one plain sentence that says where and what was expected. */
export class OptionsError extends Error {
  override name = 'OptionsError';
}

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
  if (!isObject(given)) {
    throw new OptionsError(`The options of ${rule.id} must be an object, not ${JSON.stringify(given)}.`);
  }
  const properties = rule.meta.options ?? {};
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(properties, name));
  if (unknown !== undefined) throw new OptionsError(unknownOption(rule, unknown));
  const misfit = findMisfit(given, { type: 'object', properties });
  if (misfit !== undefined) {
    throw new OptionsError(`${rule.id}: the option ${keysText(misfit.keys)} ${misfit.says}`);
  }
  const options = { ...defaultOptions(rule), ...given };
  const fault = rule.meta.check?.(options);
  if (fault !== undefined) throw new OptionsError(`${rule.id}: ${keysText([...fault.keys])}: ${fault.says}`);
  return options;
}

function unknownOption(rule: Rule, name: string): string {
  const names = Object.keys(rule.meta.options ?? {});
  if (names.length === 0) return `${rule.id} has no options, so it cannot take “${name}”.`;
  return `${rule.id} has no option “${name}”; its options are ${names.join(', ')}.${didYouMean(name, names)}`;
}
