import type { RecordRequirement, RecordSelection } from '../../catalog/benchmarks/types.js';
import type { Cluster, HbaReading, HbaRecord } from '../../cluster/types.js';
import { neverPlain } from '../../linter/engine/covered.js';
import { allowsPlain, isRemote, letsIn, optionOf } from '../../rule-kit/records/records.js';
import { recordsText } from './texts.js';
import type { Sighting, Verdict } from './verdict.js';

/** How many records are named; a report is to be read. */
const mostNamed = 20;

/** Judges the records that a control looks at; those that reject let nobody in. */
export function judgeRecords(requirement: RecordRequirement, hba: HbaReading, cluster: Cluster): Verdict {
  const { records: selection, some } = requirement;
  const looked = hba.records.filter((record) => letsIn(record) && selects[selection](record));
  if (looked.length === 0) {
    const reason = `pg_hba.conf lets nobody in by a record ${recordsText(selection, 1)}`;
    if (some === true) return { result: 'unmet', seen: [{ text: reason }] };
    return { result: 'absent', seen: [], reason };
  }
  const wrong = looked.flatMap((record) => {
    const what = whatIsWrong(record, requirement, cluster);
    return what === undefined ? [] : [{ record, what }];
  });
  if (wrong.length > 0) {
    const seen = wrong.map(({ record, what }) => ({ ...sightingOf(record), text: `${textOf(record)}; ${what}` }));
    return { result: 'unmet', seen: shortened(seen, 'records') };
  }
  const count = `looked at ${looked.length} record${looked.length === 1 ? '' : 's'} ${recordsText(selection, looked.length)}`;
  return { result: 'met', seen: [{ text: count }, ...shortened(looked.map(sightingOf), 'records')] };
}

const selects: Readonly<Record<RecordSelection, (record: HbaRecord) => boolean>> = {
  all: () => true,
  local: ({ connectionType }) => connectionType === 'local',
  host: ({ connectionType }) => connectionType !== 'local',
  remote: isRemote,
  replication: ({ databases }) => databases.some(({ kind }) => kind === 'replication'),
  ldap: ({ method }) => method === 'ldap',
  cert: (record) => record.method === 'cert' || asksForCertificate(record),
};

function asksForCertificate(record: HbaRecord): boolean {
  return ['verify-ca', 'verify-full', '1'].includes(optionOf(record, 'clientcert') ?? '');
}

function whatIsWrong(
  record: HbaRecord,
  { only, never = [], encrypted, named }: RecordRequirement,
  cluster: Cluster,
): string | undefined {
  const method = record.method!;
  if (only !== undefined && !only.includes(method)) return `the method is to be ${only.join(' or ')}`;
  if (never.includes(method)) return `the method ${method} is ruled out`;
  if (encrypted === true && isRemote(record) && allowsPlain(record) && !neverPlain(cluster).has(record))
    return 'connections without encryption are let in';
  if (named === true && record.users.some(({ kind }) => kind === 'all')) return 'it names no role';
  return undefined;
}

function sightingOf(record: HbaRecord): Sighting {
  return { text: textOf(record), file: record.file.path, line: record.line };
}

/** The record up to its method: options can hold passwords. */
function textOf({ file, start, methodToken, end }: HbaRecord): string {
  const last = methodToken !== undefined && methodToken.file === file ? methodToken.end : end;
  return file.text
    .slice(start, last)
    .replace(/\\\r?\n/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function shortened(seen: readonly Sighting[], noun: string): Sighting[] {
  if (seen.length <= mostNamed) return [...seen];
  return [...seen.slice(0, mostNamed), { text: `and ${seen.length - mostNamed} more ${noun}` }];
}
