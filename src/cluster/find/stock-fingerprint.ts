/** Which majors a whole stock file can be of: its commented names and defaults tell. */
import { changesOf, historyOf } from '../../catalog/history.js';
import { firstMajor, type Major, majors } from '../../catalog/majors.js';
import { findParameter, parametersOf } from '../../catalog/parameters.js';
import { readValue } from '../../values/read.js';

/** So many commented parameters make a stock file; so many, one from which nobody has taken much. */
const stock = { least: 60, whole: 150 };

/** Where fewer parameters came with a major, that none of them is there says little. */
const leastNew = 3;

// As initdb writes them: no blank after the mark.
const commented = /^#(?<name>[a-z_][a-z0-9_]*)[ \t]*=[ \t]*(?:'(?<quoted>(?:[^'\n]|'')*)'|(?<bare>[^\s#]*))/gim;

/** Long texts are no stock files. */
const mostText = 300_000;

/**
 * Reads a file as a stock file.
 *
 * @param text a postgresql.conf
 * @returns the majors of which it can be the stock file, oldest first; `old` where it is of a major before 10; undefined
 *   where it is no stock file
 */
export function majorsOfStockFile(text: string): readonly Major[] | 'old' | undefined {
  const defaults = new Map<string, string>();
  for (const { groups } of text.slice(0, mostText).matchAll(commented)) {
    const name = groups!['name']!.toLowerCase();
    if (!defaults.has(name)) defaults.set(name, groups!['quoted'] ?? groups!['bare'] ?? '');
  }
  if (defaults.size < stock.least) return undefined;
  const known = [...defaults.keys()].flatMap((name) => historyOf(name) ?? []);
  if (known.length < stock.least) return undefined;
  const ofBefore = known.filter(({ since, recoveryFile }) => since === undefined && recoveryFile === undefined);
  const ofLater = known.filter(({ since }) => since !== undefined && since > firstMajor);
  if (ofBefore.length > ofLater.length) return 'old';
  // Samples have named parameters too early and too late: the majors that know the most names count.
  const unknown = (major: Major) => known.filter(({ since, until }) => !isBetween(major, since, until)).length;
  const fewest = Math.min(...majors.map(unknown));
  const candidates = majors.filter((major) => unknown(major) === fewest);
  const withNews = known.length < stock.whole ? candidates : upToTheNewest(candidates, defaults);
  return byDefaults(withNews, defaults);
}

function isBetween(major: Major, since: Major | undefined, until: Major | undefined): boolean {
  return since !== undefined && since <= major && (until === undefined || major <= until);
}

/** Leaves out the majors of whose new parameters the file has none: the file is of before. */
function upToTheNewest(candidates: readonly Major[], names: ReadonlyMap<string, string>): Major[] {
  const kept: Major[] = [];
  for (const major of candidates) {
    const before = kept.at(-1);
    const news = before === undefined ? [] : newsOf(major, before);
    if (news.length >= leastNew && news.every((name) => !names.has(name))) break;
    kept.push(major);
  }
  return kept;
}

/** The parameters that a stock file shows first for this major: those for developers are never in it. */
function newsOf(major: Major, before: Major): string[] {
  return parametersOf(major)
    .filter(({ category, name }) => category !== 'Developer Options' && findParameter(name, before) === undefined)
    .map(({ name }) => name.toLowerCase());
}

/** The majors whose defaults the file shows best, where defaults have changed. */
function byDefaults(candidates: readonly Major[], shown: ReadonlyMap<string, string>): Major[] {
  const misses = new Map(candidates.map((major) => [major, 0]));
  for (const [name, text] of shown) {
    if (!changesOf(name).some(({ field, major }) => field === 'default' && major > candidates[0]!)) continue;
    const others = candidates.filter((major) => !isDefault(name, text, major));
    if (others.length === candidates.length) continue;
    for (const major of others) misses.set(major, misses.get(major)! + 1);
  }
  const least = Math.min(...misses.values());
  return candidates.filter((major) => misses.get(major) === least);
}

function isDefault(name: string, text: string, major: Major): boolean {
  const parameter = findParameter(name, major);
  if (parameter?.default === undefined) return false;
  const [said, byDefault] = [readValue(parameter, text, major), readValue(parameter, parameter.default, major)];
  return said.ok === true && byDefault.ok === true && said.value === byDefault.value;
}
