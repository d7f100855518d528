/** Files that are templates: something else fills them in before a server reads them. */

import type { Span } from '../../syntax/nodes.js';
import { findPlaceholders, type Placeholder } from '../../syntax/placeholders.js';
import type { Cluster, SourceFile } from '../types.js';
import { hasTemplateSigns } from './template-signs.js';

/** A file with placeholders outside of its comments. */
export interface Template {
  file: SourceFile;
  /** In the order of the text, never empty. */
  placeholders: readonly Placeholder[];
  /** The first statement of a template language; then nothing in the file can be judged. */
  statement: Placeholder | undefined;
  /** The lines that hold placeholders, in order; with a statement, the whole file. */
  lines: readonly Span[];
}

const known = new WeakMap<SourceFile, Template | null>();

/** The templates among the files of a cluster. */
export function templatesOf({ files }: Pick<Cluster, 'files'>): Template[] {
  if (!hasTemplateSigns({ files })) return [];
  return files.flatMap((file) => {
    let template = known.get(file);
    if (template === undefined) known.set(file, (template = readTemplate(file) ?? null));
    return template ?? [];
  });
}

/** Whether something touches a line of a template of which nobody knows what it will be. */
export function isUnknown({ lines }: Template, { start, end }: Span): boolean {
  const line = lastBefore(lines, end);
  return line !== undefined && start <= line.end;
}

function readTemplate(file: SourceFile): Template | undefined {
  const placeholders = findPlaceholders(file.text).filter((each) => counts(each, file));
  if (placeholders.length === 0) return undefined;
  const statement = placeholders.find(({ kind }) => kind === 'statement');
  const lines = statement === undefined ? linesOf(file.text, placeholders) : [{ start: 0, end: file.text.length }];
  return { file, placeholders, statement, lines };
}

/** Stands in the stock postgresql.conf (krb_server_keyfile), which people uncomment as it is; no template fills it in. */
const inStockFile = '${sysconfdir}';

/** Not in a comment, and not a variable of the shell where the server itself hands the value to a shell. */
function counts({ start, end, isShell }: Placeholder, { text, tree }: SourceFile): boolean {
  if (text.slice(start, end) === inStockFile) return false;
  const comment = lastBefore(tree.comments, start);
  if (comment !== undefined && start < comment.end) return false;
  if (!isShell || tree.type !== 'ConfTree') return true;
  const line = lastBefore(tree.lines, start);
  return !(line?.type === 'Setting' && start < line.end && /_command$/i.test(line.name.value));
}

/** The last span that starts at an offset or before it; by binary search, since files may have many lines. */
function lastBefore<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}

function linesOf(text: string, placeholders: readonly Placeholder[]): Span[] {
  const lines: Span[] = [];
  for (const { start, end } of placeholders) {
    if (start < (lines.at(-1)?.end ?? -1)) continue;
    const lineEnd = text.indexOf('\n', end - 1);
    lines.push({ start: text.lastIndexOf('\n', start - 1) + 1, end: lineEnd === -1 ? text.length : lineEnd });
  }
  return lines;
}
