/** What kind of change the logins of a region see, with one of them for each: what `--fail-on` asks for. */
import { type Budget, OutOfBudget } from '../../../access/budget.js';
import { type AccessSide, walkOf } from '../../../access/changes.js';
import { exampleLogin } from '../../../access/examples/login.js';
import type { Login } from '../../../access/login.js';
import { certificateLevel, letsIn } from '../../../access/policies/spaces.js';
import type { Condition } from '../../../access/regions/condition.js';
import type { Region } from '../../../access/regions/region.js';
import type { Walk } from '../../../access/regions/walk.js';
import type { Major } from '../../../catalog/majors.js';
import type { HbaRecord } from '../../../cluster/types.js';
import { isWeaker } from '../../../rule-kit/records/method-strength.js';

/**
 * - `new-access`: who was rejected is let in.
 * - `weaker-method`: who was let in is let in by a method that proves less, or with less of a client certificate.
 * - `less-encrypted`: who was let in with encryption only is let in without.
 * - `lost-access`: who was let in is rejected.
 */
export const changeClasses = ['new-access', 'weaker-method', 'less-encrypted', 'lost-access'] as const;
export type ChangeClass = (typeof changeClasses)[number];

/** A class with a login of it; without one where looking for it was too much work. */
export interface ClassedChange {
  name: ChangeClass;
  login: Login | undefined;
  /** What must be true of the login, which files cannot tell. */
  conditions: readonly Condition[];
}

const certificates = ['none', 'verify-ca', 'verify-full'];

/** Tells the classes of regions. */
export class Classifier {
  readonly #old: Walk;
  readonly #before: AccessSide;
  readonly #targets: { before: Major; after: Major };
  readonly #budget: Budget;

  constructor(before: AccessSide, targets: { before: Major; after: Major }, budget: Budget) {
    this.#before = before;
    this.#targets = targets;
    this.#budget = budget;
    this.#old = walkOf(before, { target: targets.before, budget });
  }

  /**
   * The classes of a region whose logins one record decides before and another one after.
   *
   * @returns none also where the region turns out to have no login
   */
  classesOf(region: Region, from: HbaRecord | undefined, to: HbaRecord | undefined): ClassedChange[] {
    if (letsIn(from)) {
      if (!letsIn(to)) return this.#with('lost-access', [region]);
      return this.#isWeaker(from, to) ? this.#with('weaker-method', [region]) : [];
    }
    if (!letsIn(to)) return [];
    const gained = this.#with('new-access', [region]);
    const exposed = gained.length > 0 ? this.#encryptedBefore(region) : [];
    return exposed === undefined
      ? [...gained, { name: 'less-encrypted', login: undefined, conditions: region.conditions }]
      : [...gained, ...this.#with('less-encrypted', exposed)];
  }

  #isWeaker(from: HbaRecord, to: HbaRecord): boolean {
    if (isWeaker(to.method, from.method)) return true;
    const [was, is] = [certificateLevel(from, this.#targets.before), certificateLevel(to, this.#targets.after)];
    return certificates.indexOf(is) < certificates.indexOf(was) && !isWeaker(from.method, to.method);
  }

  /** The logins without encryption of a region that with encryption were let in before. */
  #encryptedBefore(region: Region): Region[] | undefined {
    if (!region.transports.includes('plain')) return [];
    const transports = this.#before.transports.filter((transport) => transport === 'tls' || transport === 'gss');
    if (transports.length === 0) return [];
    return this.#attempt(() =>
      [...this.#old.decisions({ ...region, transports }, this.#budget.portion())]
        .filter(([, place]) => place !== undefined && letsIn(this.#before.records[place]))
        .map(([part]) => ({ ...part, transports: ['plain' as const] }))
        // What depends on least comes first.
        .sort((a, b) => a.conditions.length - b.conditions.length),
    );
  }

  #with(name: ChangeClass, regions: readonly Region[]): ClassedChange[] {
    const comparing = { target: this.#targets.after, budget: this.#budget };
    for (const region of regions) {
      const found = this.#attempt(() => ({
        login: exampleLogin(region, { users: [], databases: [] }, comparing, this.#budget.portion()),
      }));
      const { conditions } = region;
      if (found === undefined) return [{ name, login: undefined, conditions }];
      if (found.login) return [{ name, login: found.login, conditions }];
    }
    return [];
  }

  #attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof OutOfBudget)) throw error;
      return undefined;
    }
  }
}
