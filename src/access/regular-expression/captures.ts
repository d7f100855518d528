/** Where the groups of a match are: PostgreSQL's search through the tree of an expression (regexec.c). */
import { Automaton, type Subject } from './automaton.js';
import { lowerCase } from './byte-sets.js';
import { hasCapture, hasReference, type Part, prefersShort } from './dissection.js';

/** Begin and end of a group, undefined where it takes no part. */
export type Captures = ([begin: number, end: number] | undefined)[];

/** What making a state costs, in states visited. */
const stepsPerMade = 4;

/** Makes each part's automaton once an expression. */
export class Automata {
  readonly #made = new Map<Part, Automaton>();
  readonly #newlineAnchors: boolean;

  constructor(newlineAnchors: boolean) {
    this.#newlineAnchors = newlineAnchors;
  }

  /** @throws OutOfSteps where making it costs more than the subject has left */
  of(part: Part, subject: Subject): Automaton {
    let automaton = this.#made.get(part);
    if (!automaton) {
      automaton = new Automaton(part.pattern, this.#newlineAnchors);
      subject.spend(stepsPerMade * automaton.size);
      this.#made.set(part, automaton);
    }
    return automaton;
  }
}

/** The search for one match of one subject. */
export class Search {
  readonly #automata: Automata;
  readonly #subject: Subject;
  readonly #ignoreCase: boolean;
  captures: Captures = [];

  constructor(automata: Automata, subject: Subject, ignoreCase: boolean) {
    this.#automata = automata;
    this.#subject = subject;
    this.#ignoreCase = ignoreCase;
  }

  /**
   * Finds the leftmost match, of the length that the expression prefers, and its groups.
   *
   * @returns whether there is one; the groups are in `captures`
   * @throws OutOfSteps where back-references need more work than is allowed
   */
  find(root: Part): boolean {
    const length = this.#subject.bytes.length;
    for (let begin = 0; begin <= length; begin += 1) {
      const ends = this.#subject.ends(this.#automata.of(root, this.#subject), begin);
      const short = prefersShort(root);
      for (let step = 0; step <= length - begin; step += 1) {
        const end = short ? begin + step : length - step;
        if (!ends[end]) continue;
        this.captures = [];
        if (this.#dissect(root, begin, end)) return true;
      }
    }
    return false;
  }

  /** Places the groups of a part that its automaton matches from begin to end. False only where a reference fails. */
  #dissect(part: Part, begin: number, end: number): boolean {
    this.#subject.spend(1);
    if (!this.#dissectInside(part, begin, end)) return false;
    if (part.capture > 0) this.captures[part.capture] = [begin, end];
    return true;
  }

  #dissectInside(part: Part, begin: number, end: number): boolean {
    if (part.op === 'whole') return true;
    if (part.op === 'reference') return this.#repeats(part, begin, end);
    if (part.op === 'wrapper') return this.#dissect(part.children[0]!, begin, end);
    if (part.op === 'iteration') return this.#iterate(part, begin, end);
    if (part.op === 'sequence') return this.#split(part, begin, end);
    return part.children.some((child) => this.#accepts(child, begin, end) && this.#dissect(child, begin, end));
  }

  #accepts(part: Part, begin: number, end: number): boolean {
    return this.#subject.ends(this.#automata.of(part, this.#subject), begin)[end] === 1;
  }

  #split(part: Part, begin: number, end: number): boolean {
    const [left, right] = part.children as [Part, Part];
    const short = prefersShort(left);
    const middles = this.#subject.ends(this.#automata.of(left, this.#subject), begin);
    for (let step = 0; step <= end - begin; step += 1) {
      const middle = short ? begin + step : end - step;
      if (!middles[middle] || !this.#accepts(right, middle, end)) continue;
      if (this.#dissect(left, begin, middle) && this.#dissect(right, middle, end)) return true;
      this.#forget(left);
      this.#forget(right);
    }
    return false;
  }

  #forget(part: Part): void {
    if (!hasCapture(part)) return;
    if (part.capture > 0) this.captures[part.capture] = undefined;
    for (const child of part.children) this.#forget(child);
  }

  #repeats(part: Part, begin: number, end: number): boolean {
    const captured = this.captures[part.group];
    if (!captured) return false;
    const [from, to] = captured;
    const length = to - from;
    if (length === 0) return begin === end && part.min <= part.max;
    if (begin === end) return part.min === 0;
    const count = (end - begin) / length;
    if (!Number.isInteger(count) || count < part.min || count > part.max) return false;
    this.#subject.spend(end - begin);
    const { bytes } = this.#subject;
    for (let at = begin; at < end; at += 1) {
      const expected = bytes[from + ((at - begin) % length)]!;
      const found = bytes[at]!;
      if (expected === found) continue;
      if (!this.#ignoreCase || lowerCase(expected) !== lowerCase(found)) return false;
    }
    return true;
  }

  /**
   * Divides a text into repetitions. Empty repetitions are used only where the least count needs them.
   * Without back-references what once failed from a place with a count fails again, which keeps the work small.
   */
  #iterate(part: Part, begin: number, end: number): boolean {
    const child = part.children[0]!;
    const none = part.min <= 0 && begin === end;
    // Of the empty text, a longer-first repetition is one empty round where that is possible, and none otherwise.
    if (none && prefersShort(child)) return true;
    const least = Math.max(part.min, 1);
    const most = Math.max(Math.min(end - begin, part.max), least);
    const failed = hasReference(child) ? undefined : new Set<number>();
    const ends = [begin];
    const divide = (count: number): boolean => {
      const from = ends[count - 1]!;
      const key = from * (most + 1) + count;
      if (failed?.has(key)) return false;
      for (const to of this.#candidates(child, from, end, count, least)) {
        this.#subject.spend(1);
        ends[count] = to;
        if (to !== end) {
          if (count < most && divide(count + 1)) return true;
        } else if (count >= least && this.#verify(child, ends, count)) return true;
      }
      failed?.add(key);
      return false;
    };
    return divide(1) || none;
  }

  /** Where the repetition with this number may end, in the order of preference. */
  *#candidates(child: Part, from: number, end: number, count: number, least: number): Generator<number> {
    const ends = this.#subject.ends(this.#automata.of(child, this.#subject), from);
    const needsEmpty = count < least && least - count >= end - from;
    const short = prefersShort(child);
    for (let step = 0; step <= end - from; step += 1) {
      const to = short ? from + step : end - step;
      if (ends[to] && (to !== from || needsEmpty || to === end)) yield to;
    }
  }

  /** Places the groups of each repetition; those of the last one stay. */
  #verify(child: Part, ends: number[], count: number): boolean {
    for (let index = 1; index <= count; index += 1) {
      this.#forget(child);
      if (!this.#dissect(child, ends[index - 1]!, ends[index]!)) return false;
    }
    return true;
  }
}
