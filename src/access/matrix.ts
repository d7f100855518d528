import { bitsOf } from '../addresses/masks.js';
import { formatAddress } from '../addresses/numeric-address.js';
import type { Major } from '../catalog/majors.js';
import type { Cluster, HbaReading, HbaRecord, PlacedToken } from '../cluster/types.js';
import { viewOptions } from '../cluster/views/view-options.js';
import { relativePath } from '../files/paths.js';
import { budgetFor } from './budget.js';
import { isContiguous } from './coverage/address-line.js';
import { reachableTransports } from './reachable-transports.js';
import { takers } from './takers.js';
import { transportsOf } from './transports.js';
import { describeTransports } from './wording.js';

/** The records that are asked about, and what else decides about them. */
export interface AccessQuestion {
  hba: HbaReading;
  cluster: Cluster;
  target: Major;
  /** File names are told relative to it. */
  folder: string;
}

/** One record in the picture of who gets in. */
export interface AccessRow {
  file: string;
  line: number;
  users: string[];
  databases: string[];
  from: string;
  /** `any`, `none`, `TLS`, …; null for the Unix socket. */
  encryption: string | null;
  method: string;
  options: string[];
  /** Whether it ever decides a login. */
  reachable: boolean;
  /** Why it never decides: the earlier records that take all its logins, or that no connection comes its way. */
  unreachableBecause: string | null;
  /** The earlier records that decide logins which it matches, as `file:line`: whom else it matches, it decides. */
  except: string[];
  /** Earlier records that may decide some of them: that depends on members, host names and others that files do not tell. */
  perhaps: string[];
  /** Whether there are more such records than are listed. */
  hasMore: boolean;
  /** Whether finding all of them would have taken too much work: then those that are listed are certain, and there may be others. */
  undecided: boolean;
}

/**
 * Works out who gets in, record by record.
 *
 * @param question the pg_hba.conf and its cluster
 */
export function accessRows({ hba, cluster, target, folder }: AccessQuestion): AccessRow[] {
  const records = hba.records.filter(hasRow);
  const transports = reachableTransports(cluster);
  const taken = new Map(
    takers(records, { target, transports, budget: budgetFor(hba.files) }).map((one) => [one.record, one]),
  );
  const place = ({ file, line }: HbaRecord) => `${relativePath(file.path, folder)}:${line}`;
  return records.map((record): AccessRow => {
    const own = transportsOf[record.connectionType!];
    const open = own.filter((transport) => transports.includes(transport));
    const { coveredBy, takenBy, maybeTakenBy, hasMore, undecided } = taken.get(record)!;
    let because: string | null = null;
    if (open.length === 0) because = `no connection comes with ${describeTransports(own)} encryption`;
    else if (coveredBy.length > 0) because = `${coveredBy.slice(0, 10).map(place).join(', ')} already matches`;
    return {
      file: relativePath(record.file.path, folder),
      line: record.line,
      users: record.users.map(({ token }) => asWritten(token)),
      databases: record.databases.map(({ token }) => asWritten(token)),
      from: describeAddress(record),
      encryption: record.connectionType === 'local' ? null : describeTransports(open.length > 0 ? open : own),
      method: record.method ?? '',
      options: viewOptions(record, target) ?? [],
      reachable: because === null,
      unreachableBecause: because,
      except: takenBy.map(place),
      perhaps: maybeTakenBy.map(place),
      hasMore,
      undecided,
    };
  });
}

/** Whether a record has a row: every one that can be read. */
export function hasRow({ error, connectionType }: HbaRecord): boolean {
  return error?.severity !== 'error' && connectionType !== undefined;
}

/** With its quotes, where it has some: they take their meaning from keywords. */
function asWritten({ file, start, end }: PlacedToken): string {
  return file.text.slice(start, end);
}

function describeAddress({ address }: HbaRecord): string {
  if (!address) return 'the Unix socket';
  if (address.kind === 'all') return 'anywhere';
  if (address.kind === 'samehost') return "the server's own addresses";
  if (address.kind === 'samenet') return "the server's networks";
  if ('name' in address) return address.kind === 'host' ? address.name : `*${address.name}`;
  if (address.kind !== 'network') return address.kind;
  const { family, mask } = address;
  const network = formatAddress(address.address & mask, family);
  if (!isContiguous(address)) return `${network} ${formatAddress(mask, family)}`;
  const prefix = mask.toString(2).replaceAll('0', '').length;
  if (prefix === 0) return `any IPv${family} address`;
  return prefix === bitsOf(family) ? network : `${network}/${prefix}`;
}
