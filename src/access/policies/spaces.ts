/** Spaces of policies as regions, and what about their logins breaks a statement. */
import type { Major } from '../../catalog/majors.js';
import type { HbaRecord } from '../../cluster/types.js';
import { demandedCertificate } from '../../cluster/views/view-options.js';
import type { Transport } from '../login.js';
import { everyAddress } from '../regions/address-set.js';
import type { Condition } from '../regions/condition.js';
import { allBut, everyName, intersectNames, namesOf } from '../regions/name-set.js';
import { type Region, replicationName } from '../regions/region.js';
import type { CertificateLevel, Space, Statement } from './policy.js';

/** Logins that break a statement where the record that decides them is a bad one; without a record they are rejected. */
export interface Forbidden {
  regions: readonly Region[];
  isBad(record: HbaRecord | undefined): boolean;
}

/**
 * What breaks a statement.
 *
 * @param available the ways in which connections can come
 * @param without takes the regions of one list out of those of another
 */
export function forbiddenBy(
  { verb, space, within }: Statement,
  available: readonly Transport[],
  target: Major,
  without: (regions: readonly Region[], parts: readonly Region[]) => Region[],
): Forbidden[] {
  const regions = spaceRegions(space, available);
  const isIn = (record: HbaRecord | undefined) => letsIn(record) && isDecidedWithin(space, record, target);
  if (verb === 'never') return [{ regions, isBad: isIn }];
  if (verb === 'works') {
    const asked = space.replication === undefined ? spaceRegions({ ...space, replication: false }, available) : regions;
    return [{ regions: asked, isBad: (record) => !isIn(record) }];
  }
  const whole = spaceRegions(within, available);
  const isWithin = (record: HbaRecord | undefined) => letsIn(record) && isDecidedWithin(within, record, target);
  return [
    { regions: without(whole, regions), isBad: isWithin },
    { regions: without(whole, without(whole, regions)), isBad: (record) => isWithin(record) && !isIn(record) },
  ];
}

/** Whether a record lets clients in, if they prove what its method asks for. */
export function letsIn(record: HbaRecord | undefined): record is HbaRecord {
  return record !== undefined && record.method !== 'reject';
}

/** How far a record demands a client certificate; the method cert always holds its name against the role. */
export function certificateLevel(record: HbaRecord, target: Major): CertificateLevel {
  if (record.method === 'cert') return 'verify-full';
  const demanded = demandedCertificate(record, target);
  if (demanded === undefined) return 'none';
  return demanded === 'verify-full' ? 'verify-full' : 'verify-ca';
}

/** Whether what a space says of methods and certificates is true of a record; the logins that it decides may be others. */
export function isDecidedWithin({ methods, certificates }: Space, record: HbaRecord, target: Major): boolean {
  const { method = '' } = record;
  if (methods && methods.names.has(method) === methods.except) return false;
  return certificates?.has(certificateLevel(record, target)) ?? true;
}

/** The logins of a space, whatever lets them in, without overlaps. */
export function spaceRegions(space: Space, available: readonly Transport[]): Region[] {
  const { roles = everyName, memberOf, databases, replication, from, transports = available } = space;
  const ways = available.filter((transport) => transports.includes(transport));
  const places: Pick<Region, 'transports' | 'addresses'>[] = from
    ? [
        { transports: ways.filter((way) => way !== 'local'), addresses: from.addresses },
        { transports: ways.filter((way) => way === 'local' && from.isLocal), addresses: everyAddress },
      ]
    : [{ transports: ways, addresses: everyAddress }];
  let names = databases ? intersectNames(databases, allBut(replicationName)) : everyName;
  if (replication !== undefined) {
    names = intersectNames(names, replication ? namesOf([replicationName]) : allBut(replicationName));
  }
  const member = (subject: string, holds: boolean): Condition => ({ kind: 'member', subject, holds });
  // One after the other: the first group, the second but not the first, and so on.
  const memberships: Condition[][] = !memberOf
    ? [[]]
    : memberOf.not
      ? [memberOf.groups.map((group) => member(group, false))]
      : memberOf.groups.map((group, index) => [
          ...memberOf.groups.slice(0, index).map((earlier) => member(earlier, false)),
          member(group, true),
        ]);
  return places
    .filter((place) => place.transports.length > 0 && place.addresses.length > 0)
    .flatMap((place) => memberships.map((conditions) => ({ ...place, databases: names, users: roles, conditions })))
    .filter(({ databases: those, users }) => [those, users].every((set) => set.except || set.names.size > 0));
}
