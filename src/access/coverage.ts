/**
 * Which records can never decide a login, because earlier ones, alone or together, take every login that they match.
 *
 * What is claimed is certain: members of roles, regular expressions, host names and the server's interfaces are compared
 * only with what surely contains them. Only roles that exist are thought of: such a role is a member of itself.
 */
import { defaultMajor, type Major } from '../catalog/majors.js';
import type { HbaRecord } from '../cluster/types.js';
import { type Budget, OutOfBudget, unlimited } from './budget.js';
import { type DecodedRecords, decodeRecords } from './coverage/decode.js';
import { type Doing, Overlaps } from './coverage/overlaps.js';
import { Search } from './coverage/search.js';
import type { Transport } from './login.js';
import { transports } from './transports.js';

export interface CoverageOptions {
  /** The server's major; the default target where it is left out. */
  target?: Major;
  /** The transports on which connections can come, for instance without `tls` where ssl is off; all where it is left out. */
  transports?: readonly Transport[];
  /** Whether records are wanted, too, of which earlier ones take only a part. */
  partly?: boolean;
  /**
   * What a record does with its logins, as a text. Where it is given, earlier records of a method need not be named for
   * taking a part where all of them do what the record itself does.
   */
  doing?: Doing;
  /** What all of it may cost; without a limit where it is left out. */
  budget?: Budget;
}

/** A record with the earlier ones that take its logins. */
export interface Covered {
  record: HbaRecord;
  /**
   * The earlier records for which it never decides: one where one suffices, else several that do it together, at most
   * a thousand. Empty where it decides something.
   */
  coveredBy: HbaRecord[];
  /**
   * Earlier records that surely take a part of its logins, where it still decides others: of each method the first ones,
   * at most 24. Empty unless `partly` was asked for.
   */
  partlyBy: HbaRecord[];
  /** Whether the budget did not suffice to tell if it ever decides, or which records take a part: then nothing is claimed. */
  undecided?: boolean;
}

/**
 * Finds the records that never decide a login and, where asked for, those that decide only a part of theirs.
 *
 * @param records in the order in which the server tries them; broken ones count as absent
 * @returns the records of which that is so, in order
 */
export function coverage(records: readonly HbaRecord[], options: CoverageOptions = {}): Covered[] {
  const target = options.target ?? defaultMajor;
  const available = options.transports ?? transports;
  const budget = options.budget ?? unlimited();
  const sets = decodeRecords(records, target, budget);
  return coverageOf(sets, new Search(sets, available, budget), options);
}

/** The same for records that are decoded already, with a search that is then full of them. */
export function coverageOf(sets: DecodedRecords, search: Search, options: CoverageOptions): Covered[] {
  const { decoded } = sets;
  const overlaps = options.partly
    ? new Overlaps(sets, options.transports ?? transports, options.doing, options.budget ?? unlimited())
    : undefined;
  const covered: Covered[] = [];
  decoded.forEach((one, index) => {
    try {
      const owners = search.owners(one);
      if (owners !== undefined) {
        covered.push({ record: one.record, coveredBy: owners.map((owner) => decoded[owner]!.record), partlyBy: [] });
      } else if (overlaps !== undefined) {
        const partlyBy = overlaps.of(one);
        if (partlyBy.length > 0) covered.push({ record: one.record, coveredBy: [], partlyBy });
      }
    } catch (error) {
      if (!(error instanceof OutOfBudget)) throw error;
      covered.push({ record: one.record, coveredBy: [], partlyBy: [], undecided: true });
    }
    search.add(one, index);
    overlaps?.add(one);
  });
  return covered;
}
