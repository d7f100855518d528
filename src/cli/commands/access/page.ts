/** The same answers as HTML pages. */
import type { AccessRow } from '../../../access/matrix.js';
import { accessPicture, type PicturePlace, proofOf } from '../../../access/picture.js';
import { relativePath } from '../../../files/paths.js';
import { version } from '../../../project/generated/version.js';
import { pictureMarkup, pictureStyle, type RecordLink } from '../../../report/access-picture.js';
import { escapeHtml, htmlPage } from '../../../report/html-page.js';
import type { Printable } from '../../../report/printable.js';
import type { ChosenHba } from '../../one-hba.js';
import type { FilteredAnswer } from './answer.js';

const link: RecordLink = ({ file, line }) => escapeHtml(`${file}:${line}`);

/**
 * Who gets in.
 *
 * @param rows all of them
 * @param hasIdle whether those that never decide are listed, too
 */
export function accessPage(
  chosen: ChosenHba,
  rows: readonly AccessRow[],
  hasIdle: boolean,
  remarks: readonly string[],
): Printable {
  const idle = hasIdle ? rows.filter(({ reachable }) => !reachable) : [];
  const items = idle.map(
    ({ file, line, unreachableBecause }) =>
      `<li>${link({ file, line })}: ${escapeHtml(unreachableBecause ?? '')}</li>\n`,
  );
  const more = idle.length === 0 ? '' : `<h2>Records that never decide</h2>\n<ul>\n${items.join('')}</ul>\n`;
  return pageOf(chosen, remarks, pictureMarkup(accessPicture(chosen, rows), link) + more);
}

/** Who of the logins that were asked about gets in. */
export function answerPage({ parts }: FilteredAnswer, chosen: ChosenHba, remarks: readonly string[]): Printable {
  const places = new Map<string, PicturePlace>();
  for (const part of parts) {
    const place = places.get(part.from) ?? { from: part.from, lines: [], inner: [] };
    places.set(part.from, place);
    place.lines.push({
      users: [part.where === '' ? part.users : `${part.users} (${part.where})`],
      databases: [part.databases],
      encryption: part.encryption || null,
      method: part.record ? [part.record.method, ...part.record.options].join(' ') : 'reject',
      proof: proofOf(part.record?.method),
      records: part.record ? [part.record] : [],
      except: '',
    });
  }
  return pageOf(chosen, remarks, pictureMarkup([...places.values()], link));
}

function pageOf({ hba, target, folder }: ChosenHba, remarks: readonly string[], body: string): Printable {
  const name = relativePath(hba.main.path, folder);
  const notes = [
    `PostgreSQL ${target} uses the first record that matches a connection; whoever matches none is rejected.`,
    ...remarks,
  ];
  return htmlPage(
    `Who gets in by ${name}`,
    pictureStyle,
    `<h1>Who gets in by ${escapeHtml(name)}</h1>
${notes.map((note) => `<p>${escapeHtml(note)}</p>\n`).join('')}${body}<footer>pgconflint ${escapeHtml(version)}</footer>
`,
  );
}
