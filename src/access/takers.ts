/**
 * Which earlier records take logins away from a record: every one that decides at least one login which the record matches, and
 * every one of which the files do not tell whether it does. What is left is what the record decides.
 */
import { defaultMajor } from '../catalog/majors.js';
import type { HbaRecord } from '../cluster/types.js';
import { type Budget, OutOfBudget, type Portion, unlimited } from './budget.js';
import { type Decoded, type DecodedRecords, decodeRecords } from './coverage/decode.js';
import { Search } from './coverage/search.js';
import { type CoverageOptions, coverageOf } from './coverage.js';
import type { Transport } from './login.js';
import { Candidates } from './takers/candidates.js';
import { commonAddresses } from './takers/common-addresses.js';
import { CommonNamesOf } from './takers/common-names.js';
import { transports, transportsOf } from './transports.js';

/** A record with the earlier ones that take its logins. */
export interface Taken {
  record: HbaRecord;
  /** The earlier records for which it never decides, as `coverage` gives them. Empty where it decides something. */
  coveredBy: HbaRecord[];
  /** The earlier records that surely decide logins which it matches, in order: all of them, but for `hasMore`. */
  takenBy: HbaRecord[];
  /** The earlier records that decide some of them or none: that depends on what files do not tell. */
  maybeTakenBy: HbaRecord[];
  /** Whether there are more than are listed. */
  hasMore: boolean;
  /** Whether the budget did not suffice: then there may be others, and whether it ever decides may be open. */
  undecided: boolean;
}

/** So many takers of one record are listed; fewer once so many are listed of all. */
const mostListed = 1_000;
const mostListedTogether = 100_000;
const fewListed = 20;
/** What comparing the transports and addresses of two records costs. */
const stepsPerCandidate = 8;

/**
 * Finds what earlier records take of each record.
 *
 * @param records in the order in which the server tries them; broken ones are left out
 * @param only the one record that is asked about; all where it is left out
 */
export function takers(
  records: readonly HbaRecord[],
  options: Pick<CoverageOptions, 'target' | 'transports' | 'budget'> = {},
  only?: HbaRecord,
): Taken[] {
  const budget = options.budget ?? unlimited();
  const available = options.transports ?? transports;
  const sets = decodeRecords(records, options.target ?? defaultMajor, budget);
  const search = new Search(sets, available, budget);
  const covered = new Map(coverageOf(sets, search, { ...options, partly: false }).map((one) => [one.record, one]));
  const answers = sets.decoded.map(({ record }): Taken => {
    const { coveredBy = [], undecided = false } = covered.get(record) ?? {};
    return { record, coveredBy, takenBy: [], maybeTakenBy: [], hasMore: false, undecided };
  });
  new Walk(sets, search, available, budget, answers).fill(only);
  return answers;
}

class Walk {
  readonly #decoded: readonly Decoded[];
  readonly #search: Search;
  readonly #budget: Budget;
  readonly #answers: readonly Taken[];
  readonly #names: CommonNamesOf;
  readonly #candidates: Candidates;
  /** For each transport that is open, the types of records that are for it. */
  readonly #types: ReadonlyMap<Transport, ReturnType<Search['typesFor']>>;
  #listed = 0;

  constructor(
    sets: DecodedRecords,
    search: Search,
    available: readonly Transport[],
    budget: Budget,
    answers: readonly Taken[],
  ) {
    this.#decoded = sets.decoded;
    this.#search = search;
    this.#budget = budget;
    this.#answers = answers;
    this.#names = new CommonNamesOf(sets.pairs);
    const sharing = new Map<string, ReturnType<Search['typesFor']>>();
    this.#types = new Map(
      available.map((transport) => {
        const types = search.typesFor(transport);
        const known = sharing.get(types.join()) ?? types;
        sharing.set(types.join(), known);
        return [transport, known];
      }),
    );
    const deciding = [...answers.keys()].filter((number) => this.#decides(number));
    this.#candidates = new Candidates(sets, deciding);
  }

  /** Whether a record may decide something: others take nothing. */
  #decides(number: number): boolean {
    const types = transportsOf[this.#decoded[number]!.record.connectionType!];
    return this.#answers[number]!.coveredBy.length === 0 && types.some((transport) => this.#types.has(transport));
  }

  fill(only: HbaRecord | undefined): void {
    for (const [number, answer] of this.#answers.entries()) {
      if ((only !== undefined && answer.record !== only) || !this.#decides(number)) continue;
      try {
        this.#fillOne(number, answer, this.#budget.portion());
      } catch (error) {
        if (!(error instanceof OutOfBudget)) throw error;
        answer.undecided = true;
      }
    }
  }

  #fillOne(number: number, answer: Taken, portion: Portion): void {
    const most = this.#listed < mostListedTogether ? mostListed : fewListed;
    for (const earlier of this.#candidates.before(number, portion)) {
      const takes = this.#takes(earlier, number, portion);
      if (takes === false) continue;
      if (answer.takenBy.length + answer.maybeTakenBy.length >= most) {
        answer.hasMore = true;
        return;
      }
      const list = takes ? answer.takenBy : answer.maybeTakenBy;
      list.push(this.#decoded[earlier]!.record);
      this.#listed++;
    }
  }

  /** Whether one record decides logins that a later one matches; undefined where files do not tell. */
  #takes(earlier: number, later: number, portion: Portion): boolean | undefined {
    const [one, other] = [this.#decoded[earlier]!, this.#decoded[later]!];
    portion.spend(stepsPerCandidate);
    const open = transportsOf[one.record.connectionType!].filter(
      (transport) => this.#types.has(transport) && transportsOf[other.record.connectionType!].includes(transport),
    );
    if (open.length === 0) return false;
    const addresses = commonAddresses(one.record.address, other.record.address);
    if (addresses.length === 0) return false;
    const types = [...new Set(open.map((transport) => this.#types.get(transport)!))];
    let maybe: false | undefined = false;
    for (const { databases, users, isSure } of this.#names.of(one, other, portion)) {
      if (maybe === undefined && !isSure) break;
      for (const { all, isSure: isSureAddress } of addresses) {
        const isLeft = types.some((those) => !this.#search.isTaken(those, databases, users, all, earlier, portion));
        if (!isLeft) continue;
        if (isSure && isSureAddress) return true;
        maybe = undefined;
      }
    }
    return maybe;
  }
}
