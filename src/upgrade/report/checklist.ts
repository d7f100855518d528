import type { Problem } from '../../linter/problem.js';
import type { FoundItem, Phase } from '../notes/note.js';
import type { ClusterUpgrade, UpgradeReport } from '../upgrade.js';

/** Tells where something stands, as people read it: `postgresql.conf:12`. */
export type ShowPlace = (problem: Problem) => string;
export type ShowItem = (item: FoundItem) => string;

/** One thing to do or to look at. */
export interface Step {
  /** Where; empty for what no file shows. */
  place: string;
  text: string;
  /** What `--fix` writes. */
  fix: string;
  /** The rule that tells it, or the major whose release notes do. */
  source: string;
}

export const phaseTitles: Readonly<Record<Phase, string>> = {
  before: 'Before the upgrade',
  during: 'During the upgrade',
  after: 'After the upgrade',
};

const quoted = (value: string) => (value === '' ? "''" : value);

/**
 * What a person does, in order: what stops the new server or needs a decision, the work itself, and what to look at
 * once the new server runs.
 *
 * @param place where a problem stands
 * @param at where an item of the release notes stands; empty for what no file shows
 */
export function checklist(
  cluster: ClusterUpgrade,
  { from, to }: UpgradeReport,
  place: ShowPlace,
  at: ShowItem,
): Record<Phase, Step[]> {
  const ofProblem = (problem: Problem): Step => ({
    place: place(problem),
    text: problem.message,
    fix: problem.fix?.title ?? '',
    source: problem.ruleId,
  });
  const ofItem = (item: FoundItem): Step => ({
    place: at(item),
    text: [item.change, item.advice].filter((text) => text !== '').join(' '),
    fix: '',
    source: `PostgreSQL ${item.major}`,
  });
  const items = (phase: Phase) => cluster.items.filter((item) => item.phase === phase).map(ofItem);
  const settings = {
    before: [...cluster.refused.map(ofProblem), ...cluster.changed.map(ofProblem), ...items('before')],
    during: items('during'),
    after: [...items('after'), ...cluster.deprecated.map(ofProblem)],
  };
  if (cluster.isDump) return settings;
  const hasFix = [...cluster.refused, ...cluster.changed].some(({ fix }) => fix !== undefined);
  return {
    before: settings.before,
    during: [
      ...(hasFix
        ? [
            step(
              `Write the values of ${to} into the files of the new cluster: pgconflint upgrade --fix on a copy of them.`,
            ),
          ]
        : []),
      step(`Run pg_upgrade --check of ${to}, which starts the new cluster with its own configuration files.`),
      step(
        `Settings of roles and databases move as well: write pg_dumpall --schema-only of ${from} into a file, and give it to pgconflint upgrade --dump. ALTER ROLE ALL … SET is in no dump: look for it in pg_db_role_setting.`,
      ),
      ...settings.during,
    ],
    after: [
      ...settings.after,
      ...cluster.defaults.map(({ name, before, after, changedIn }) => ({
        place: '',
        text: `${name} is ${quoted(after)} where no file sets it, and was ${quoted(before)}.`,
        fix: '',
        source: `PostgreSQL ${changedIn.join(', ')}`,
      })),
      step(
        `Run pgconflint lint --postgres ${to} on the files that the new server reads, and look at its log after the first start.`,
      ),
    ],
  };
}

function step(text: string): Step {
  return { place: '', text, fix: '', source: '' };
}
