/** The picture of who gets in as markup: a grid at a glance, and every network with its records, those within it inside. */
import type { PictureLine, PicturePlace, Proof } from '../access/picture.js';
import { escapeHtml } from './html-page.js';
import { counted } from './wording.js';

/** Colours come from the page: --bad, --warn, --good, --soft, --line. */
export const pictureStyle = `
.bar { display: block; width: 100%; height: .8rem; margin: .6rem 0; border-radius: .4rem; }
.none { --own: var(--bad); } .weak { --own: var(--warn); } .strong { --own: var(--good); } .out { --own: var(--soft); }
.bar rect { fill: var(--own); }
.key::before { background: var(--own); content: ''; display: inline-block; width: .7rem; height: .7rem; border-radius: .2rem; margin-right: .35rem; }
.keys { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; padding: 0; margin: .4rem 0 1rem; }
.grid { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: .87em; }
.grid th, .grid td { border: 1px solid var(--line); padding: .2rem .35rem; text-align: left; vertical-align: top; font-weight: normal; overflow-wrap: anywhere; }
.grid thead th { font-weight: 600; } .grid td.on { border-left: .3rem solid var(--own); }
.from { border: 1px solid var(--line); border-radius: .4rem; padding: .3rem .6rem .5rem; margin: .6rem 0; }
.from > h3 { font-size: 1em; margin: .1rem 0 .3rem; }
.from ul { list-style: none; margin: 0; padding: 0; }
.from li { border-left: .25rem solid var(--own); padding: .05rem 0 .05rem .6rem; margin: .35rem 0; overflow-wrap: anywhere; break-inside: avoid; }
.how { color: var(--own); font-weight: 600; } .aside { color: var(--soft); font-size: .92em; }
.from details { display: inline; } .from summary { display: inline; cursor: pointer; color: var(--soft); }
.grid .in-1 { padding-left: .8rem; } .grid .in-2 { padding-left: 1.4rem; } .grid .in-3 { padding-left: 2rem; }`;

const proofs: readonly { proof: Proof; look: string; says: string }[] = [
  { proof: 'none', look: 'none', says: 'let in without any proof (trust)' },
  { proof: 'weak', look: 'weak', says: 'password, md5 or ident' },
  { proof: 'strong', look: 'strong', says: 'other methods' },
  { proof: 'kept out', look: 'out', says: 'kept out (reject)' },
];
const lookOf = (proof: Proof) => proofs.find((one) => one.proof === proof)!.look;

/** How a record is linked, or named: markup. */
export type RecordLink = (record: PictureLine['records'][number]) => string;

/**
 * Draws the picture.
 *
 * @param places what is drawn
 * @param link the markup of a record's name
 */
export function pictureMarkup(places: readonly PicturePlace[], link: RecordLink): string {
  const all = places.flatMap((place) => allIn(place));
  if (all.length === 0) return '<p>No record lets anybody in.</p>\n';
  return `${legend(all.flatMap(({ place }) => place.lines))}${grid(all)}<h2>From where, who, to what</h2>
${places.map((place) => placeMarkup(place, link)).join('')}`;
}

interface Placed {
  place: PicturePlace;
  depth: number;
  /** The network around it. */
  around: PicturePlace | undefined;
}

function allIn(place: PicturePlace, depth = 0, around?: PicturePlace): Placed[] {
  return [{ place, depth, around }, ...place.inner.flatMap((one) => allIn(one, depth + 1, place))];
}

function legend(lines: readonly PictureLine[]): string {
  const counts = proofs
    .map((one) => ({
      ...one,
      count: lines.filter(({ proof }) => proof === one.proof).flatMap((line) => line.records).length,
    }))
    .filter(({ count }) => count > 0);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  let at = 0;
  const bar = counts.map(({ look, count }) => {
    const rect = `<rect class="${look}" x="${at}" y="0" width="${count}" height="1"/>`;
    at += count;
    return rect;
  });
  const keys = counts.map(
    ({ look, says, count }) => `<li class="key ${look}">${counted(count, 'record')}: ${says}</li>`,
  );
  return `<svg class="bar" viewBox="0 0 ${total} 1" preserveAspectRatio="none" aria-hidden="true">${bar.join('')}</svg>\n<ul class="keys">${keys.join('')}</ul>\n`;
}

/** So many databases have a column of their own, and so many networks a row. */
const mostColumns = 4;
const mostRows = 40;

