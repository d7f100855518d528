/**
 * Which records rules were asked of before, and of which they reported something: an editor that asks again after each
 * keystroke has rules that look at one record alone judge the others only.
 */
import type { Major } from '../../catalog/majors.js';
import type { Cluster, HbaRecord, SourceFile } from '../../cluster/types.js';
import { type ChangedLines, changedLines } from '../../syntax/changed-lines.js';
import type { Rule } from '../rule.js';

/** The visitors that get records one by one. */
export type RecordVisitor = 'HbaRecord' | 'DecidingRecord';

/** Places of records in their order, and by rule the numbers of those of which it reported something. */
interface Visited {
  starts: readonly number[];
  ends: readonly number[];
  loud: ReadonlyMap<number, readonly number[]>;
}

/** One run of rules over a cluster for one target. */
interface Remembered {
  text: string;
  /** Everything besides the records that such a rule may look at. */
  surroundings: readonly unknown[];
  visited: ReadonlyMap<RecordVisitor, Visited>;
}

/** What is remembered of one cluster for all of its targets; its definition and its configuration stay the same. */
export class RecordMemory {
  readonly #runs = new Map<Major, Remembered>();
  #lastChange: { before: string; after: string; lines: ChangedLines } | undefined;

  /**
   * Starts a run.
   *
   * @param cluster what is judged
   * @param rules the rules of the run, in order
   */
  start(cluster: Cluster, rules: readonly Rule[]): RememberedRun {
    const { target, extent, hba, files } = cluster;
    const main = hba?.main;
    // A record that another file brings, or a part of, is not told by its own text.
    const isPlain = hba === undefined || (hba.files.length === 1 && hba.records.every(({ file }) => file === main));
    const text = main !== undefined && isPlain ? main.text : undefined;
    const others = files.filter((file: SourceFile) => file.id !== main?.id);
    const surroundings = [extent, main?.encoding, ...others, ...rules.map(({ id }) => id)];
    const before = this.#runs.get(target);
    const isLike = before !== undefined && isSameList(before.surroundings, surroundings);
    const run = new RememberedRun(text, isLike ? before : undefined, (was, is) => this.#changed(was, is));
    run.keep = () => {
      if (text === undefined) this.#runs.delete(target);
      else this.#runs.set(target, { text, surroundings, visited: run.visited });
    };
    return run;
  }

  /** All targets and visitors ask for the same two texts. */
  #changed(before: string, after: string): ChangedLines {
    const known = this.#lastChange;
    if (known?.before === before && known.after === after) return known.lines;
    const lines = changedLines(before, after);
    this.#lastChange = { before, after, lines };
    return lines;
  }
}

/** What a run need not ask, and what it finds. */
export class RememberedRun {
  readonly visited = new Map<RecordVisitor, Visited>();
  /** Lets the next run have what this one found, once it is whole. */
  keep: () => void = () => {};
  readonly #text: string | undefined;
  readonly #before: Remembered | undefined;
  readonly #changed: (before: string, after: string) => ChangedLines;

  constructor(
    text: string | undefined,
    before: Remembered | undefined,
    changed: (before: string, after: string) => ChangedLines,
  ) {
    this.#text = text;
    this.#before = before;
    this.#changed = changed;
  }

  /** Starts the visits of one visitor; undefined where nothing may be left out, nor remembered. */
  visits(visitor: RecordVisitor, records: readonly HbaRecord[]): RecordVisits | undefined {
    if (this.#text === undefined) return undefined;
    const before = this.#before?.visited.get(visitor);
    const known =
      before === undefined ? undefined : knownRecords(before, this.#changed(this.#before!.text, this.#text), records);
    const visits = new RecordVisits(records, before, known);
    this.visited.set(visitor, visits);
    return visits;
  }
}

/** The visits of one visitor. */
export class RecordVisits implements Visited {
  readonly starts: number[];
  readonly ends: number[];
  readonly loud = new Map<number, number[]>();
  readonly #records: readonly HbaRecord[];
  readonly #before: Visited | undefined;
  readonly #known: Known | undefined;

  constructor(records: readonly HbaRecord[], before: Visited | undefined, known: Known | undefined) {
    this.starts = records.map(({ start }) => start);
    this.ends = records.map(({ end }) => end);
    this.#records = records;
    this.#before = before;
    this.#known = known;
  }

  /**
   * Asks a rule that looks at one record alone: of those that are new, and of those of which it reported something.
   *
   * @param rule its number in the run
   * @param judges judges a record, and tells whether anything was reported, or other records were looked at
   */
  ask(rule: number, judges: (record: HbaRecord) => boolean): void {
    const loud: number[] = [];
    const ask = (index: number) => {
      if (judges(this.#records[index]!)) loud.push(index);
    };
    const known = this.#known;
    const loudBefore = this.#before?.loud.get(rule);
    if (known === undefined || loudBefore === undefined) for (let at = 0; at < this.#records.length; at++) ask(at);
    else {
      const still = loudBefore.map((index) => known.now[index]!).filter((index) => index !== -1);
      for (const index of [...known.fresh, ...still].sort((a, b) => a - b)) ask(index);
    }
    this.loud.set(rule, loud);
  }
}

/** Where the records of before are now, -1 for those that are gone; and those that are new. */
interface Known {
  now: Int32Array;
  fresh: number[];
}

/** Finds the records that stand outside of the lines that differ. */
function knownRecords(
  before: Visited,
  { start, endBefore, endAfter }: ChangedLines,
  records: readonly HbaRecord[],
): Known {
  const moved = endAfter - endBefore;
  const now = new Int32Array(before.starts.length).fill(-1);
  const fresh: number[] = [];
  let at = 0;
  for (let index = 0; index < records.length; index++) {
    const record = records[index]!;
    const by = record.end <= start ? 0 : record.start >= endAfter ? moved : undefined;
    if (by === undefined) {
      fresh.push(index);
      continue;
    }
    const startBefore = record.start - by;
    while (at < before.starts.length && before.starts[at]! < startBefore) at++;
    if (before.starts[at] === startBefore && before.ends[at] === record.end - by) now[at] = index;
    else fresh.push(index);
  }
  return { now, fresh };
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
