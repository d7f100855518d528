/** Rules that are a table: parameters whose default is the right value for a server, and what another one does. */
import type { Cluster } from '../../cluster/types.js';
import type { RuleContext } from '../../linter/rule.js';
import { removeSetting, setSetting } from '../edits/settings.js';
import { valuePlace } from './setting-places.js';
import { valueInForce } from './settings.js';

/** One parameter of such a table. */
export interface UnwantedSetting {
  name: string;
  /** The values that are right, as valueInForce gives them; the first is the default. */
  good: readonly (boolean | number | string)[];
  /** What any other value does, as the end of a sentence. */
  effect: string;
}

/**
 * Reports each parameter of a table that a file puts in force with another value than a right one, under the message
 * `unwanted` with `{name}`, `{value}`, `{effect}` and `{good}`. The fix removes the line, or writes the default where
 * an earlier line would come into force.
 *
 * @param as whether that is a fix, or a suggestion because programs may rely on the value
 */
export function reportUnwanted(
  context: RuleContext,
  table: readonly UnwantedSetting[],
  as: 'safe' | 'suggestion' = 'safe',
): void {
  const { cluster, report } = context;
  for (const { name, good, effect } of table) {
    const { entry, value } = cluster.configuration.get(name);
    if (entry === undefined) continue;
    const found = valueInForce(cluster, name);
    if (found === undefined || good.includes(found)) continue;
    const right = showValue(good[0]!);
    const edits = removal(cluster, name, right);
    const title = `Put ${name} back to its default, ${right}`;
    report({
      messageId: 'unwanted',
      parts: [name],
      data: { name, value: value ?? '', effect, good: right },
      at: valuePlace(entry),
      ...(edits === undefined
        ? {}
        : as === 'safe'
          ? { fix: { title, safety: 'safe', changes: [name], edits } }
          : { suggestions: [{ title, edits }] }),
    });
  }
}

function removal(cluster: Cluster, name: string, right: string) {
  const { entry, overridden } = cluster.configuration.get(name);
  if (entry === undefined) return undefined;
  return overridden.length === 0 ? removeSetting(cluster, entry) : setSetting(cluster, name, right);
}

function showValue(value: boolean | number | string): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return value === '' ? "''" : String(value);
}
