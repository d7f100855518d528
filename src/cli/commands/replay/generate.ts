/** `replay --generate`: the few records that let the logged logins in as today, checked before they are printed. */
import { type Budget, budgetForLogins, OutOfBudget } from '../../../access/budget.js';
import { checkList } from '../../../access/least-access/check.js';
import {
  type Grouping,
  type Need,
  type NotNeeded,
  needsOf,
  type PastLogin,
  type Today,
} from '../../../access/least-access/needs.js';
import { type Listed, leastRecords } from '../../../access/least-access/records.js';
import type { Known } from '../../../access/policies/policy.js';
import { reachableTransports } from '../../../access/reachable-transports.js';
import type { HbaReading, HbaRecord } from '../../../cluster/types.js';
import { MemoryFileSystem } from '../../../files/memory-file-system.js';
import { baseNameOf } from '../../../files/paths.js';
import { formatRecords } from '../../../format/records.js';
import { createFileReader } from '../../../formats/file-reader.js';
import { readHba } from '../../../formats/hba/read.js';
import { isOpenError } from '../../../formats/open-error.js';
import type { LoggedLogin } from '../../../logs/logins.js';
import { CommandError } from '../../command.js';
import type { ChosenHba } from '../../one-hba.js';
import { type LeftOut, type ListText, textOf, writableName } from './generated-text.js';

export interface Generated {
  /** A whole pg_hba.conf. */
  text: string;
  /** The logged logins that it does not let in, though they got in. */
  left: Map<LoggedLogin, LeftOut>;
  /** False where checking it takes too much work. */
  isChecked: boolean;
}

/** A logged login, asked about. */
interface Past extends PastLogin {
  logged: LoggedLogin;
}

/**
 * Makes a pg_hba.conf that lets in who got in, as today's files let them in.
 *
 * @param known what the configuration tells beside the files
 * @param about what the first comment says
 * @throws CommandError where nobody is let in, and where the list is not what it should be
 */
export function generate(
  logins: readonly LoggedLogin[],
  chosen: ChosenHba,
  known: Known,
  grouping: Grouping,
  about: Pick<ListText, 'source' | 'span'>,
): Generated {
  const { hba, target, cluster, folder } = chosen;
  const left = new Map<LoggedLogin, LeftOut>();
  const writable = logins.filter((logged) => {
    const { user, database, replication } = logged.login;
    const names = replication ? [user] : [user, database];
    if (!logged.isLetIn || names.every((name) => writableName(name, target) !== undefined)) return true;
    left.set(logged, 'name');
    return false;
  });
  const past = writable.map(
    (logged): Past => ({ logged, login: logged.login, isLetIn: logged.isLetIn, isDecidedBy: decidedBy(logged) }),
  );
  const budget = () => budgetForLogins(logins.length);
  const today: Today = {
    records: hba.records,
    transports: reachableTransports(cluster),
    target,
    known,
    budget: budget(),
  };
  const needs = needsOf(past, today, grouping);
  for (const one of past) {
    const why = needs.left.get(one);
    if (why !== undefined) left.set(one.logged, why);
  }
  if (needs.needs.length === 0)
    throw new CommandError('The files let none of the logged logins in: there is nothing to generate.');
  const list = listOf(needs.needs, chosen, budget());
  const shown = { ...about, grouping, list, folder, target, left };
  const draft = readText(textOf({ ...shown, comments: undefined }), chosen);
  const counted = past.filter((one) => needs.decided.has(one));
  const checked = check(draft, counted, needs, { ...today, budget: budget() });
  const comments = draft.records.map((record) =>
    (checked?.get(record) ?? []).map((one) => ({ logged: one.logged, by: needs.decided.get(one)! })),
  );
  const { main } = readText(textOf({ ...shown, comments: checked && comments }), chosen);
  return { text: formatRecords(main.tree), left, isChecked: checked !== undefined };
}

function listOf(needs: readonly Need[], { target, hba }: ChosenHba, budget: Budget): Listed[] {
  try {
    return leastRecords(needs, target, hba.records, budget.portion(1));
  } catch (error) {
    if (!(error instanceof OutOfBudget)) throw error;
    throw new CommandError('A list for so many addresses would take too much work; --network takes them together.');
  }
}

/** The logins that each record decides; undefined where finding out takes too much work. */
function check(
  draft: HbaReading,
  counted: readonly Past[],
  needs: ReturnType<typeof needsOf>,
  today: Today,
): Map<HbaRecord, Past[]> | undefined {
  try {
    const { wrong, decided } = checkList(draft.records, counted, needs, today);
    if (!draft.loads || wrong !== undefined)
      throw new CommandError(`The list is not what it should be, and is not printed: ${wrong ?? 'it does not load'}.`);
    return decided;
  } catch (error) {
    if (!(error instanceof OutOfBudget)) throw error;
    return undefined;
  }
}

/** Reads a list as the server of these files does. */
function readText(text: string, { cluster, target }: ChosenHba): HbaReading {
  const reader = createFileReader(new MemoryFileSystem({ '/pg_hba.conf': text }), target, { workspace: ['/'] });
  const reading = readHba('/pg_hba.conf', reader, cluster.configuration, target);
  if (isOpenError(reading)) throw new CommandError('The list is not what it should be, and is not printed.');
  return reading;
}

/** Whether a log names a record: its line, its method and the name of its file. */
function decidedBy({ place, method }: LoggedLogin): (record: HbaRecord) => boolean {
  return (record) =>
    place !== undefined &&
    record.line === place.line &&
    record.method === method &&
    baseNameOf(record.file.path) === baseNameOf(place.file);
}
