/** Who gets in as a picture: networks within networks, and in each the roles and databases that its records are for. */
import type { HbaRecord } from '../cluster/types.js';
import { isContiguous } from './coverage/address-line.js';
import { type AccessQuestion, type AccessRow, hasRow } from './matrix.js';
import { everyAddress, networkSet } from './regions/address-set.js';
import { exceptText } from './row-text.js';

/** How much a method asks of a client; `kept out` for one that rejects. */
export type Proof = 'none' | 'weak' | 'strong' | 'kept out';

/** Records of one place that say the same of some roles and databases. */
export interface PictureLine {
  users: string[];
  databases: string[];
  /** Null for the Unix socket. */
  encryption: string | null;
  /** With its options. */
  method: string;
  proof: Proof;
  records: { file: string; line: number }[];
  /** The earlier records that decide some of these logins; empty for none. */
  except: string;
}

/** A network, or another place from which logins come. */
export interface PicturePlace {
  from: string;
  lines: PictureLine[];
  /** Networks within it, for which what is said of it counts, too. */
  inner: PicturePlace[];
}

/** Where a network begins and ends on the line of addresses. */
type Span = readonly [start: bigint, end: bigint];

/**
 * Draws the records that decide logins.
 *
 * @param rows all rows of the same records
 */
export function accessPicture({ hba }: Pick<AccessQuestion, 'hba'>, rows: readonly AccessRow[]): PicturePlace[] {
  const records = hba.records.filter(hasRow);
  const places = new Map<string, { place: PicturePlace; span: Span | undefined }>();
  for (const [index, row] of rows.entries()) {
    if (!row.reachable) continue;
    const known = places.get(row.from) ?? {
      place: { from: row.from, lines: [], inner: [] },
      span: spanOf(records[index]!),
    };
    places.set(row.from, known);
    known.place.lines.push(lineOf(row));
  }
  for (const { place } of places.values()) place.lines = merged(place.lines);
  return nested([...places.values()]);
}

function lineOf(row: AccessRow): PictureLine {
  const { users, databases, encryption, method, options, file, line } = row;
  return {
    users: [...new Set(users)],
    databases: [...new Set(databases)],
    encryption,
    method: [method, ...options].join(' '),
    proof: proofOf(method),
    records: [{ file, line }],
    except: exceptText(row),
  };
}

/** How much a method asks of a client. */
export function proofOf(method: string | undefined): Proof {
  if (method === undefined) return 'kept out';
  if (method === 'reject') return 'kept out';
  if (method === 'trust') return 'none';
  return method === 'password' || method === 'md5' || method === 'ident' ? 'weak' : 'strong';
}

/** Puts lines together that differ in their roles only, or in their databases only, where no earlier record comes in between. */
function merged(lines: readonly PictureLine[]): PictureLine[] {
  const byRoles = joined(lines, 'users', 'databases');
  return joined(byRoles, 'databases', 'users');
}

function joined(
  lines: readonly PictureLine[],
  column: 'users' | 'databases',
  same: 'users' | 'databases',
): PictureLine[] {
  const found = new Map<string, PictureLine>();
  const result: PictureLine[] = [];
  for (const line of lines) {
    const key = JSON.stringify([[...line[same]].sort(), line.encryption, line.method]);
    const other = line.except === '' && line.proof !== 'kept out' ? found.get(key) : undefined;
    if (other) {
      other[column] = [...new Set([...other[column], ...line[column]])];
      other.records = [...other.records, ...line.records];
      continue;
    }
    const own = { ...line };
    if (line.except === '' && line.proof !== 'kept out') found.set(key, own);
    result.push(own);
  }
  return result;
}

/** Undefined for what is no network: the socket, names of clients, addresses of the server. */
function spanOf({ address }: HbaRecord): Span | undefined {
  if (address?.kind === 'all') return everyAddress[0];
  return address?.kind === 'network' && isContiguous(address) ? networkSet(address)[0] : undefined;
}

/** The socket first, then networks by their addresses with those within them, then the rest. */
function nested(all: readonly { place: PicturePlace; span: Span | undefined }[]): PicturePlace[] {
  const networks = all.flatMap(({ place, span }) => (span ? [{ place, span }] : []));
  const [socket, others] = [true, false].map((isSocket) =>
    all
      .filter(({ place, span }) => !span && place.lines.every(({ encryption }) => encryption === null) === isSocket)
      .map(({ place }) => place),
  );
  networks.sort((a, b) => compare(a.span[0], b.span[0]) || compare(b.span[1], a.span[1]));
  const top: PicturePlace[] = [];
  const around: typeof networks = [];
  for (const one of networks) {
    while (around.length > 0 && around.at(-1)!.span[1] < one.span[1]) around.pop();
    (around.at(-1)?.place.inner ?? top).push(one.place);
    around.push(one);
  }
  return [...socket!, ...top, ...others!];
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}
