import { pictureMarkup, type RecordLink } from '../../../../src/report/access-picture.js';
import type { AccessAnswer } from '../answers.js';
import { link, page, remarks as remarksOf, table, text } from './page.js';

type Row = AccessAnswer['rows'][number];

const headings = ['Users', 'Databases', 'From', 'Encryption', 'Method', 'Record', 'Except'];

/**
 * The page that shows who gets in.
 *
 * @param answer the records, as the server reads them
 * @param name the pg_hba.conf, as the person knows it
 * @param nonce random; only what carries it may run or style the page
 * @returns HTML
 */
export function accessPage({ target, rows, picture, remarks }: AccessAnswer, name: string, nonce: string): string {
  const deciding = rows.filter(({ reachable }) => reachable);
  const idle = rows.filter(({ reachable }) => !reachable);
  const parts = [
    `<p>PostgreSQL ${target} uses the first record that matches a connection. Whoever is in no line is rejected.</p>`,
    remarksOf(remarks),
    pictureMarkup(picture, linkTo(rows)),
    '<h2>Record by record</h2>',
    tableOf(headings, deciding, ({ exceptText }) => exceptText),
  ];
  if (idle.length > 0) {
    const columns = [...headings.slice(0, -1), 'Because'];
    parts.push('<h2>Records that never decide</h2>', tableOf(columns, idle, becauseOf));
  }
  return page(`Who gets in by ${name}`, parts.join('\n'), nonce);
}

/** The name of a record of the picture as a link to its line. */
function linkTo(rows: readonly Row[]): RecordLink {
  const uris = new Map(rows.map(({ file, uri }) => [file, uri]));
  return ({ file, line }) => link({ uri: uris.get(file) ?? '', line }, `${file}:${line}`);
}

function becauseOf({ unreachableBecause }: Row): string {
  return unreachableBecause ?? '';
}

function tableOf(columns: readonly string[], rows: readonly Row[], last: (row: Row) => string): string {
  if (rows.length === 0) return '<p>No record lets anybody in.</p>';
  const lines = rows.map((row) => {
    const method = [row.method, ...row.options].join(' ');
    const cells = [row.users.join(', '), row.databases.join(', '), row.from, row.encryption ?? '–', method].map(text);
    return { look: lookOf(row), cells: [...cells, link(row, `${row.file}:${row.line}`), text(last(row))] };
  });
  return table(columns, lines);
}

/** What a reader should see first: who is turned away, and who needs no proof. */
function lookOf({ method }: Row): string {
  if (method === 'reject') return 'reject';
  return method === 'trust' ? 'trust' : '';
}
