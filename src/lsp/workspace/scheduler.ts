/** Runs some work soon after it was asked for: at once where there is time, and never more than two thirds of the time. */
export class Scheduler {
  readonly #work: () => void;
  #timer: NodeJS.Timeout | undefined;
  #lastEnd = 0;
  #lastCost = 0;

  /** @param work what is to be done */
  constructor(work: () => void) {
    this.#work = work;
  }

  /** Asks for the work; what is asked several times before it starts is done once. */
  ask(): void {
    if (this.#timer !== undefined) return;
    // Work that takes long waits half as long as it took, so that what was typed meanwhile comes first, and together.
    const wait = Math.max(0, this.#lastEnd + this.#lastCost / 2 - now());
    this.#timer = setTimeout(() => this.flush(), Math.min(wait, 500));
  }

  /** Does the work now where it was asked for. */
  flush(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const start = now();
    try {
      this.#work();
    } finally {
      this.#lastEnd = now();
      this.#lastCost = this.#lastEnd - start;
    }
  }

  /** Forgets what was asked for. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** Milliseconds since the start; for `performance` Node would load a dozen of its modules. */
function now(): number {
  return process.uptime() * 1000;
}
