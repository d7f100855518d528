/**
 * Decides statements over all logins, exactly: what of a region is decided by a record that breaks the statement is computed as
 * a set, and of each such set a login is looked for. What only the server knows (members of roles, names of clients, its
 * addresses, files that were not read) may be any way: a statement is violated where some login breaks it whichever way that is,
 * and holds where none breaks it in any way.
 */
import type { Major } from '../../catalog/majors.js';
import type { HbaRecord } from '../../cluster/types.js';
import { type Budget, OutOfBudget, type Portion } from '../budget.js';
import { exampleLogin, regionOfLogin } from '../examples/login.js';
import { partsWithOneMeaning } from '../examples/one-meaning.js';
import { namesIn, type Preferred } from '../examples/preferred.js';
import type { Login, Transport } from '../login.js';
import { loopbackHost, loopbackNetwork, subtractAddresses } from '../regions/address-set.js';
import type { Condition } from '../regions/condition.js';
import { isEmptySet, namesOf, subtractNames } from '../regions/name-set.js';
import { regionsOf } from '../regions/record-regions.js';
import { everyLogin, intersectRegions, type Region } from '../regions/region.js';
import { isLoaded, Walk } from '../regions/walk.js';
import { KnownFacts } from './known.js';
import type { Known, Statement } from './policy.js';
import { type Forbidden, forbiddenBy } from './spaces.js';

/** What became of a statement. */
export type Proof =
  | { verdict: 'holds' }
  /** `records` are those that decide the login, the first of them in the way that is shown; undefined stands for none. */
  | { verdict: 'violated'; login: Login; records: readonly (HbaRecord | undefined)[] }
  /** The login breaks the statement if all of the assumptions are true. */
  | {
      verdict: 'undecided';
      login: Login;
      records: readonly (HbaRecord | undefined)[];
      assumptions: readonly Condition[];
    }
  /** It would take too much work. */
  | { verdict: 'undecided'; tooMuch: true };

/** One pg_hba.conf and what is known of its server. */
export interface ProofQuestion {
  /** In the server's order; broken ones count as absent. */
  records: readonly HbaRecord[];
  /** The ways in which connections can come. */
  transports: readonly Transport[];
  target: Major;
  known: Known;
  /** The size of the files, which says how much each statement may cost. */
  budget(): Budget;
}

type Breaking = Exclude<Proof, { verdict: 'holds' } | { tooMuch: true }>;

/** So many sets of logins that may break a statement are looked into once one is known: each may turn out to be certain. */
const mostLookedInto = 200;

export class Prover {
  readonly #question: ProofQuestion;
  readonly #facts: KnownFacts;
  readonly #regions: readonly (readonly Region[])[];
  readonly #names: Preferred;

  constructor(question: ProofQuestion) {
    this.#question = question;
    this.#facts = new KnownFacts(question.known);
    this.#regions = question.records.map((record) =>
      isLoaded(record) ? regionsOf(record, question.transports).flatMap((region) => this.#facts.resolve(region)) : [],
    );
    this.#names = namesIn(question.records);
  }

  /** Decides one statement. */
  prove(statement: Statement): Proof {
    const budget = this.#question.budget();
    try {
      return new Attempt(this.#question, this.#facts, this.#regions, this.#names, budget).prove(statement);
    } catch (error) {
      if (!(error instanceof OutOfBudget)) throw error;
      return { verdict: 'undecided', tooMuch: true };
    }
  }
}

class Attempt {
  readonly #question: ProofQuestion;
  readonly #facts: KnownFacts;
  readonly #regions: readonly (readonly Region[])[];
  readonly #names: Preferred;
  readonly #walk: Walk;
  readonly #comparing: { target: Major; budget: Budget };
  readonly #portion: Portion;
  #forbidden: readonly Forbidden[] = [];

  constructor(
    question: ProofQuestion,
    facts: KnownFacts,
    regions: readonly (readonly Region[])[],
    names: Preferred,
    budget: Budget,
  ) {
    this.#question = question;
    this.#facts = facts;
    this.#regions = regions;
    this.#names = names;
    this.#comparing = { target: question.target, budget };
    this.#walk = new Walk(regions, everyLogin(question.transports), this.#comparing);
    this.#portion = budget.portion(1);
  }

