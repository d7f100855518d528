import type { FileKind } from './nodes.js';

const names: readonly [FileKind, RegExp][] = [
  ['hba', /^pg_hba.*\.conf(\.sample)?$/i],
  ['ident', /^pg_ident.*\.conf(\.sample)?$/i],
  ['hosts', /^pg_hosts.*\.conf(\.sample)?$/i],
  ['conf', /^postgresql.*\.conf(\.sample)?$/i],
];

/**
 * Tells the format of a file by its name: `pg_hba*.conf`, `pg_ident*.conf`, `pg_hosts*.conf`, `postgresql*.conf`
 * (`postgresql.base.conf` and `postgresql.auto.conf` too), each also with `.sample`; undefined for every other name.
 *
 * @param path a path or a bare name; `/` and `\` both separate
 */
export function kindByName(path: string): FileKind | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return names.find(([, pattern]) => pattern.test(name))?.[0];
}

const connectionType = /^"?(local|host|hostssl|hostnossl|hostgssenc|hostnogssenc)"?[ \t,]/;
const setting = /^[A-Za-z_][\w.$-]*[ \t]*(=|[ \t]('|[+-]?[0-9]|(on|off|true|false|yes|no)[ \t\r]*(#|$)))/i;
const include = /^(include|include_if_exists|include_dir)\b/i;
const certificate = /\.(crt|pem|cer|key)\b/;

/** What stands in front of a record in the samples of PostgreSQL's sources. */
const samplePlaceholder = /^@remove-line-for-\w+@/;
/** The headings of the columns, by which files with nothing but comments still tell. */
const heading: readonly [FileKind, RegExp][] = [
  ['hba', /^#\s*TYPE\s+DATABASE\s+USER\b/m],
  ['ident', /^#\s*MAPNAME\s+SYSTEM-USERNAME\b/m],
];
const script = /^(#!|---|<\?|[{[])/;

/** How large a share of the lines must look like the format: settings look like the assignments of many a language. */
const shareOf: Readonly<Record<FileKind, number>> = { conf: 0.75, hba: 0.5, ident: 0.5, hosts: 0.5 };

/**
 * Guesses the format of a text whose name does not tell, by what most of its first lines look like, or, where nothing
 * stands in it, by what is commented out; undefined where it looks like none.
 *
 * @param text a whole text, or the start of one
 */
export function kindByContent(text: string): FileKind | undefined {
  if (script.test(text)) return undefined;
  const { kind, lines } = vote(linesOf(text));
  if (lines > 0) return kind;
  return heading.find(([, pattern]) => pattern.test(text))?.[0] ?? commentedSettings(text);
}

/** `conf` where most of what is commented out directly behind the `#` is a setting, as in PostgreSQL's sample. */
function commentedSettings(text: string): FileKind | undefined {
  const commented = text.split('\n').flatMap((line) => /^#([^\s#-].*)/.exec(line)?.[1] ?? []);
  return vote(commented).kind === 'conf' ? 'conf' : undefined;
}

function vote(source: Iterable<string>): { kind: FileKind | undefined; lines: number } {
  const votes: Record<FileKind, number> = { conf: 0, hba: 0, ident: 0, hosts: 0 };
  let lines = 0;
  for (const line of source) {
    const kind = kindOfLine(line);
    if (kind !== undefined) votes[kind]++;
    // Every format has includes.
    if (kind !== undefined || !include.test(line)) lines++;
    if (lines >= 200) break;
  }
  const [kind, count] = (Object.entries(votes) as [FileKind, number][]).reduce((best, vote) =>
    vote[1] > best[1] ? vote : best,
  );
  return { kind: count > lines * shareOf[kind] ? kind : undefined, lines };
}

function kindOfLine(line: string): FileKind | undefined {
  if (connectionType.test(line)) return 'hba';
  if (setting.test(line)) return 'conf';
  const fields = line
    .replace(/#.*/, '')
    .trim()
    .split(/[ \t]+/);
  if (fields.length >= 3 && fields.slice(1, 4).filter((field) => certificate.test(field)).length >= 2) return 'hosts';
  if (fields.length === 3 && !line.includes('=')) return 'ident';
  return undefined;
}

function* linesOf(text: string): Generator<string> {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < text.length) {
    const lineFeed = text.indexOf('\n', start);
    const end = lineFeed === -1 ? text.length : lineFeed;
    const line = text.slice(start, Math.min(end, start + 1000)).trim();
    const record = line.replace(samplePlaceholder, '');
    if (record !== '' && !/^(#|@\w+@$)/.test(record)) yield record;
    start = end + 1;
  }
}
