/** Decides what differences mean: an error of ours, or a server that is newer than what the catalogue was observed on. */
import { isNewerThanObserved, observationsOf } from '../../src/catalog/releases.js';
import type { Installation } from './installations.js';

/** What a comparison found to differ, server by server. */
export class Outcome {
  readonly #compared = new Map<string, Installation>();
  readonly #differences = new Map<string, number>();

  /** Notes that a server takes part, so that the report can name its release. */
  add(installation: Installation): void {
    this.#compared.set(installation.name, installation);
  }

  /** Counts differences of a server that takes part. */
  differs(installation: Installation, times = 1): void {
    this.add(installation);
    this.#differences.set(installation.name, (this.#differences.get(installation.name) ?? 0) + times);
  }

  /** The servers that take part with their releases: `15 (15.18), 15-debian (15.20)`. */
  get servers(): string {
    return [...this.#compared.values()].map(nameOf).join(', ');
  }

  /** The differences that are errors of ours: those with servers of observed releases. */
  get failures(): number {
    return this.#count((installation) => !isAhead(installation));
  }

  /** A sentence for each server that is newer than what the catalogue was observed on, with what to do. */
  get findings(): string[] {
    return [...this.#compared.values()].filter(isAhead).map((installation) => {
      const { major, name } = installation;
      const differences = this.#differences.get(name) ?? 0;
      const newest = observationsOf(major)?.releases.at(-1) ?? 'none';
      return `${nameOf(installation)} is newer than ${newest}, the newest release of ${major} that the catalogue was observed on; ${differences} differences with it do not count as failures. To observe it: npm run catalog, read the diff of src/catalog/data, add what came with the release to scripts/catalog/facts/unlisted.ts, run this again.`;
    });
  }

  /**
   * Prints the findings and sets the exit code: 1 where something differs on a server of an observed release, or where
   * no server took part.
   */
  end(): void {
    for (const finding of this.findings) console.log(finding);
    if (this.failures > 0 || this.#compared.size === 0) process.exitCode = 1;
  }

  #count(counts: (installation: Installation) => boolean): number {
    let sum = 0;
    for (const [name, times] of this.#differences) if (counts(this.#compared.get(name)!)) sum += times;
    return sum;
  }
}

const nameOf = ({ name, version }: Installation) => `${name} (${version})`;
const isAhead = ({ major, version }: Installation) => isNewerThanObserved(major, version);