  prove(statement: Statement): Proof {
    const { transports, target } = this.#question;
    const without = (regions: readonly Region[], parts: readonly Region[]) =>
      this.#walk.without(regions, parts, this.#portion);
    this.#forbidden = forbiddenBy(statement, transports, target, without).map(({ regions, isBad }) => ({
      regions: regions
        .flatMap((region) => this.#facts.resolve(this.#facts.existing(region)))
        .filter(({ users, databases }) => !isEmptySet(users) && !isEmptySet(databases)),
      isBad,
    }));
    let open: Breaking | undefined;
    let lookedInto = 0;
    let isTooMuch = false;
    try {
      for (const [part, index] of this.#breaking()) {
        const breaking = this.#lookInto(part, index);
        if (breaking?.verdict === 'violated') return breaking;
        if (breaking && (!open || assumptionsOf(breaking) < assumptionsOf(open))) open = breaking;
        if (open && ++lookedInto >= mostLookedInto) break;
      }
    } catch (error) {
      if (!(error instanceof OutOfBudget)) throw error;
      isTooMuch = true;
    }
    if (isTooMuch && !open) return { verdict: 'undecided', tooMuch: true };
    return open ?? { verdict: 'holds' };
  }

  /** Sets of logins that break the statement, with the record that decides them. */
  *#breaking(): Generator<[Region, number | undefined]> {
    const { records } = this.#question;
    for (const { regions, isBad } of this.#forbidden) {
      if (isBad(undefined)) {
        for (const region of regions)
          for (const [part, index] of this.#walk.decisions(region, this.#portion))
            if (isBad(index === undefined ? undefined : records[index])) yield [part, index];
        continue;
      }
      for (const [index, record] of records.entries()) {
        if (this.#regions[index]!.length === 0 || !isBad(record)) continue;
        for (const region of regions)
          for (const part of this.#walk.decidedBy(index, this.#portion, [region])) yield [part, index];
      }
    }
  }

  /** Looks for a login of a set, if possible one that breaks the statement whatever is not known. */
  #lookInto(part: Region, index: number | undefined): Breaking | undefined {
    for (const refined of this.#refine(part)) {
      const login = this.#example(refined);
      if (!login) continue;
      const asked = this.#ask(login, index);
      if (asked?.verdict === 'violated') return asked;
      const certain = this.#certain(refined, index);
      if (certain ?? asked) return certain ?? asked;
    }
    return undefined;
  }

  #refine(region: Region): Region[] {
    return partsWithOneMeaning(region, this.#question.transports, (a, b) => this.#walk.common(a, b, this.#portion));
  }

  #example(region: Region): Login | undefined {
    return exampleLogin(region, this.#names, this.#comparing, this.#portion);
  }

  /** What becomes of one login that breaks the statement in some way. */
  #ask(login: Login, index: number | undefined): Breaking | undefined {
    const { records } = this.#question;
    const recordAt = (place: number | undefined) => (place === undefined ? undefined : records[place]);
    const ways = [...this.#walk.decisions(regionOfLogin(login), this.#portion)];
    const good = ways.flatMap(([part, place]) => this.#unbroken(part, place));
    const bad = ways.flatMap(([part, place]) =>
      this.#brokenBy(part, place).map((region) => ({ conditions: region.conditions, place })),
    );
    if (bad.length === 0) return undefined;
    bad.sort(
      (a, b) => a.conditions.length - b.conditions.length || Number(b.place === index) - Number(a.place === index),
    );
    const places = new Set(bad.map(({ place }) => place));
    if (good.length === 0) {
      const order = [...places].sort((a, b) => Number(b === index) - Number(a === index));
      return { verdict: 'violated', login, records: order.map(recordAt) };
    }
    return {
      verdict: 'undecided',
      login,
      records: [recordAt(bad[0]!.place)],
      assumptions: bad[0]!.conditions,
    };
  }

  /** What of some logins that a record decides breaks the statement. */
  #brokenBy(part: Region, place: number | undefined): Region[] {
    const record = place === undefined ? undefined : this.#question.records[place];
    return this.#forbidden.flatMap(({ regions, isBad }) =>
      isBad(record) ? regions.flatMap((region) => this.#walk.common(part, region, this.#portion) ?? []) : [],
    );
  }

  /** What of some logins that a record decides does not break the statement. */
  #unbroken(part: Region, place: number | undefined): Region[] {
    const record = place === undefined ? undefined : this.#question.records[place];
    let left = [part];
    for (const { regions, isBad } of this.#forbidden)
      if (isBad(record)) left = this.#walk.without(left, regions, this.#portion);
    return left;
  }

  /** A login near a set of logins that breaks the statement whatever is not known; undefined where there is none. */
  #certain(part: Region, index: number | undefined): Breaking | undefined {
    for (const whole of this.#whatever(part)) {
      let left = [whole];
      for (const [decided, place] of this.#walk.decisions(whole, this.#portion)) {
        const good = this.#unbroken(decided, place).flatMap((region) => this.#refine(region));
        left = this.#walk.without(
          left,
          good.flatMap((region) => this.#whatever(region)),
          this.#portion,
        );
        if (left.length === 0) break;
      }
      for (const region of left) {
        const login = this.#example(region);
        const asked = login && this.#ask(login, index);
        if (asked?.verdict === 'violated') return asked;
      }
    }
    return undefined;
  }

  /** The logins of a region for which what is not known may be as it wants it. */
  #whatever(region: Region): Region[] {
    const local = { ...region, transports: region.transports.filter((transport) => transport === 'local') };
    const remote = { ...region, transports: region.transports.filter((transport) => transport !== 'local') };
    return [local, remote].flatMap((one) => {
      const whole = one.transports.length > 0 && withoutUnknown(one);
      if (!whole) return [];
      return intersectRegions(whole, everyLogin(this.#question.transports), this.#comparing) ?? [];
    });
  }
}

const ofClient: readonly Condition['kind'][] = ['host', 'suffix', 'samehost', 'samenet'];

/** A region of the socket, or of other ways, without the conditions that only the server can tell. */
function withoutUnknown(region: Region): Region | undefined {
  const isLocal = region.transports.includes('local');
  let { users, addresses } = region;
  const left: Condition[] = [];
  for (const condition of region.conditions) {
    const { kind, subject, holds } = condition;
    if (ofClient.includes(kind)) {
      // Nothing that is said of clients is true of the socket.
      if (isLocal && holds) return undefined;
      if (!isLocal && !holds && kind === 'samehost') addresses = subtractAddresses(addresses, loopbackHost);
      if (!isLocal && !holds && kind === 'samenet') addresses = subtractAddresses(addresses, loopbackNetwork);
    } else if (kind === 'member') {
      // A role is a member of itself.
      if (!holds) users = subtractNames(users, namesOf([subject]));
    } else if (kind === 'samerole') {
      if (!holds) left.push({ kind: 'sameuser', subject: '', holds });
    } else if (kind !== 'unknown') left.push(condition);
  }
  return addresses.length > 0 ? { ...region, users, addresses, conditions: left } : undefined;
}

function assumptionsOf(breaking: Breaking): number {
  return breaking.verdict === 'undecided' ? breaking.assumptions.length : 0;
}
