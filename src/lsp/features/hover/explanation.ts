import { visible } from '../../../report/printable.js';
import type { Span } from '../../../syntax/nodes.js';

/** What a hover says, in Markdown, and about which part of the text. */
export interface Explanation extends Span {
  text: string;
}

/** Our Markdown for a client that shows it as it is: code spans, links, bold words and escaped marks. */
export function plain(markdown: string): string {
  const parts =
    /(?<ticks>`+)(?<code>[\s\S]*?)\k<ticks>(?!`)|\[(?<link>[^\]]*)\]\([^)]*\)|\*\*|\\(?<mark>[!-/:-@[-`{-~])/g;
  return markdown.replace(parts, (...found) => {
    const { code: span, link, mark } = found.at(-1) as Record<string, string | undefined>;
    return span ?? link ?? mark ?? '';
  });
}

/**
 * Text of a file, or a message that quotes one, inside Markdown: it makes no picture, link or markup. An editor loads a
 * picture without being asked.
 */
export function prose(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]()<>#!|~&$]/g, '\\$&')
    .replaceAll('://', '\\://')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/@(?=\w)/g, '\\@');
}

/** Text of a file inside Markdown: as code, whatever it holds. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const blank = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return text === '' ? 'an empty text' : `${fence}${blank}${visible(text.replace(/\s+/g, ' '))}${blank}${fence}`;
}

/** Whether an offset touches a span. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
