import { asIs, type Printable } from '../../../report/printable.js';
import { hanging, readingWidth } from '../../../report/text/wrap.js';

/** Pages are set no wider than this. */
const widest = 100;

/** How a page is laid out: how wide, and whether colours may be used. */
export interface PageLayout {
  columns: number;
  color: boolean;
}

/**
 * A page of ours as a terminal shows it: headings without marks, examples indented, paragraphs wrapped, links as text.
 * It knows what our pages use: headings, paragraphs, lists, fenced blocks and tables (which stay as they are written).
 *
 * @param markdown the page
 * @returns lines with a line end each
 */
export function plainMarkdown(markdown: string, layout: PageLayout): Printable {
  const width = Math.min(widest, readingWidth(layout.columns));
  const lines: string[] = [];
  let fence: 'problems' | 'example' | undefined;
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length > 0) lines.push(...wrap(paragraph.join(' '), width).map((line) => inline(line, layout)));
    paragraph = [];
  };
  for (const line of markdown.replace(/\r?\n$/, '').split(/\r?\n/)) {
    const opening = /^```(?<info>.*)$/.exec(line)?.groups?.['info'];
    if (opening !== undefined) {
      flush();
      fence = fence !== undefined ? undefined : opening.trim() === 'problems' ? 'problems' : 'example';
    } else if (fence === 'problems') lines.push(...wrap(`  > ${line}`, width));
    else if (fence === 'example') lines.push(line === '' ? '' : `    ${line}`);
    else if (line === '') {
      flush();
      lines.push('');
    } else if (/^#+ /.test(line)) {
      flush();
      lines.push(heading(line, layout));
    } else if (/^\s*([-*]|\d+\.) /.test(line)) {
      flush();
      paragraph = [line];
    } else if (line.startsWith('|')) {
      flush();
      lines.push(inline(line, layout));
    } else paragraph.push(paragraph.length === 0 ? line : line.trim());
  }
  flush();
  return asIs(`${lines.join('\n')}\n`);
}

function heading(line: string, { color }: PageLayout): string {
  const level = line.indexOf(' ');
  const text = line.slice(level + 1);
  if (color) return `\x1b[1m${text}\x1b[22m`;
  return level === 1 ? `${text}\n${'='.repeat(text.length)}` : text.toUpperCase();
}

/** Code stays between its marks where there is no colour: `off` is not the word off. */
function inline(line: string, { color }: PageLayout): string {
  const linked = line.replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, text: string, target: string) =>
    /^https?:/.test(target) ? `${text} (${target})` : text,
  );
  return color ? linked.replace(/`([^`]+)`/g, '\x1b[36m$1\x1b[39m') : linked;
}

/** Breaks a text between words; what follows the first line of a list entry is below its text. */
function wrap(text: string, width: number): string[] {
  const mark = /^\s*(?:[-*>]|\d+\.) /.exec(text)?.[0] ?? '';
  return hanging(mark, text.slice(mark.length), width);
}
