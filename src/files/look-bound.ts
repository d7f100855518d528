/**
 * How much a look through folders may cost. Steps are counted, so that the same folders give the same answer; where a person
 * waits, the time counts as well, but for the first steps: a busy machine looks at the nearest folders all the same.
 */
export class LookBound {
  #left: number;
  readonly #free: number;
  readonly #isLate: () => boolean;

  /**
   * @param steps a look at one name is one; a folder that is listed is `stepsPerFolder`, a file that is read `stepsPerFile`
   * @param free so many of these steps are there whatever the time
   * @param isLate whether the time is over; never, where it is left out
   */
  constructor(steps: number, free = steps, isLate: () => boolean = () => false) {
    this.#left = steps;
    this.#free = steps - free;
    this.#isLate = isLate;
  }

  spend(steps: number): void {
    this.#left -= steps;
  }

  /** Whether nothing more is to be looked at; what is over stays over. */
  get isOver(): boolean {
    if (this.#left > 0 && this.#left < this.#free && this.#isLate()) this.#left = 0;
    return this.#left <= 0;
  }

  /** Whether a look was cut short. */
  get cutShort(): boolean {
    return this.#left <= 0;
  }
}

/** What looking through a folder may cost: finding files by their names, and then reading those that may be wanted. */
export interface LookBounds {
  names: LookBound;
  files: LookBound;
}

/** What listing a folder costs beside its names, with the links and .gitignore files that are read for it. */
export const stepsPerFolder = 16;
/** What reading a file of the usual size and looking into it costs. */
export const stepsPerFile = 100;
