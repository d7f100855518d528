import { isObject } from '../is-object.js';
import type { Rule } from '../rule.js';

/**
 * The rules that a plugin's module brings: its `rules`, or those of its default export, as a list or by name.
 *
 * @param module what importing it gave
 * @param name the plugin as the configuration names it
 * @param known the rules that are there already
 * @returns a sentence where it brings none that can be used
 */
export function pluginRules(module: unknown, name: string, known: readonly Rule[]): readonly Rule[] | string {
  const plugin = isObject(module) && isObject(module['default']) ? module['default'] : module;
  const rules = isObject(plugin) ? plugin['rules'] : undefined;
  const list = Array.isArray(rules) ? rules : isObject(rules) ? Object.values(rules) : undefined;
  if (list === undefined) return `The plugin ${name} must export “rules”, a list of what defineRule gives.`;
  const taken = new Set(known.map((rule) => rule.id));
  for (const [index, rule] of list.entries()) {
    const complaint = complain(rule, taken);
    if (complaint !== undefined) return `The plugin ${name}: rule ${idOf(rule) ?? index + 1} ${complaint}`;
    taken.add((rule as Rule).id);
  }
  return list as Rule[];
}

function complain(rule: unknown, taken: ReadonlySet<string>): string | undefined {
  const id = idOf(rule);
  if (!isObject(rule) || id === undefined) return 'has no “id”.';
  if (!/^[a-z0-9-]+(?:\/[a-z0-9-]+)+$/.test(id)) return 'must have an id such as my-team/no-superuser.';
  if (taken.has(id)) return 'has the id of a rule that is already there.';
  if (!isObject(rule['meta']) || !isObject(rule['meta']['messages'])) return 'has no “meta” with “messages”.';
  return typeof rule['create'] === 'function' ? undefined : 'has no function “create”.';
}

function idOf(rule: unknown): string | undefined {
  return isObject(rule) && typeof rule['id'] === 'string' ? rule['id'] : undefined;
}
