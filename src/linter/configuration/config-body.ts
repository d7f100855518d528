import { type Major, parseTarget, type WrittenTarget } from '../../catalog/majors.js';
import { type ConfigBody, listOf, type MajorEntry } from './config-file.js';

/** The rules of a body with its three short forms spelled out. */
export function rulesOf({
  rules,
  reportUnusedSuppressions,
  requireReasons,
  policies,
}: ConfigBody): Record<string, unknown> {
  const spelled: Record<string, unknown> = {};
  if (reportUnusedSuppressions !== undefined) spelled['suppressions/unused'] = entryOf(reportUnusedSuppressions);
  if (requireReasons !== undefined) spelled['suppressions/require-reason'] = entryOf(requireReasons);
  if (policies !== undefined) spelled['cluster/policy'] = ['on', policies];
  return { ...spelled, ...rules };
}

function entryOf(value: boolean | string): string {
  if (typeof value === 'string') return value;
  return value ? 'on' : 'off';
}

/** The majors that a configuration names, oldest first; undefined where it names none. */
export function majorsOf(entry: MajorEntry | readonly MajorEntry[] | undefined): Major[] | undefined {
  if (entry === undefined) return undefined;
  return [...new Set(writtenTargets(entry).map(({ major }) => major))].sort((a, b) => a - b);
}

/** The same as written, with the minors. */
export function writtenTargets(entry: MajorEntry | readonly MajorEntry[]): WrittenTarget[] {
  return listOf(entry)
    .map((one) => parseTarget(String(one)))
    .filter((target) => target !== undefined);
}
