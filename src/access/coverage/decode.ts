import type { Major } from '../../catalog/majors.js';
import type { Address, HbaRecord } from '../../cluster/types.js';
import type { Budget } from '../budget.js';
import { AddressLine } from './address-line.js';
import { type Element, Pairs } from './elements.js';

/** A record with its elements as numbers. */
export interface Decoded {
  record: HbaRecord;
  databases: Element[];
  users: Element[];
}

/** Records ready to be compared. */
export interface DecodedRecords {
  /** Those that a server has; broken ones are left out. */
  decoded: Decoded[];
  pairs: Pairs;
  line: AddressLine;
}

/**
 * Gives elements and addresses of records their numbers.
 *
 * @param records in the order in which the server tries them
 */
export function decodeRecords(records: readonly HbaRecord[], target: Major, budget: Budget): DecodedRecords {
  const pairs = new Pairs(target, budget);
  const decoded: Decoded[] = [];
  for (const record of records) {
    if (record.error?.severity === 'error' || record.connectionType === undefined) continue;
    const { databases, users } = record;
    decoded.push({ record, databases: pairs.databases.internAll(databases), users: pairs.users.internAll(users) });
  }
  // `sameuser` and `samerole` make roles of databases' names, and the other way round: all of these must have numbers.
  const isCoupled = (['sameuser', 'samerole'] as const).some((kind) => pairs.databases.idOf(kind) !== undefined);
  if (isCoupled) {
    for (const { databases, users } of decoded) {
      for (const { pattern } of users) if (pattern.kind === 'name') pairs.databases.intern(pattern);
      for (const { pattern } of databases) if (pattern.kind === 'name') pairs.users.intern(pattern);
    }
  }
  return { decoded, pairs, line: new AddressLine(addressesOf(decoded)) };
}

function* addressesOf(decoded: readonly Decoded[]): Generator<Address> {
  for (const { record } of decoded) if (record.address !== undefined) yield record.address;
}
