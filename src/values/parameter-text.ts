import { describeParameter } from '../catalog/descriptions.js';
import { changesOf, historyOf } from '../catalog/history.js';
import { firstMajor, lastMajor, type Major } from '../catalog/majors.js';
import type { Parameter, ParameterContext } from '../catalog/types.js';
import { describeNumber } from './format.js';
import { unitsFor } from './units.js';

/** When a change takes effect, for people. */
const effects: Record<ParameterContext, string> = {
  internal: 'cannot be set: it tells how the server was built or what its state is',
  postmaster: 'takes effect at the next **restart**',
  sighup: 'takes effect on reload',
  'superuser-backend': 'takes effect on reload, for new connections; a superuser may set it for one',
  backend: 'takes effect on reload, for new connections; a client may set it for its own',
  superuser: 'takes effect on reload; superusers may set it for a session',
  user: 'takes effect on reload; every session may set its own',
};

/**
 * What a parameter is, in Markdown: description, type, unit, range, default, when a change takes effect, since when.
 *
 * @param target the major whose facts these are
 */
export async function parameterText(parameter: Parameter, target: Major): Promise<string> {
  const description = await describeParameter(parameter.name);
  const lines = [`**${parameter.name}** ${typeText(parameter)}`];
  if (description !== undefined) lines.push(description);
  lines.push(
    factLines(parameter, target)
      .map((line) => `- ${line}`)
      .join('\n'),
  );
  return lines.join('\n\n');
}

/** Type and unit in a few words: `integer, in kB`. */
export function typeText({ type, unit }: Parameter): string {
  const name = type === 'bool' ? 'boolean' : type;
  if (unit === undefined) return name;
  return `${name}, a bare number counts ${unit === '8kB' ? 'blocks of 8 kB' : unit}`;
}

/** The default as people read it. */
export function defaultText(parameter: Parameter): string | undefined {
  if (parameter.default === undefined) return undefined;
  if (parameter.default === '') return "''";
  return readable(parameter, Number(parameter.default), parameter.default);
}

function factLines(parameter: Parameter, target: Major): string[] {
  const lines: string[] = [];
  const { min, max, values, unit, library } = parameter;
  if (values !== undefined) lines.push(`Values: ${values.map((value) => `\`${value}\``).join(', ')}`);
  if (min !== undefined && max !== undefined && (parameter.type === 'integer' || parameter.type === 'real')) {
    lines.push(`Range: ${readable(parameter, min, String(min))} to ${limit(parameter, max)}`);
  }
  if (unit !== undefined)
    lines.push(
      `Units: ${unitsFor(unit, target)
        .map(({ name }) => name)
        .reverse()
        .join(', ')}`,
    );
  const standard = defaultText(parameter);
  if (standard !== undefined) lines.push(`Default: \`${standard}\``);
  lines.push(`A change ${effects[parameter.context]}`);
  if (library !== undefined) lines.push(`Defined by the library ${library}`);
  if (parameter.needsBuild !== undefined) lines.push(`Only in servers built with ${parameter.needsBuild}`);
  lines.push(...historyLines(parameter));
  return lines;
}

/** The largest value; what nobody can read is said roughly too: `8589934584 kB (about 8 TB)`. */
function limit(parameter: Parameter, max: number): string {
  const exact = readable(parameter, max, String(max));
  const { unit } = parameter;
  if (unit === undefined || max <= 0 || !/\d{5}/.test(exact)) return exact;
  const largest = unitsFor(unit, lastMajor).find(({ multiplier }) => max >= multiplier);
  const rough = largest === undefined ? '' : `${Number((max / largest.multiplier).toPrecision(2))} ${largest.name}`;
  return rough === '' || rough === exact ? exact : `${exact} (about ${rough})`;
}

function historyLines(parameter: Parameter): string[] {
  const { name, sinceMinor } = parameter;
  const history = historyOf(name);
  const lines: string[] = [];
  if (sinceMinor !== undefined) lines.push(`Since PostgreSQL ${sinceMinor}`);
  else if (history?.since !== undefined && history.since > firstMajor) lines.push(`Since PostgreSQL ${history.since}`);
  if (history?.until !== undefined) {
    const instead = history.replacedBy === undefined ? '' : `; ${history.replacedBy} took its place`;
    lines.push(`Up to PostgreSQL ${history.until}${instead}`);
  }
  for (const { major, field, before, after } of changesOf(name)) {
    if (field !== 'default') continue;
    lines.push(`${major} changed the default from ${valueText(parameter, before)} to ${valueText(parameter, after)}`);
  }
  return lines;
}

/** A default of some major, for people. */
function valueText(parameter: Parameter, value: unknown): string {
  if (value === undefined || value === '') return 'nothing';
  return `\`${readable(parameter, Number(value), String(value))}\``;
}

function readable(parameter: Parameter, value: number, text: string): string {
  const isNumber = parameter.type === 'integer' || parameter.type === 'real';
  return isNumber && Number.isFinite(value) ? describeNumber(parameter, value) : text;
}
