/** What `access` says of the logins that were asked about. */
import { budgetFor } from '../../../access/budget.js';
import { describeLogin } from '../../../access/login-text.js';
import type { Known } from '../../../access/policies/policy.js';
import { letsIn } from '../../../access/policies/spaces.js';
import { type AskedSpace, askSpace, type DecidedLogins } from '../../../access/questions/ask.js';
import { reachableTransports } from '../../../access/reachable-transports.js';
import { type AccessColumns, describeRegion } from '../../../access/wording.js';
import type { HbaRecord } from '../../../cluster/types.js';
import { viewOptions } from '../../../cluster/views/view-options.js';
import { relativePath } from '../../../files/paths.js';
import type { ChosenHba } from '../../one-hba.js';
import { type ShownLogin, showLogin } from '../../shown-login.js';

/** A record by its place. */
export interface ShownRecord {
  file: string;
  line: number;
  method: string;
  options: string[];
}

/** Logins that one record decides, as JSON shows them. */
export interface AnsweredPart extends AccessColumns {
  /** Null where no record matches. */
  record: ShownRecord | null;
  letsIn: boolean;
  /** One of them; null where looking for one took too much work. */
  login: ShownLogin | null;
  text: string;
}

export interface FilteredAnswer {
  /** Whether some login is let in. */
  letsIn: boolean;
  parts: AnsweredPart[];
  /** Records that match such logins and decide none of them: earlier ones do. */
  neverDecide: ShownRecord[];
  /** Places of records of which it took too much work to tell; `none` stands for logins that no record matches. */
  notDecided: string[];
}

/**
 * Answers for one pg_hba.conf.
 *
 * @param known what the configuration tells beside the files
 */
export function answerFilters(chosen: ChosenHba, asked: AskedSpace, known: Known): FilteredAnswer {
  const { hba, cluster, target, folder } = chosen;
  const question = {
    records: hba.records,
    transports: reachableTransports(cluster),
    target,
    known,
    budget: () => budgetFor(hba.files),
  };
  const { decided, shadowed, unclear } = askSpace(question, asked);
  const show = (record: HbaRecord): ShownRecord => ({
    file: relativePath(record.file.path, folder),
    line: record.line,
    method: record.method ?? '',
    options: viewOptions(record, target) ?? [],
  });
  const parts = decided.map(
    ({ record, region, login }: DecidedLogins): AnsweredPart => ({
      ...describeRegion(region),
      record: record ? show(record) : null,
      letsIn: letsIn(record),
      login: login ? showLogin(login) : null,
      text: login ? describeLogin(login) : 'a login that was too much work to find',
    }),
  );
  return {
    letsIn: parts.some((part) => part.letsIn),
    parts,
    neverDecide: shadowed.map(show),
    notDecided: unclear.map((record) => (record ? placeOf(show(record)) : 'none')),
  };
}

export function placeOf({ file, line }: ShownRecord): string {
  return `${file}:${line}`;
}
