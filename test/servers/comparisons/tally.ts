/** Counts what was compared, and keeps what differs, each minimal case once. */
import type { Files } from '../generators/conf-trees.js';

/** What a comparison found to differ. */
export interface Disagreement {
  kind: 'hba' | 'ident' | 'conf';
  /** The server that says otherwise. */
  server: string;
  files: Files;
  /** What the server says, in short. */
  expected: string;
  /** What we say. */
  actual: string;
}

export class Tally {
  /** How many single verdicts were compared, by what they were of (`hba lines`, `settings`, …). */
  readonly compared = new Map<string, number>();
  /** What was not judged because the server is no authority on it, by reason. */
  readonly excluded = new Map<string, number>();
  /** What we leave open because files alone do not decide it, by parameter or reason. */
  readonly undecided = new Map<string, number>();
  readonly #disagreements = new Map<string, { example: Disagreement; servers: Set<string>; count: number }>();

  count(what: string, times = 1): void {
    this.compared.set(what, (this.compared.get(what) ?? 0) + times);
  }

  exclude(reason: string): void {
    this.excluded.set(reason, (this.excluded.get(reason) ?? 0) + 1);
  }

  leaveOpen(reason: string): void {
    this.undecided.set(reason, (this.undecided.get(reason) ?? 0) + 1);
  }

  /** Keeps a disagreement; the same files with the same verdicts on another server join the first. */
  add(found: Disagreement): void {
    const key = JSON.stringify([found.kind, found.files, found.expected, found.actual]);
    const known = this.#disagreements.get(key);
    if (known) {
      known.servers.add(found.server);
      known.count++;
    } else this.#disagreements.set(key, { example: found, servers: new Set([found.server]), count: 1 });
  }

  get disagreements(): (Disagreement & { servers: string[] })[] {
    return [...this.#disagreements.values()].map(({ example, servers }) => ({ ...example, servers: [...servers] }));
  }

  /** The whole result as text, disagreements first. */
  report(): string {
    const lines: string[] = [];
    for (const { kind, servers, files, expected, actual } of this.disagreements) {
      lines.push(`DISAGREEMENT ${kind} on ${servers.join(', ')}`);
      for (const [path, text] of Object.entries(files)) lines.push(`  ${path}: ${JSON.stringify(text)}`);
      lines.push(`  server: ${expected}`, `  we:     ${actual}`);
    }
    for (const [what, times] of this.compared) lines.push(`compared ${times} ${what}`);
    for (const [reason, times] of sorted(this.excluded)) lines.push(`excluded ${times}: ${reason}`);
    for (const [reason, times] of sorted(this.undecided)) lines.push(`undecided ${times}: ${reason}`);
    return lines.join('\n');
  }
}

function sorted(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([, a], [, b]) => b - a);
}
