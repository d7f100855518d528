/** The same answer as a table, in text or in Markdown. */
import { shortList } from '../../../access/row-text.js';
import { escapeText } from '../../../report/markdown.js';
import { asIs, join, type Printable, say } from '../../../report/printable.js';
import { formatTable } from '../../../report/text/table.js';
import { counted } from '../../../report/wording.js';
import { type AnsweredPart, type FilteredAnswer, placeOf } from './answer.js';

/** So many lines a record gets. */
const mostOfRecord = 12;

const columnNames = ['users', 'databases', 'from', 'encryption', 'where', 'method', 'record'] as const;

/** Lines for people. */
export function answerTable(answer: FilteredAnswer, width: number): Printable {
  const rows = shownParts(answer).map((part) => ({ ...cellsOf(part), example: `for instance ${part.text}` }));
  const table =
    rows.length === 0
      ? say``
      : join([say`\n`, formatTable(columnsOf(rows), rows, { width, note: 'example', below: ['where'] })]);
  return join([say`${verdictOf(answer)}\n`, table]);
}

/** The same as Markdown. */
export async function answerMarkdown(answer: FilteredAnswer): Promise<Printable> {
  const rows = shownParts(answer).map((part) => ({ ...cellsOf(part), 'for instance': part.text }));
  if (rows.length === 0) return say`${verdictOf(answer)}\n`;
  const { markdownTable } = await import('markdown-table');
  const columns = [...columnsOf(rows), 'for instance'] as const;
  const lines = rows.map((row: Record<string, string>) => columns.map((column) => escapeText(row[column]!)));
  return asIs(`${verdictOf(answer)}\n\n${markdownTable([[...columns], ...lines])}\n`);
}

/** What the table leaves out, and what is not decided; a sentence each. */
export function answerRemarks(answer: FilteredAnswer, showsAll: boolean): string[] {
  const remarks: string[] = [];
  const { parts, neverDecide, notDecided } = answer;
  const left = parts.length - shownParts(answer).length;
  if (left > 0) remarks.push(`${counted(left, 'more group')} of such logins left out; --format json shows all.`);
  const places = shortList(neverDecide.map(placeOf));
  if (showsAll && places !== '') remarks.push(`These records match such logins and never decide one: ${places}.`);
  if (notDecided.length > 0) {
    const which = shortList(notDecided.map((place) => (place === 'none' ? 'no record' : place)));
    remarks.push(
      `not decided: which of these logins ${which} decides. The lists, masks or expressions up to there combine in too many ways.`,
    );
  }
  return remarks;
}

function verdictOf({ letsIn, parts, notDecided }: FilteredAnswer): string {
  const records = new Set(parts.filter((part) => part.letsIn).map(({ record }) => record && placeOf(record)));
  if (letsIn) return `${counted(records.size, 'record')} ${records.size === 1 ? 'lets' : 'let'} such logins in.`;
  return notDecided.length > 0 ? 'It is not decided whether such logins are let in.' : 'No such login is let in.';
}

function shownParts({ parts }: FilteredAnswer): AnsweredPart[] {
  const counts = new Map<string, number>();
  return parts.filter(({ record }) => {
    const place = record ? placeOf(record) : '';
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    return count <= mostOfRecord;
  });
}

type Cells = Record<(typeof columnNames)[number], string>;

function cellsOf({ users, databases, from, encryption, where, record }: AnsweredPart): Cells {
  return {
    users,
    databases,
    from,
    encryption: encryption || '-',
    where,
    method: record ? [record.method, ...record.options].join(' ') : 'rejected',
    record: record ? placeOf(record) : 'none',
  };
}

/** The column about what files cannot tell is there where it says something. */
function columnsOf(rows: readonly Cells[]): string[] {
  return columnNames.filter((name) => name !== 'where' || rows.some(({ where }) => where !== ''));
}
