import { readFileSync } from 'node:fs';
import type { Installation } from '../../test/servers/installations.js';
import type { Observation } from './merge.js';

/** The releases of each major that a server here has ever called itself, oldest first: `15` → `15.18`, `15.20`. */
export type Releases = Record<string, string[]>;

/** The releases that earlier runs have seen, and those of this machine. */
export function seenReleases(installations: readonly Installation[]): Releases {
  const url = new URL('facts/releases.json', import.meta.url);
  const seen = JSON.parse(readFileSync(url, 'utf8')) as Releases;
  for (const { major, version } of installations) {
    const known = seen[major] ?? [];
    if (!known.includes(version)) seen[major] = [...known, version].sort((a, b) => minorOf(a) - minorOf(b));
  }
  return seen;
}

/** A line a major: its number, how many parameters its servers show, the releases that were observed. */
export function observedLines(releases: Releases, core: readonly Observation[]): string[] {
  return Object.entries(releases).map(([major, versions]) => {
    const shown = core.filter((one) => one.major === Number(major) && !one.hidden && one.needsBuild === undefined);
    return `${major}\t${shown.length}\t${versions.join(' ')}`;
  });
}

/** The number after the point; betas and release candidates come before the first release. */
function minorOf(version: string): number {
  return Number(/^\d+\.(\d+)/.exec(version)?.[1] ?? -1);
}
