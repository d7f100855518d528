/** Which logins of a space get in, and which records touch it, by sets: what each record decides there, with a login of each set. */
import type { HbaRecord } from '../../cluster/types.js';
import { OutOfBudget, type Portion } from '../budget.js';
import { exampleLogin } from '../examples/login.js';
import { partsWithOneMeaning } from '../examples/one-meaning.js';
import { namesIn, type Preferred } from '../examples/preferred.js';
import type { Login } from '../login.js';
import { KnownFacts } from '../policies/known.js';
import type { Space } from '../policies/policy.js';
import type { ProofQuestion } from '../policies/prove.js';
import { isDecidedWithin, spaceRegions } from '../policies/spaces.js';
import type { Comparing } from '../regions/comparing.js';
import { mergeRegions } from '../regions/merge.js';
import { isEmptySet } from '../regions/name-set.js';
import { regionsOf } from '../regions/record-regions.js';
import { everyLogin, type Region } from '../regions/region.js';
import { isLoaded, Walk } from '../regions/walk.js';

/** Logins that one record decides. */
export interface DecidedLogins {
  /** Undefined where no record matches: the server rejects them. */
  record: HbaRecord | undefined;
  region: Region;
  /** One of them; undefined where looking for one took too much work. */
  login: Login | undefined;
}

export interface SpaceAnswer {
  /** In the order of the records, without overlaps; those that no record matches come last. */
  decided: DecidedLogins[];
  /** Records that match logins of the space and decide none of them. */
  shadowed: HbaRecord[];
  /** Records of which it took too much work to tell; undefined stands for none. */
  unclear: (HbaRecord | undefined)[];
}

/** Which logins are asked about. */
export interface AskedSpace {
  space: Space;
  /** Whether those outside of the space are meant. */
  isOutside: boolean;
}

/**
 * Asks about a space.
 *
 * @param question the pg_hba.conf and what is known of its server
 */
export function askSpace(question: ProofQuestion, asked: AskedSpace): SpaceAnswer {
  return new Asking(question, asked).answer();
}

class Asking {
  readonly #question: ProofQuestion;
  readonly #asked: AskedSpace;
  readonly #facts: KnownFacts;
  readonly #comparing: Comparing;
  readonly #names: Preferred;
  /** The space without what it says of the record that decides, and what is outside of it. */
  readonly #inside: readonly Region[];
  readonly #outside: readonly Region[];
  #walk: Walk;

  constructor(question: ProofQuestion, asked: AskedSpace) {
    const { records, transports, target, known } = question;
    this.#question = question;
    this.#asked = asked;
    this.#facts = new KnownFacts(known);
    this.#comparing = { target, budget: question.budget() };
    this.#names = namesIn(records);
    this.#walk = new Walk([], everyLogin(transports), this.#comparing);
    const space = spaceRegions(asked.space, transports);
    // The budget is untouched, and a space has few regions.
    const rest = this.#walk.without([everyLogin(transports)], space, this.#portion());
    [this.#inside, this.#outside] = [space, rest].map((regions) => this.#resolved(regions)) as [Region[], Region[]];
  }

  answer(): SpaceAnswer {
    const { records, transports } = this.#question;
    const answer: SpaceAnswer = { decided: [], shadowed: [], unclear: [] };
    const everywhere = [...this.#inside, ...(this.#asked.isOutside ? this.#outside : [])];
    const touching: { record: HbaRecord; regions: Region[] }[] = [];
    for (const record of records) {
      if (!isLoaded(record)) continue;
      const regions = regionsOf(record, transports).flatMap((region) => this.#facts.resolve(region));
      // What may meet the space counts as meeting it.
      if (this.#meets(regions, everywhere) !== false) touching.push({ record, regions });
    }
    this.#walk = new Walk(
      touching.map(({ regions }) => regions),
      everyLogin(transports),
      this.#comparing,
    );
    for (const [index, { record, regions }] of touching.entries()) {
      const within = this.#askedOf(record);
      if (within.length === 0) continue;
      const found = this.#attempt((portion) => mergeRegions(this.#walk.decidedBy(index, portion, within), portion));
      if (found === undefined) answer.unclear.push(record);
      else if (!this.#add(answer, record, found) && this.#meets(regions, within)) answer.shadowed.push(record);
    }
    const within = this.#askedOf(undefined);
    const parts = touching.flatMap(({ regions }) => regions);
    const left = this.#attempt((portion) => mergeRegions(this.#walk.without(within, parts, portion), portion));
    if (left === undefined) answer.unclear.push(undefined);
    else this.#add(answer, undefined, left);
    return answer;
  }

  /** The logins that are asked about if this record decides them. */
  #askedOf(record: HbaRecord | undefined): readonly Region[] {
    const { space, isOutside } = this.#asked;
    const { target } = this.#question;
    // What no record decides has no method and demands no certificate.
    const isWithin = record ? isDecidedWithin(space, record, target) : !space.methods && !space.certificates;
    if (!isOutside) return isWithin ? this.#inside : [];
    return isWithin ? this.#outside : [...this.#inside, ...this.#outside];
  }

  /** Adds the logins of some regions; false where there is none in them. */
  #add({ decided }: SpaceAnswer, record: HbaRecord | undefined, regions: readonly Region[]): boolean {
    const before = decided.length;
    for (const region of regions) {
      const found = this.#attempt((portion) => ({ login: this.#example(region, portion) }));
      if (found === undefined || found.login) decided.push({ record, region, login: found?.login });
    }
    return decided.length > before;
  }

  #example(region: Region, portion: Portion): Login | undefined {
    const common = (a: Region, b: Region) => this.#walk.common(a, b, portion);
    for (const part of partsWithOneMeaning(region, this.#question.transports, common)) {
      const login = exampleLogin(part, this.#names, this.#comparing, portion);
      if (login) return login;
    }
    return undefined;
  }

  #meets(regions: readonly Region[], others: readonly Region[]): boolean | undefined {
    return this.#attempt((portion) =>
      regions.some((part) => others.some((region) => this.#walk.common(region, part, portion) !== undefined)),
    );
  }

  /** With what is known in the place of conditions. */
  #resolved(regions: readonly Region[]): Region[] {
    return regions
      .flatMap((region) => this.#facts.resolve(this.#facts.existing(region)))
      .filter(({ users, databases }) => !isEmptySet(users) && !isEmptySet(databases));
  }

  #portion(): Portion {
    return this.#comparing.budget.portion();
  }

  /** Undefined where it takes too much work. */
  #attempt<T>(work: (portion: Portion) => T): T | undefined {
    try {
      return work(this.#portion());
    } catch (error) {
      if (!(error instanceof OutOfBudget)) throw error;
      return undefined;
    }
  }
}
