import type { Hover } from 'vscode-languageserver/node';
import type { Span } from '../../../syntax/nodes.js';
import type { Client } from '../../protocol/client.js';
import type { FileView, Workspace } from '../../workspace/workspace.js';
import { hoverOfEntry } from './entry.js';
import { hoverOfHostEntry } from './host-entry.js';
import { hoverOfMapping } from './mapping.js';
import { hoverOfRecord } from './record.js';
import { hoverOfSuppression } from './suppression.js';

/** What a hover says, in Markdown, and about which part of the text. */
export interface Explanation extends Span {
  text: string;
}

/** What there is to say about the thing at an offset of a buffer. */
export async function hover(
  view: FileView,
  offset: number,
  workspace: Workspace,
  client: Client,
): Promise<Hover | undefined> {
  const found =
    hoverOfSuppression(view, offset, workspace) ??
    (await hoverOfEntry(view, offset)) ??
    hoverOfRecord(view, offset) ??
    hoverOfMapping(view, offset) ??
    hoverOfHostEntry(view, offset);
  if (found === undefined) return undefined;
  const range = view.document.lines.rangeOf(found);
  if (client.markdownHover) return { contents: { kind: 'markdown', value: found.text }, range };
  return { contents: { kind: 'plaintext', value: plain(found.text) }, range };
}

/** Markdown for a client that shows it as it is. */
export function plain(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|`/g, '')
    .replace(/\\([\\*_`[\]#<>|])/g, '$1');
}

/** Text of a file inside Markdown: as code, whatever it holds. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const blank = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return text === '' ? 'an empty text' : `${fence}${blank}${text.replace(/\s+/g, ' ')}${blank}${fence}`;
}

/** Whether an offset touches a span. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
