/** Automata that run in time proportional to the text, whatever the expression (Thompson's construction). */
import type { Constraint } from '../../syntax/regular-expression-nodes.js';
import { type ByteSet, wordBytes } from './byte-sets.js';
import type { Pattern } from './pattern.js';

/** The work allowed for one answer is used up: the answer stays open. */
export class OutOfSteps extends Error {}

type State =
  | { kind: 'bytes'; set: ByteSet; next: number }
  | { kind: 'constraint'; test: Constraint['kind']; next: number }
  | { kind: 'look'; look: Look; next: number }
  | { kind: 'fork'; next: number[] }
  | { kind: 'end' };

interface Look {
  ahead: boolean;
  negative: boolean;
  automaton: Automaton;
}

const largestAutomaton = 200_000;
/** What starting one costs, in states visited. */
const stepsPerRun = 10;

/** An automaton for one pattern, with `^` and `$` meaning what the expression's options make of them. */
export class Automaton {
  readonly #states: State[] = [];
  #sets: [StateSet, StateSet] | undefined;
  readonly start: number;
  readonly newlineAnchors: boolean;

  /** @throws OutOfSteps where the pattern, its repetitions written out, is too large */
  constructor(pattern: Pattern, newlineAnchors: boolean) {
    this.newlineAnchors = newlineAnchors;
    this.start = this.#build(pattern, this.#add({ kind: 'end' }));
  }

  get size(): number {
    return this.#states.length;
  }

  state(index: number): State {
    return this.#states[index]!;
  }

  /** Two empty sets of its states, for one run at a time: an automaton never runs within itself. */
  emptySets(): [StateSet, StateSet] {
    this.#sets ??= [new StateSet(this.size), new StateSet(this.size)];
    for (const set of this.#sets) set.clear();
    return this.#sets;
  }

  #add(state: State): number {
    if (this.#states.length >= largestAutomaton) throw new OutOfSteps();
    return this.#states.push(state) - 1;
  }

  /** Builds a pattern that goes on to `next`; gives its first state. */
  #build(pattern: Pattern, next: number): number {
    if (pattern.kind === 'bytes') return this.#add({ kind: 'bytes', set: pattern.set, next });
    if (pattern.kind === 'constraint') return this.#add({ kind: 'constraint', test: pattern.test, next });
    if (pattern.kind === 'sequence') return pattern.parts.reduceRight((after, part) => this.#build(part, after), next);
    if (pattern.kind === 'choice') {
      return this.#add({ kind: 'fork', next: pattern.parts.map((part) => this.#build(part, next)) });
    }
    if (pattern.kind === 'repeat') return this.#buildRepeat(pattern.part, pattern.min, pattern.max, next);
    const { ahead, negative, body } = pattern;
    return this.#add({
      kind: 'look',
      look: { ahead, negative, automaton: new Automaton(body, this.newlineAnchors) },
      next,
    });
  }

  #buildRepeat(part: Pattern, min: number, max: number, next: number): number {
    let first = next;
    if (max === Number.POSITIVE_INFINITY) {
      const loop: State = { kind: 'fork', next: [] };
      const index = this.#add(loop);
      loop.next.push(this.#build(part, index), next);
      first = index;
    } else {
      for (let count = min; count < max; count += 1) {
        first = this.#add({ kind: 'fork', next: [this.#build(part, first), next] });
      }
    }
    for (let count = 0; count < min; count += 1) first = this.#build(part, first);
    return first;
  }
}

/** A set of states that empties in no time. */
class StateSet {
  readonly members: Int32Array;
  readonly #mark: Int32Array;
  #generation = 1;
  count = 0;

  constructor(size: number) {
    this.members = new Int32Array(size);
    this.#mark = new Int32Array(size);
  }

  add(state: number): boolean {
    if (this.#mark[state] === this.#generation) return false;
    this.#mark[state] = this.#generation;
    this.members[this.count] = state;
    this.count += 1;
    return true;
  }

  clear(): void {
    this.#generation += 1;
    this.count = 0;
  }
}

/** One text that automata run over, with what is known of it so far. */
export class Subject {
  readonly bytes: Uint8Array;
  readonly #looks = new Map<Look, Int8Array>();
  readonly #ends = new Map<Automaton, (Uint8Array | undefined)[]>();
  readonly #allowed: number;
  #steps: number;

  /**
   * @param bytes the text
   * @param steps how many states may be visited for all questions together
   */
  constructor(bytes: Uint8Array, steps: number) {
    this.bytes = bytes;
    this.#allowed = steps;
    this.#steps = steps;
  }

