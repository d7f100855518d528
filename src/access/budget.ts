/**
 * How much work an answer may cost. Steps are counted, never a clock, so that the same files give the same answers on every
 * machine. All parts of an answer share one budget; what it does not suffice for is named as not decided, and the rest stands.
 */

/** What every answer may cost, and what each byte of the files adds: a second or two for a file of 200 kB. */
const baseSteps = 10_000_000;
const stepsPerByte = 100;

/** What work is paid from. */
export interface Spending {
  spend(steps: number): unknown;
}

/** A part of the work did not get done within its budget. */
export class OutOfBudget extends Error {}

export class Budget {
  #left: number;

  /** @param steps small pieces of work: a look-up, a comparison, a name in a list */
  constructor(steps: number) {
    this.#left = steps;
  }

  /** How many steps are left. */
  get left(): number {
    return this.#left;
  }

  /** Whether nothing is left. */
  get isSpent(): boolean {
    return this.#left <= 0;
  }

  /**
   * Takes steps out.
   *
   * @returns false where nothing is left: then the work must end without an answer
   */
  spend(steps: number): boolean {
    this.#left -= steps;
    return this.#left > 0;
  }

  /**
   * What one question of many may cost.
   *
   * @param share of what is left: an eighth, so that a few hard ones leave something for the others
   */
  portion(share = 1 / 8): Portion {
    return new Portion(this, share);
  }
}

/** A part of a budget, for one question. */
export class Portion {
  readonly #budget: Budget;
  #left: number;

  constructor(budget: Budget, share: number) {
    this.#budget = budget;
    this.#left = budget.left * share;
  }

  /**
   * Takes steps out of this part and of the whole.
   *
   * @throws OutOfBudget where nothing is left
   */
  spend(steps: number): void {
    this.#left -= steps;
    this.#budget.spend(steps);
    if (this.#left < 0) throw new OutOfBudget();
  }
}

/** A budget for a question about files of this size in all; it grows with them, so that ordinary files never meet its end. */
export function budgetFor(files: Iterable<{ text: string }>): Budget {
  let size = 0;
  for (const { text } of files) size += text.length;
  return new Budget(baseSteps + stepsPerByte * size);
}

/** What each of many logins adds to what asking about all of them may cost. */
const stepsPerLogin = 10_000;

/** A budget for asking about logins one after the other. */
export function budgetForLogins(count: number): Budget {
  return new Budget(baseSteps + stepsPerLogin * count);
}

/** For questions about records that are not tied to files. */
export function unlimited(): Budget {
  return new Budget(Number.POSITIVE_INFINITY);
}
