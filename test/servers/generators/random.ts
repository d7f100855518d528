/** Random numbers that a seed repeats (mulberry32), and the choices that generators make with them. */
export class Random {
  #state: number;

  /** @param seed any integer; the low 32 bits count */
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** An integer in [low, high], both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)]!;
  }

  /** One of several makers, each as likely as its weight. */
  choose<T>(...choices: readonly (readonly [weight: number, make: () => T])[]): T {
    let at = this.next() * choices.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, make] of choices) {
      at -= weight;
      if (at < 0) return make();
    }
    return choices.at(-1)![1]();
  }

  /** Between `low` and `high` things, made one by one. */
  list<T>(low: number, high: number, make: () => T): T[] {
    return Array.from({ length: this.integer(low, high) }, make);
  }

  /** A random change of letter case. */
  recase(text: string): string {
    return this.choose(
      [2, () => text.toUpperCase()],
      [1, () => text.charAt(0).toUpperCase() + text.slice(1)],
      [3, () => [...text].map((letter) => (this.chance(0.5) ? letter.toUpperCase() : letter.toLowerCase())).join('')],
    );
  }

  /** The text with one to three characters taken out, put in, doubled or exchanged. */
  mutate(text: string, alphabet: readonly string[]): string {
    const changed = [...text];
    for (let count = this.integer(1, 3); count > 0; count--) {
      const at = this.integer(0, changed.length);
      const double = changed[at] ?? '';
      const insert = this.choose([4, () => this.pick(alphabet)], [3, () => ''], [1, () => double + double]);
      changed.splice(at, this.integer(0, 1), insert);
    }
    return changed.join('');
  }

  /** The files, of which some have lost the end of their last line. */
  cutEnds(files: Record<string, string>): Record<string, string> {
    const cut = (text: string) => (this.chance(0.08) ? text.replace(/\r?\n$/, '') : text);
    return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, cut(text)]));
  }
}
