import { describeParameter } from '../../../catalog/descriptions.js';
import { historyOf } from '../../../catalog/history.js';
import { firstMajor, majorsText as knownMajors, lastMajor, type Major, majors } from '../../../catalog/majors.js';
import { canonicalName, extensionParameter, findParameter } from '../../../catalog/parameters.js';
import type { Parameter, ParameterContext } from '../../../catalog/types.js';
import { describeNumber } from '../../../values/format.js';
import { defaultText, typeText } from '../../../values/parameter-text.js';
import { unitsFor } from '../../../values/units.js';

/** When a change takes effect, for people. */
const effects: Record<ParameterContext, string> = {
  internal: 'never: it tells how the server was built or what its state is (internal)',
  postmaster: 'at the next restart (postmaster)',
  sighup: 'on reload (sighup)',
  'superuser-backend': 'on reload, for new connections; a superuser may set it for one (superuser-backend)',
  backend: 'on reload, for new connections; a client may set it for its own (backend)',
  superuser: 'on reload; superusers may set it for a session (superuser)',
  user: 'on reload; every session may set its own (user)',
};

/** What is known of a parameter over all majors; the JSON of `explain PARAMETER`. */
export interface ParameterExplanation {
  name: string;
  description: string | null;
  /** One line of facts each, with the majors that they hold for. */
  facts: { fact: string; by: { majors: Major[]; value: string }[] }[];
  since: number | null;
  until: number | null;
  replacedBy: string | null;
  advice: string | null;
  library: string | null;
  /** The first release of each major that knows it, where that is a later one than the major's first. */
  minors: string[];
  /** The ids of the rules that speak of it. */
  rules: string[];
}

/**
 * Gathers what the catalog knows of a name that any major, or a library of the catalog, knows or once knew.
 *
 * @param name in any letter case; old aliases too
 * @param rulesAbout gives the rules that speak of a parameter
 * @returns undefined for a name of which nothing is known
 */
export async function explainParameter(
  name: string,
  rulesAbout: (parameter: string) => string[],
): Promise<ParameterExplanation | undefined> {
  const history = historyOf(name);
  const canonical = canonicalName(name) ?? history?.name;
  if (canonical === undefined) return undefined;
  const known = majors.flatMap((major) => {
    const parameter = findParameter(canonical, major) ?? extensionParameter(canonical, major);
    return parameter === undefined ? [] : [{ major, parameter }];
  });
  const facts = factReaders.flatMap(({ fact, read }) => {
    const by = groupByValue(known, read);
    return by.length === 0 ? [] : [{ fact, by }];
  });
  const library = known[0]?.parameter.library ?? null;
  return {
    name: canonical,
    description: (await describeParameter(canonical)) ?? null,
    facts,
    since: history?.since ?? null,
    until: history?.until ?? null,
    replacedBy: history?.replacedBy ?? null,
    advice: history?.advice ?? null,
    library,
    minors: known.flatMap(({ parameter }) => parameter.sinceMinor ?? []),
    rules: rulesAbout(canonical),
  };
}

interface Known {
  major: Major;
  parameter: Parameter;
}

const factReaders: readonly { fact: string; read(known: Known): string | undefined }[] = [
  { fact: 'type', read: ({ parameter }) => typeText(parameter) },
  { fact: 'values', read: ({ parameter }) => parameter.values?.join(', ') },
  { fact: 'range', read: ({ parameter }) => rangeText(parameter) },
  {
    fact: 'units',
    read: ({ parameter: { unit }, major }) =>
      unit === undefined
        ? undefined
        : unitsFor(unit, major)
            .map((one) => one.name)
            .join(', '),
  },
  { fact: 'default', read: ({ parameter }) => defaultText(parameter) ?? 'depends on the machine, or none' },
  { fact: 'takes effect', read: ({ parameter }) => effects[parameter.context] },
];

function rangeText(parameter: Parameter): string | undefined {
  const { type, min, max } = parameter;
  if (min === undefined || max === undefined || (type !== 'integer' && type !== 'real')) return undefined;
  return `${describeNumber(parameter, min)} to ${describeNumber(parameter, max)}`;
}

/** Majors in a row with the same value stand together. */
function groupByValue(
  known: readonly Known[],
  read: (known: Known) => string | undefined,
): { majors: Major[]; value: string }[] {
  const groups: { majors: Major[]; value: string }[] = [];
  for (const one of known) {
    const value = read(one);
    if (value === undefined) continue;
    const last = groups.at(-1);
    if (last?.value === value && last.majors.at(-1) === one.major - 1) last.majors.push(one.major);
    else groups.push({ majors: [one.major], value });
  }
  return groups;
}

/** The explanation as a page in Markdown, for `plainMarkdown`. */
export function parameterPage(explained: ParameterExplanation): string {
  const { name, description, since, until, replacedBy, advice, library, minors, rules } = explained;
  const sections = [`# ${name}`];
  if (description !== null) sections.push(description);
  const lines = explained.facts.flatMap(({ fact, by }) =>
    by.map(({ majors: held, value }) => `- ${fact}${by.length === 1 ? '' : `, ${majorsText(held)}`}: ${value}`),
  );
  lines.push(`- known: ${knownText(since, until, library)}`);
  if (minors.length > 0) lines.push(`- came with minor releases: ${minors.join(', ')}`);
  if (replacedBy !== null) lines.push(`- in its place: ${replacedBy}`);
  if (advice !== null) lines.push(`- advice: ${advice}`);
  sections.push(lines.join('\n'));
  if (rules.length > 0) sections.push(`## Rules that speak of it\n\n${rules.map((id) => `- ${id}`).join('\n')}`);
  return `${sections.join('\n\n')}\n`;
}

function knownText(since: number | null, until: number | null, library: string | null): string {
  if (library !== null) return `wherever the library ${library} is loaded`;
  if (since === null) return `by no PostgreSQL from ${knownMajors}`;
  const from = since === firstMajor ? `${firstMajor} or earlier` : String(since);
  return `by PostgreSQL ${from} to ${until ?? lastMajor}`;
}

function majorsText(held: readonly Major[]): string {
  return held.length === 1 ? `in ${held[0]}` : `in ${held[0]} to ${held.at(-1)}`;
}
