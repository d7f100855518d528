/** Why a statement holds, for people. */
import { shortList } from '../../../access/row-text.js';
import { asLines, type Printable } from '../../../report/printable.js';
import { tableLines } from '../../../report/text/table.js';
import { hanging } from '../../../report/text/wrap.js';
import type { Because, PolicyAnswer } from './answers.js';

/** So many parts are printed for a terminal. */
const mostParts = 30;
const columns = ['users', 'databases', 'from', 'encryption', 'where', 'outcome', 'record'] as const;

/**
 * The parts of the logins that a statement is about, each with what decides it.
 *
 * @param name the statement's
 */
export function reasonsOf(name: string, { parts, keptFrom, notDecided }: Because, width: number): Printable[] {
  const rows = parts.slice(0, mostParts).map(({ record, letsIn, ...of }) => ({
    ...of,
    encryption: of.encryption || '-',
    outcome: letsIn ? `let in with ${record!.method}` : 'rejected',
    record: placeText(record),
  }));
  const headings = columns.filter((column) => column !== 'where' || rows.some(({ where }) => where !== ''));
  const told =
    rows.length > 0 ? tableLines(headings, rows, { width: width - 2, below: ['where'] }) : ['There is no such login.'];
  const more: string[] = [];
  if (parts.length > rows.length) more.push(`${parts.length - rows.length} more parts; --format json has all of them.`);
  if (keptFrom.length > 0) {
    const places = shortList(keptFrom.map(placeText));
    more.push(`Earlier records decide all of these logins before ${places} could.`);
  }
  if (notDecided.length > 0) {
    more.push(
      `Not decided: which of these logins ${shortList(notDecided.map(placeText))} decides; the lists, masks or expressions combine in too many ways.`,
    );
  }
  const lines = [...told, ...more.flatMap((sentence) => hanging('', sentence, width - 2, 2))];
  return [asLines(['', ...hanging('', `“${name}” holds:`, width, 2), ...lines.map((line) => `  ${line}`)])];
}

function placeText(record: PolicyAnswer['record']): string {
  return record ? `${record.file}:${record.line}` : 'none';
}