/** From where to which databases: how many roles, coloured by the weakest proof. */
function grid(all: readonly Placed[]): string {
  const rows = gridRows(all);
  const counts = new Map<string, number>();
  for (const name of rows.flatMap(({ lines }) => lines.flatMap((line) => line.databases)))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
  const shown = [...names.filter((name) => name === 'all'), ...names.filter((name) => name !== 'all')].slice(
    0,
    mostColumns,
  );
  const rest = names.filter((name) => !shown.includes(name));
  const columns = [
    ...shown.map((name) => ({ heading: name, has: (one: string) => one === name })),
    ...(rest.length > 0 ? [{ heading: `${rest.length} more`, has: (one: string) => !shown.includes(one) }] : []),
  ];
  const head = ['from \\ to', ...columns.map(({ heading }) => heading)].map(
    (text) => `<th scope="col">${escapeHtml(text)}</th>`,
  );
  const lines = rows.slice(0, mostRows).map(({ from, depth, lines: own }) => {
    const cells = columns.map(({ has }) => cell(own.filter(({ databases }) => databases.some(has))));
    return `<tr><th scope="row" class="in-${Math.min(depth, 3)}">${escapeHtml(from)}</th>${cells.join('')}</tr>\n`;
  });
  const more =
    rows.length > mostRows ? `<p class="aside">${rows.length - mostRows} more networks are below.</p>\n` : '';
  return `<h2>At a glance</h2>
<table class="grid"><thead><tr>${head.join('')}</tr></thead><tbody>
${lines.join('')}</tbody></table>
${more}<p class="aside">What a network has, the networks within it have, too, as far as no earlier record decides.</p>
`;
}

interface GridRow extends Pick<PicturePlace, 'from' | 'lines'> {
  depth: number;
}

/** A row for each place that lets somebody in; where there are too many, networks that lie deep are told with those around them. */
function gridRows(all: readonly Placed[]): GridRow[] {
  const aroundOf = new Map(all.map(({ place, around }) => [place, around]));
  const letting = all.flatMap(({ place, depth }) => {
    const lines = place.lines.filter(({ proof }) => proof !== 'kept out');
    return lines.length > 0 ? [{ place, depth, lines }] : [];
  });
  const depths = [...new Set(letting.map(({ depth }) => depth))].sort((a, b) => b - a);
  const deepest =
    depths.find((depth) => letting.filter((one) => one.depth <= depth).length <= mostRows) ?? depths.at(-1);
  const kept = new Map<PicturePlace, GridRow & { within: number }>();
  for (const { place, depth, lines } of letting) {
    let around = depth > deepest! ? aroundOf.get(place) : undefined;
    while (around && !kept.has(around)) around = aroundOf.get(around);
    const row = around && kept.get(around);
    if (row) {
      row.lines = [...row.lines, ...lines];
      row.within++;
    } else kept.set(place, { from: place.from, depth, lines, within: 0 });
  }
  return [...kept.values()].map(({ within, ...row }) =>
    within === 0 ? row : { ...row, from: `${row.from} with ${counted(within, 'network')} in it` },
  );
}

function cell(lines: readonly PictureLine[]): string {
  if (lines.length === 0) return '<td></td>';
  const users = [...new Set(lines.flatMap((line) => line.users))];
  const text = users.includes('all') ? 'all' : users.length <= 2 ? users.join(', ') : counted(users.length, 'role');
  const weakest = proofs.find(({ proof }) => lines.some((line) => line.proof === proof))!;
  return `<td class="on ${weakest.look}">${escapeHtml(text)}</td>`;
}

function placeMarkup({ from, lines, inner }: PicturePlace, link: RecordLink): string {
  return `<section class="from"><h3>${escapeHtml(from)}</h3>
<ul>
${lines.map((line) => lineMarkup(line, link)).join('')}</ul>
${inner.map((place) => placeMarkup(place, link)).join('')}</section>
`;
}

function lineMarkup(
  { users, databases, encryption, method, proof, records, except }: PictureLine,
  link: RecordLink,
): string {
  const ways =
    encryption === null || encryption === 'any' ? '' : `, ${encryption === 'none' ? 'without encryption' : encryption}`;
  const places = list(records.map(link), 6);
  const but = except === '' ? '' : `, except whom ${escapeHtml(except)} decides`;
  const says = proof === 'kept out' ? 'kept out' : `${escapeHtml(method)}`;
  return `<li class="${lookOf(proof)}"><strong>${names(users)}</strong> → <strong>${names(databases)}</strong>: <span class="how">${says}</span>${escapeHtml(ways)} <span class="aside">${places}${but}</span></li>
`;
}

const mostNames = 12;

function names(all: readonly string[]): string {
  return list(all.map(escapeHtml), mostNames);
}

/** The first parts, and the others where one asks for them. */
function list(parts: readonly string[], most: number): string {
  if (parts.length <= most + 1) return parts.join(', ');
  const [first, others] = [parts.slice(0, most), parts.slice(most)];
  return `${first.join(', ')} <details><summary>and ${others.length} more</summary> ${others.join(', ')}</details>`;
}
