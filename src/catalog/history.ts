import type { Major } from './majors.js';
import { aliasTarget, parameterRecord } from './parameters.js';
import { lowerCaseAscii, type ParameterRecord } from './records.js';
import { type RemovedName, removedNames } from './removed.js';
import type { ParameterHistory } from './types.js';

export { successorOf } from './removed.js';

/** A fact of a parameter that a major changed: `default` of jit from `off` to `on` in 12. */
export interface ParameterChange {
  major: Major;
  field: 'type' | 'context' | 'unit' | 'min' | 'max' | 'values' | 'hiddenValues' | 'default' | 'category';
  before: unknown;
  after: unknown;
}

/**
 * What became of a name: known by some major of the catalogue, or dropped by an earlier release.
 *
 * @param name in any letter case; parameters of libraries have no history here
 * @returns undefined for a name of which nothing is known
 */
export function historyOf(name: string): ParameterHistory | undefined {
  const lower = lowerCaseAscii(name);
  const record = parameterRecord(lower);
  const removed = removedNames.get(lower);
  const target = aliasTarget(lower);
  if (target) return historyOfAlias(record?.name ?? lower, target, removed);
  if (!record && !removed) return undefined;
  const history: ParameterHistory = {
    name: record?.name ?? lower,
    since: record?.since as Major | undefined,
    until: record?.until as Major | undefined,
    replacedBy: removed?.replacedBy,
    advice: removed?.advice,
  };
  const removedIn = record?.until ? String(record.until + 1) : removed?.removedIn;
  if (removedIn) history.removedIn = removedIn;
  if (removed?.recoveryFile) history.recoveryFile = true;
  return history;
}

function historyOfAlias(name: string, target: string, removed: RemovedName | undefined): ParameterHistory {
  const advice = removed?.advice ?? `${name} is an old name that servers still take for ${target}; write ${target}.`;
  return { name, since: 10, until: undefined, replacedBy: target, advice };
}

/**
 * What the majors changed about a parameter between its first and its last one, in order.
 *
 * @param name in any letter case
 */
export function changesOf(name: string): ParameterChange[] {
  const record = parameterRecord(name);
  if (!record?.changes) return [];
  const current: Partial<Record<string, unknown>> = { ...(record satisfies ParameterRecord) };
  const changes: ParameterChange[] = [];
  for (const [major, fields] of Object.entries(record.changes)) {
    for (const [field, after] of Object.entries(fields)) {
      const before = current[field];
      current[field] = after ?? undefined;
      changes.push({
        major: Number(major) as Major,
        field: field as ParameterChange['field'],
        before,
        after: after ?? undefined,
      });
    }
  }
  return changes;
}
