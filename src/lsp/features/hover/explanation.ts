import type { Span } from '../../../syntax/nodes.js';

/** What a hover says, in Markdown, and about which part of the text. */
export interface Explanation extends Span {
  text: string;
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
