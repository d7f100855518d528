/** Cells of the table of who gets in: short, however long the lists of a record are. */
import type { AccessRow } from './matrix.js';

/** So many are written out. */
const most = 12;

/**
 * A list with its first members, and how many more there are.
 *
 * @param members what the list holds, in the order in which it is shown
 */
export function shortList(members: readonly string[]): string {
  if (members.length <= most) return members.join(', ');
  return `${members.slice(0, most).join(', ')} and ${members.length - most} more`;
}

/** Which earlier records take logins of a row: `pg_hba.conf:1-3, pg_hba.conf:7, perhaps pg_hba.conf:5`. */
export function exceptText({ except, perhaps, hasMore, undecided }: AccessRow): string {
  const parts: string[] = [];
  if (except.length > 0) parts.push(shortList(stretches(except)));
  if (perhaps.length > 0) parts.push(`perhaps ${shortList(stretches(perhaps))}`);
  if (hasMore) parts.push('and more');
  if (undecided) parts.push('others are not decided');
  return parts.join(', ');
}

/** Places with those that follow each other as one: three lines or more. */
function stretches(places: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = 0; at < places.length; ) {
    const { file, line } = partsOf(places[at]!);
    let end = at + 1;
    while (end < places.length && places[end] === `${file}:${line + end - at}`) end++;
    if (end - at < 3) found.push(...places.slice(at, end));
    else found.push(`${file}:${line}-${line + end - at - 1}`);
    at = end;
  }
  return found;
}

function partsOf(place: string): { file: string; line: number } {
  const colon = place.lastIndexOf(':');
  return { file: place.slice(0, colon), line: Number(place.slice(colon + 1)) };
}
