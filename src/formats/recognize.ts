import type { FileKind } from '../syntax/nodes.js';
import { formats } from './index.js';

const all = Object.values(formats);

/**
 * Tells the format of a file by its name: `pg_hba*.conf`, `pg_ident*.conf`, `pg_hosts*.conf`, `postgresql*.conf`
 * (`postgresql.base.conf` and `postgresql.auto.conf` too), each also with
 * `.sample` or the ending of a template (`.j2`, `.erb`, `.tmpl`); undefined for every other name.
 *
 * @param path a path or a bare name; `/` and `\` both separate
 */
export function kindByName(path: string): FileKind | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return all.find((format) => format.names.test(name))?.kind;
}

const include = /^(include|include_if_exists|include_dir)\b/i;

/** What stands in front of a record in the samples of PostgreSQL's sources. */
const samplePlaceholder = /^@remove-line-for-\w+@/;
const script = /^(#!|---|<\?|[{[])/;

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
  return all.find(({ heading }) => heading?.test(text))?.kind ?? commentedSettings(text);
}

/** `conf` where most of what is commented out directly behind the `#` is a setting, as in PostgreSQL's sample. */
function commentedSettings(text: string): FileKind | undefined {
  const commented = text.split('\n').flatMap((line) => /^#([^\s#-].*)/.exec(line)?.[1] ?? []);
  return vote(commented).kind === 'conf' ? 'conf' : undefined;
}

function vote(source: Iterable<string>): { kind: FileKind | undefined; lines: number } {
  const votes = new Map<FileKind, number>();
  let lines = 0;
  for (const line of source) {
    const kind = kindOfLine(line);
    if (kind !== undefined) votes.set(kind, (votes.get(kind) ?? 0) + 1);
    // Every format has includes.
    if (kind !== undefined || !include.test(line)) lines++;
    if (lines >= 200) break;
  }
  // A share is half of the lines at least, so that no two formats can have it.
  const kind = [...votes].find(([each, count]) => count > lines * formats[each].share)?.[0];
  return { kind, lines };
}

function kindOfLine(line: string): FileKind | undefined {
  return all.find((format) => format.isLine(line))?.kind;
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
