import { escapeText } from '../../../report/markdown.js';
import { asIs, asLines, join, type Printable, say } from '../../../report/printable.js';
import { tableLines } from '../../../report/text/table.js';
import { fitted } from '../../../report/text/wrap.js';
import { type ChangeClass, changeClasses } from './classes.js';
import type { ClusterDifference } from './compare.js';
import { sectionsOf, stateText, summaryOf } from './tables.js';

const noChange = 'No effective change: the same settings are in force, and the same logins are let in.';

/** So many rows of a table are printed for a terminal. */
const mostLines = 500;

/**
 * The differences for a terminal.
 *
 * @param width no line gets wider
 */
export function formatText(differences: readonly ClusterDifference[], width: number): Printable {
  if (differences.length === 0) return asLines(fitted([noChange], width));
  const clusters = differences.map((difference) => {
    const parts = sectionsOf(difference).map(({ heading, columns, rows, sentences }) => {
      const inner = width - 4;
      const table = () => tableLines(columns, rows.slice(0, mostLines), { width: inner });
      const body = rows.length > 0 ? table() : fitted(sentences.slice(0, mostLines), inner);
      const left = rows.length + sentences.length - Math.min(mostLines, rows.length + sentences.length);
      if (left > 0) body.push(`${left} more; --format json has all of them.`);
      return asLines([`  ${heading}`, ...body.map((line) => `    ${line}`)]);
    });
    const head = fitted([`${difference.cluster}${stateText(difference)}`, `  ${summaryOf(difference)}`], width);
    return join([asLines([...head, '']), join(parts, '\n')]);
  });
  return join(clusters, '\n');
}

/** GitHub refuses comments of more than 65536 characters. */
const mostRows = 60;
const mostCharacters = 60_000;
/** What a cell may have: a name can be as long as a file. */
const longestCell = 200;
const longestSentence = 1_000;

/**
 * The differences for a comment on a pull request.
 *
 * @param refused what keeps the change out
 */
export async function formatMarkdown(
  differences: readonly ClusterDifference[],
  failOn: ReadonlySet<ChangeClass>,
  refused: readonly string[],
): Promise<Printable> {
  const { markdownTable } = await import('markdown-table');
  if (differences.length === 0) return say`**pgconflint**: ${noChange}\n`;
  const parts: string[] = [];
  let length = 0;
  const fits = (part: string) => length + part.length + 2 <= mostCharacters;
  const add = (part: string): boolean => {
    if (!fits(part)) return false;
    length += part.length + 2;
    parts.push(part);
    return true;
  };
  let isWhole = failOn.size === 0 || add(gateText(failOn, refused));
  for (const difference of differences) {
    isWhole = add(`### ${escapeText(clipped(difference.cluster))}${stateText(difference)}`) && isWhole;
    for (const { heading, columns, rows, sentences } of sectionsOf(difference)) {
      isWhole = add(`#### ${heading}`) && isWhole;
      const shown = rows.slice(0, mostRows).map((row) => columns.map((column) => escapeText(clipped(row[column]!))));
      const table = () => markdownTable([[...columns], ...shown], { alignDelimiters: false });
      // The worst come first: what does not fit is at the end.
      while (shown.length > 1 && !fits(table())) shown.length = Math.floor(shown.length / 2);
      if (rows.length > 0) isWhole = add(table()) && isWhole;
      const list = sentences.slice(0, mostRows).map((sentence) => `- ${escapeText(clipped(sentence))}`);
      if (list.length > 0) isWhole = add(list.join('\n')) && isWhole;
      const left = rows.length + sentences.length - shown.length - list.length;
      if (left > 0) isWhole = add(`${left} more.`) && isWhole;
    }
  }
  if (!isWhole) parts.push('What follows is too long for a comment; `pgconflint diff` prints more of it.');
  return asIs(`${parts.join('\n\n')}\n`);
}

/** What the gate makes of the change. */
function gateText(failOn: ReadonlySet<ChangeClass>, refused: readonly string[]): string {
  const classes = changeClasses.filter((name) => failOn.has(name)).join(', ');
  if (refused.length === 0) return `**pgconflint** lets the change pass: nothing in it is ${classes}.`;
  const shown = refused.slice(0, mostRows).map((sentence) => `- ${escapeText(clipped(sentence, longestSentence))}.`);
  if (refused.length > mostRows) shown.push(`- ${refused.length - mostRows} more.`);
  return ['**pgconflint** refuses the change:', '', ...shown].join('\n');
}

function clipped(text: string, most = longestCell): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
