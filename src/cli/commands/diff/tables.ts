import { counted } from '../../../report/wording.js';
import type { AccessDifference, Outcome } from './access-differences.js';
import type { ClusterDifference } from './compare.js';
import type { SettingSide } from './setting-changes.js';

/** A part of the report: a heading, and a table or sentences. */
export interface Section {
  heading: string;
  columns: readonly string[];
  rows: Record<string, string>[];
  sentences: readonly string[];
}

/** The parts of what is said of a cluster, for text and Markdown alike. */
export function sectionsOf(difference: ClusterDifference): Section[] {
  const { settings, access, mappings, remarks, target } = difference;
  const sections: Section[] = [];
  const table = (heading: string, rows: Record<string, string>[], unused: readonly string[] = []) => {
    if (rows.length === 0) return;
    const columns = Object.keys(rows[0]!).filter((column) => !unused.includes(column));
    sections.push({ heading, columns, rows, sentences: [] });
  };
  const say = (heading: string, sentences: readonly string[]) => {
    if (sentences.length > 0) sections.push({ heading, columns: [], rows: [], sentences });
  };
  if (target) say('Major', [`The target goes from PostgreSQL ${target.before} to ${target.after}.`]);
  table(
    settingsHeading(difference),
    settings.map(({ name, before, after, takesEffect }) => ({
      setting: name,
      before: settingText(before),
      after: settingText(after),
      'takes effect with': takesEffect ?? 'unknown',
    })),
  );
  const accessTable = (heading: string, differences: readonly AccessDifference[]) => {
    const hasConditions = differences.some(({ where }) => where !== '');
    table(heading, differences.map(accessRow), hasConditions ? [] : ['where']);
  };
  accessTable('Newly let in', access.gains);
  accessTable('No longer let in', access.losses);
  accessTable('Let in by another method', access.methods);
  say('Mappings', [
    ...mappings.added.map((mapping) => `added: ${mapping}`),
    ...mappings.removed.map((mapping) => `removed: ${mapping}`),
  ]);
  say(
    'Not compared',
    access.unclear.map((place) => `${place}: too many different logins to tell them apart`),
  );
  say('Remarks', remarks);
  return sections;
}

/** So many names are written out. */
const namedSettings = 5;

/**
 * What differs, in a line: `2 settings (restart: max_connections), 11 groups of logins newly let in`.
 */
export function summaryOf({ settings, access, mappings, target }: ClusterDifference): string {
  const restart = settings.filter(({ takesEffect }) => takesEffect === 'restart').map(({ name }) => name);
  const names = restart.slice(0, namedSettings).join(', ');
  const more = restart.length > namedSettings ? ` and ${restart.length - namedSettings} more` : '';
  const moved = mappings.added.length + mappings.removed.length;
  const groups = (count: number) => counted(count, 'group');
  const parts = [
    target === null ? '' : `PostgreSQL ${target.before} to ${target.after}`,
    settings.length === 0
      ? ''
      : counted(settings.length, 'setting') + (names === '' ? '' : ` (restart: ${names}${more})`),
    access.gains.length === 0 ? '' : `${groups(access.gains.length)} of logins newly let in`,
    access.losses.length === 0 ? '' : `${groups(access.losses.length)} no longer let in`,
    access.methods.length === 0 ? '' : `${groups(access.methods.length)} let in by another method`,
    moved === 0 ? '' : counted(moved, 'mapping'),
  ];
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? 'No other setting or login.' : `${said.join(', ')}.`;
}

/** What the heading of a cluster says beside its name. */
export function stateText({ state }: ClusterDifference): string {
  return state === 'changed' ? '' : ` (${state})`;
}

function settingsHeading({ restart, settings }: ClusterDifference): string {
  if (restart) return 'Settings: a restart is needed';
  const enough = settings.every(({ takesEffect }) => takesEffect !== null && takesEffect !== 'never');
  return enough ? 'Settings: a reload is enough' : 'Settings';
}

function settingText({ value, file, line }: SettingSide): string {
  const text = value === null ? '(not known)' : value === '' ? "''" : value;
  return file === null ? `${text}${value === null ? '' : ' (default)'}` : `${text} (${file}:${line})`;
}

function accessRow({
  users,
  databases,
  from,
  encryption,
  where,
  before,
  after,
}: AccessDifference): Record<string, string> {
  return {
    users,
    databases,
    from,
    encryption: encryption || '-',
    where,
    before: outcomeText(before),
    after: outcomeText(after),
  };
}

function outcomeText(outcome: Outcome): string {
  if (outcome === null) return 'rejected: no record';
  const { file, line, method, options } = outcome;
  return `${[method, ...options].join(' ')} (${file}:${line})`;
}
