import { budgetFor } from '../../../access/budget.js';
import { type AccessSide, accessChanges } from '../../../access/changes.js';
import { describeLogin } from '../../../access/login-text.js';
import { letsIn } from '../../../access/policies/spaces.js';
import { reachableTransports } from '../../../access/reachable-transports.js';
import { sameRecords } from '../../../access/same-records.js';
import { type AccessColumns, describeConditions, describeRegion } from '../../../access/wording.js';
import type { HbaRecord } from '../../../cluster/types.js';
import { viewOptions } from '../../../cluster/views/view-options.js';
import { relativePath } from '../../../files/paths.js';
import { type ShownLogin, showLogin } from '../../shown-login.js';
import { type ChangeClass, Classifier } from './classes.js';
import type { SideCluster } from './sides.js';

/** From the least proof on; methods that check elsewhere come after them. */
const methodsByProof: readonly string[] = ['trust', 'password', 'ident', 'md5', 'scram-sha-256'];

/** What one side makes of some logins; null stands for no record, and so for rejection. */
export type Outcome = { file: string; line: number; method: string; options: string[] } | null;

/** Logins in words with what becomes of them. */
export interface AccessDifference extends AccessColumns {
  before: Outcome;
  after: Outcome;
  /** What kind of change it is, each with a login that sees it where what `where` says is true of it; null where looking for one was too much work. */
  classes: { name: ChangeClass; login: ShownLogin | null; where: string; text: string }[];
}

export interface AccessDifferences {
  /** Who is rejected before and not after. */
  gains: AccessDifference[];
  /** Who is rejected after and not before. */
  losses: AccessDifference[];
  /** Who is let in by another method, or with other options. */
  methods: AccessDifference[];
  /** Records, as `file:line`, of which nothing is claimed: their logins are too many different ones. */
  unclear: string[];
  /** Whether all was compared: not where something is unclear, or where the server refuses one of the files. */
  decided: boolean;
}

/** Compares who gets in, by sets of logins. A cluster without pg_hba.conf lets nobody in. */
export function accessDifferences(before: SideCluster | undefined, after: SideCluster | undefined): AccessDifferences {
  const [old, now] = [sideOf(before), sideOf(after)];
  const target = (after ?? before)!.cluster.target;
  const was = { target: before?.cluster.target ?? target, transports: old.transports };
  const pairs = sameRecords(old.records, now.records, was, { target, transports: now.transports });
  const budget = budgetFor([before, after].flatMap((side) => side?.cluster.hba?.files ?? []));
  const { changes, unclear } = accessChanges(old, now, pairs, target, budget);
  const refused = [before, after].some((side) => side?.cluster.hba?.loads === false);
  const decided = unclear.length === 0 && !refused;
  const found: AccessDifferences = { gains: [], losses: [], methods: [], unclear: [], decided };
  const classifier = new Classifier(old, { before: was.target, after: target }, budget);
  for (const { regions, before: from, after: to } of changes) {
    const [wasIn, isIn] = [letsIn(from), letsIn(to)];
    const outcomes = { before: outcomeOf(from, before), after: outcomeOf(to, after) };
    if (!wasIn && !isIn) continue;
    if (wasIn && isIn && isSameOutcome(outcomes.before, outcomes.after)) continue;
    const list = wasIn && isIn ? found.methods : isIn ? found.gains : found.losses;
    for (const region of regions) {
      const classes = classifier.classesOf(region, from, to).map(({ name, login, conditions }) => ({
        name,
        login: login ? showLogin(login) : null,
        where: describeConditions(conditions),
        text: login ? describeLogin(login) : 'a login that was too much work to find',
      }));
      list.push({ ...describeRegion(region), ...outcomes, classes });
    }
  }
  found.gains.sort((a, b) => proofOf(a.after) - proofOf(b.after));
  found.methods.sort((a, b) => proofOf(a.after) - proofOf(a.before) - (proofOf(b.after) - proofOf(b.before)));
  const oldRecords = new Set(old.records);
  found.unclear = unclear.map((record) => {
    const { file, line } = outcomeOf(record, oldRecords.has(record) ? before : after)!;
    return `${file}:${line}`;
  });
  return found;
}

function sideOf(side: SideCluster | undefined): AccessSide {
  if (!side) return { records: [], transports: [] };
  return { records: side.cluster.hba?.records ?? [], transports: reachableTransports(side.cluster) };
}

/** How much a method proves: whoever reads only the first lines must see those that prove least. */
function proofOf(outcome: Outcome): number {
  const place = methodsByProof.indexOf(outcome?.method ?? '');
  return place === -1 ? methodsByProof.length : place;
}

function isSameOutcome(a: Outcome, b: Outcome): boolean {
  return a?.method === b?.method && a?.options.join('\n') === b?.options.join('\n');
}

function outcomeOf(record: HbaRecord | undefined, side: SideCluster | undefined): Outcome {
  if (!record || !side) return null;
  const file = relativePath(record.file.path, side.folder);
  const options = viewOptions(record, side.cluster.target) ?? [];
  return { file, line: record.line, method: record.method ?? '', options };
}
