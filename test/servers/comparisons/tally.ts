/** Counts what was compared, and keeps what differs, each minimal case once. */
import type { Files } from '../generators/conf-trees.js';

/** What a comparison found to differ. */
export interface Disagreement {
  kind: 'hba' | 'ident' | 'conf' | 'hosts';
  /** The server that says otherwise. */
  server: string;
  files: Files;
  /** What the server says, in short. */
  expected: string;
  /** What we say. */
  actual: string;
  /** The parameter whose value differs, where that is what differs. */
  show?: string;
}

export class Tally {
  /** How many single verdicts were compared, by what they were of (`hba lines`, `settings`, …). */
  readonly compared = new Map<string, number>();
  /** What was not judged because the server is no authority on it, by reason. */
  readonly excluded = new Map<string, number>();
  /** What we leave open because files alone do not decide it, by parameter or reason. */
  readonly undecided = new Map<string, number>();
  /** Inputs upon which a server hung up, twice; each is excluded. */
  readonly hungUp: string[] = [];
  readonly #disagreements = new Map<string, Disagreement>();

  readonly #found = new Map<string, number>();
  readonly #onFound: (text: string) => void;

  /** @param onFound called with each new disagreement, as text */
  constructor(onFound: (text: string) => void) {
    this.#onFound = onFound;
  }

  count(what: string, times = 1): void {
    this.compared.set(what, (this.compared.get(what) ?? 0) + times);
  }

  exclude(reason: string): void {
    this.excluded.set(reason, (this.excluded.get(reason) ?? 0) + 1);
  }

  /** Leaves out an input upon which a server hung up. */
  hangUp(server: string, files: Files): void {
    this.exclude('the server closed the connection');
    this.hungUp.push(`${server}: ${JSON.stringify(files)}`);
  }

  leaveOpen(reason: string): void {
    this.undecided.set(reason, (this.undecided.get(reason) ?? 0) + 1);
  }

  /** Keeps a disagreement; the same files with the same verdicts on another server count once. */
  add(found: Disagreement): void {
    const key = JSON.stringify([found.kind, found.files, found.expected, found.actual]);
    if (this.#disagreements.has(key)) return;
    this.#disagreements.set(key, found);
    this.#found.set(`${found.kind} ${found.server}`, this.foundOn(found.server, found.kind) + 1);
    this.#onFound(describe(found));
  }

  /** How many different disagreements one server has shown in one kind of file. */
  foundOn(server: string, kind: Disagreement['kind']): number {
    return this.#found.get(`${kind} ${server}`) ?? 0;
  }

  get disagreements(): readonly Disagreement[] {
    return [...this.#disagreements.values()];
  }

  /** What was compared, left out and left open, as text. */
  report(): string {
    const lines: string[] = [];
    for (const [what, times] of this.compared) lines.push(`compared ${times} ${what}`);
    for (const [reason, times] of sorted(this.excluded)) lines.push(`excluded ${times}: ${reason}`);
    for (const [reason, times] of sorted(this.undecided)) lines.push(`undecided ${times}: ${reason}`);
    for (const input of this.hungUp) lines.push(`closed the connection: ${input}`);
    return lines.join('\n');
  }
}

function describe({ kind, server, files, expected, actual }: Disagreement): string {
  const contents = Object.entries(files).map(([path, text]) => `  ${path}: ${JSON.stringify(text)}`);
  return [`DISAGREEMENT ${kind} on ${server}`, ...contents, `  server: ${expected}`, `  we:     ${actual}`].join('\n');
}

function sorted(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([, a], [, b]) => b - a);
}
