import { markdownText } from '../../markdown-text.js';
import { formatTable } from '../../table.js';
import type { ClusterDifference } from './compare.js';
import { sectionsOf, stateText } from './tables.js';

const nothing =
  'The change means nothing to a server: the same settings are in force, and the same logins are let in.\n';

/** The differences for a terminal. */
export function formatText(differences: readonly ClusterDifference[]): string {
  if (differences.length === 0) return nothing;
  return differences
    .map((difference) => {
      const parts = sectionsOf(difference).map(({ heading, columns, rows, sentences }) => {
        const body = rows.length > 0 ? formatTable(columns, rows).trimEnd().split('\n') : sentences;
        return `  ${heading}\n${body.map((line) => `    ${line}\n`).join('')}`;
      });
      return `${difference.cluster}${stateText(difference)}\n\n${parts.join('\n')}`;
    })
    .join('\n');
}

/** GitHub refuses comments of more than 65536 characters. */
const mostRows = 60;
const mostCharacters = 60_000;

/** The differences for a comment on a pull request. */
export async function formatMarkdown(differences: readonly ClusterDifference[]): Promise<string> {
  const { markdownTable } = await import('markdown-table');
  if (differences.length === 0) return `**pgconflint**: ${nothing}`;
  const parts: string[] = [];
  let length = 0;
  const add = (part: string): void => {
    length += part.length + 2;
    if (length <= mostCharacters) parts.push(part);
  };
  for (const difference of differences) {
    add(`### ${markdownText(difference.cluster)}${stateText(difference)}`);
    for (const { heading, columns, rows, sentences } of sectionsOf(difference)) {
      add(`#### ${heading}`);
      const shown = rows.slice(0, mostRows).map((row) => columns.map((column) => markdownText(row[column]!)));
      if (rows.length > 0) add(markdownTable([[...columns], ...shown]));
      const list = sentences.slice(0, mostRows).map((sentence) => `- ${markdownText(sentence)}`);
      if (list.length > 0) add(list.join('\n'));
      const left = rows.length + sentences.length - shown.length - list.length;
      if (left > 0) add(`${left} more.`);
    }
  }
  if (length > mostCharacters)
    parts.push('What follows is too long for a comment; `pgconflint diff` prints all of it.');
  return `${parts.join('\n\n')}\n`;
}
