/** Settings of standbys, recovery and archives whose text stays and whose meaning changes. */
import type { MeaningCheck, Upgrade } from './note.js';
import { check, setIn } from './setting-check.js';

const targets = [
  'recovery_target',
  'recovery_target_lsn',
  'recovery_target_name',
  'recovery_target_time',
  'recovery_target_xid',
];

/** Targets that an empty one cleared up to 19, where it came later (xlogrecovery.c, assign_recovery_target and the others). */
const clearedTargets: MeaningCheck = (upgrade) => {
  const { entries } = upgrade.after.configuration;
  const set = targets.flatMap((name) => {
    const entry = setIn(upgrade, name);
    return entry === undefined ? [] : [{ name, entry, place: entries.indexOf(entry) }];
  });
  const wanted = set.find(({ entry }) => entry.value !== '');
  if (wanted === undefined) return [];
  return set
    .filter(({ entry, place }) => entry.value === '' && place > wanted.place)
    .map(({ entry, name }) => ({
      at: entry,
      advice: `Take ${name} out, and ${wanted.name} as well unless the server is to recover to it.`,
    }));
};

const runsStandby = (name: string) =>
  check(name, ({ value }) =>
    /(?:^|[\s/'"])pg_standby(?:\.exe)?(?=$|[\s'"])/.test(value)
      ? 'Let the server wait for files itself: standby.signal, and a restore_command such as cp /archive/%f %p.'
      : undefined,
  );

const each =
  (...checks: readonly MeaningCheck[]): MeaningCheck =>
  (upgrade: Upgrade) =>
    checks.flatMap((one) => one(upgrade));

/** The checks by the items that they are of. */
export const recoveryChecks: Readonly<Record<string, MeaningCheck>> = {
  'target-reached': (upgrade) =>
    ['recovery_target_name', 'recovery_target_time', 'recovery_target_xid', 'recovery_target_lsn'].flatMap((name) => {
      const at = setIn(upgrade, name);
      return at === undefined || at.value === ''
        ? []
        : [{ at, advice: 'Make sure that the archive reaches the target: recovery that ends before it fails.' }];
    }),
  'receiver-name': check('cluster_name', ({ value }, upgrade) =>
    value === '' || /\bapplication_name\s*=/.test(setIn(upgrade, 'primary_conninfo')?.value ?? '')
      ? undefined
      : `Write ${JSON.stringify(value)} for walreceiver in synchronous_standby_names of the primary, or application_name=walreceiver into primary_conninfo.`,
  ),
  'pg-standby': each(
    runsStandby('restore_command'),
    runsStandby('archive_cleanup_command'),
    runsStandby('recovery_end_command'),
  ),
  'two-archivers': check('archive_library', ({ value }, upgrade) =>
    value !== '' && (setIn(upgrade, 'archive_command')?.value ?? '') !== ''
      ? 'Take archive_command out: with both, nothing is archived, and WAL fills the disk.'
      : undefined,
  ),
  'cleared-target': clearedTargets,
};