  /** How much work it took so far. */
  get spent(): number {
    return this.#allowed - this.#steps;
  }

  /** Counts work. @throws OutOfSteps */
  spend(steps: number): void {
    this.#steps -= steps;
    if (this.#steps < 0) throw new OutOfSteps();
  }

  /** Whether the automaton matches any part of the text. */
  contains(automaton: Automaton): boolean {
    return this.#run(automaton, 0, true, (_, found) => found);
  }

  /** For each position 1 where a match that starts at `begin` can end. */
  ends(automaton: Automaton, begin: number): Uint8Array {
    let known = this.#ends.get(automaton);
    if (!known) {
      known = [];
      this.#ends.set(automaton, known);
    }
    const before = known[begin];
    if (before) return before;
    // Memory is work, too: a text of 100 kB would need as much for each place in it.
    this.spend(this.bytes.length >> 3);
    const ends = new Uint8Array(this.bytes.length + 1);
    this.#run(automaton, begin, false, (position, found) => {
      if (found) ends[position] = 1;
      return false;
    });
    known[begin] = ends;
    return ends;
  }

  /** Runs until `visit`, told for each position whether a match ends there, says stop. Gives whether it was stopped. */
  #run(
    automaton: Automaton,
    begin: number,
    everywhere: boolean,
    visit: (position: number, found: boolean) => boolean,
  ): boolean {
    this.spend(stepsPerRun);
    let [now, next] = automaton.emptySets();
    let found = this.#follow(automaton, now, automaton.start, begin);
    for (let position = begin; ; position += 1) {
      if (visit(position, found)) return true;
      if (position >= this.bytes.length) return false;
      const byte = this.bytes[position]!;
      found = false;
      for (let index = 0; index < now.count; index += 1) {
        const state = automaton.state(now.members[index]!);
        if (state.kind !== 'bytes' || !state.set[byte]) continue;
        if (this.#follow(automaton, next, state.next, position + 1)) found = true;
      }
      this.spend(now.count + 1);
      if (everywhere && this.#follow(automaton, next, automaton.start, position + 1)) found = true;
      if (next.count === 0 && !everywhere) return false;
      [now, next] = [next, now];
      next.clear();
    }
  }

  /** Adds a state with all that can be reached without reading a byte. Gives whether the end is among them. */
  #follow(automaton: Automaton, set: StateSet, from: number, position: number): boolean {
    let found = false;
    const pending = [from];
    for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
      if (!set.add(index)) continue;
      this.spend(1);
      const state = automaton.state(index);
      if (state.kind === 'end') found = true;
      else if (state.kind === 'fork') pending.push(...state.next);
      else if (state.kind === 'constraint') {
        if (this.#holds(state.test, position, automaton.newlineAnchors)) pending.push(state.next);
      } else if (state.kind === 'look') {
        if (this.#sees(state.look, position) !== state.look.negative) pending.push(state.next);
      }
    }
    return found;
  }

  #isWord(position: number): boolean {
    return position >= 0 && position < this.bytes.length && wordBytes[this.bytes[position]!] === 1;
  }

  #holds(test: Constraint['kind'], position: number, newlineAnchors: boolean): boolean {
    const before = this.#isWord(position - 1);
    const after = this.#isWord(position);
    switch (test) {
      case 'text-start':
        return position === 0;
      case 'text-end':
        return position === this.bytes.length;
      case 'line-start':
        return position === 0 || (newlineAnchors && this.bytes[position - 1] === 10);
      case 'line-end':
        return position === this.bytes.length || (newlineAnchors && this.bytes[position] === 10);
      case 'word-start':
        return !before && after;
      case 'word-end':
        return before && !after;
      case 'word-boundary':
        return before !== after;
      case 'no-word-boundary':
        return before === after;
    }
  }

  /** Whether the body of a look-around matches at a position, its sign aside. */
  #sees(look: Look, position: number): boolean {
    let known = this.#looks.get(look);
    if (!known) {
      known = new Int8Array(this.bytes.length + 1).fill(-1);
      this.#looks.set(look, known);
      if (!look.ahead) {
        // One pass from the start tells for all positions whether a match ends there.
        const ends = known;
        this.#run(look.automaton, 0, true, (end, found) => {
          ends[end] = found ? 1 : 0;
          return false;
        });
      }
    }
    if (known[position] === -1) {
      known[position] = this.#run(look.automaton, position, false, (_, found) => found) ? 1 : 0;
    }
    return known[position] === 1;
  }
}
