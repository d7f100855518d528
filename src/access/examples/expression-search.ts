/**
 * A name that some regular expressions match and others do not: a search through all names, shortest first, by the states in
 * which the expressions' automata are. What cannot be an automaton, look-around and back-references, it does not decide.
 */
import type { Major } from '../../catalog/majors.js';
import type { NamePattern } from '../../cluster/types.js';
import { checkRegularExpression } from '../../syntax/regular-expression.js';
import { OutOfBudget, type Spending } from '../budget.js';
import { Automaton, OutOfSteps } from '../regular-expression/automaton.js';
import { wordBytes } from '../regular-expression/byte-sets.js';
import { dissect } from '../regular-expression/dissection.js';
import { byteRole, type Pending, pendingAfter } from './utf-8.js';

/** An expression of a column, and whether the name is to match. */
export interface NameCondition {
  pattern: NamePattern;
  holds: boolean;
}

/** NAMEDATALEN - 1 of pg_config_manual.h. */
const longest = 63;
const newline = 10;

/** Where the search is: what each automaton has read, and how the name goes on. */
interface Node {
  name: readonly number[];
  /** For each expression the states before the next byte; undefined once it has matched. */
  states: readonly (readonly number[] | undefined)[];
  pending: Pending;
}

/**
 * Finds a name.
 *
 * @param excluded names that it must not be
 * @returns undefined where there is none
 * @throws OutOfBudget also where an expression is none that can be decided
 */
export function searchName(
  conditions: readonly NameCondition[],
  excluded: ReadonlySet<string>,
  target: Major,
  spending: Spending,
): string | undefined {
  const automata = conditions.map(({ pattern }) => automatonOf(pattern, target));
  const bytes = representatives(automata, excluded);
  const prefixes = prefixesOf(excluded);
  const seen = new Set<string>();
  let nodes: Node[] = [{ name: [], states: automata.map(({ start }) => [start]), pending: [] }];
  for (let length = 0; length <= longest && nodes.length > 0; length++) {
    const next: Node[] = [];
    for (const node of nodes) {
      if (length > 0 && node.pending.length === 0 && isFound(node, automata, conditions, spending)) {
        const name = new TextDecoder().decode(new Uint8Array(node.name));
        if (!excluded.has(name)) return name;
      }
      for (const byte of bytes) {
        const pending = pendingAfter(node.pending, byte);
        if (pending === undefined) continue;
        const after = step(node, byte, pending, automata, spending);
        // Once an expression has matched that must not, nothing helps.
        if (after.states.some((states, index) => states === undefined && !conditions[index]!.holds)) continue;
        const key = keyOf(after, prefixes);
        if (seen.has(key)) continue;
        seen.add(key);
        next.push(after);
      }
    }
    nodes = next;
  }
  return undefined;
}

function automatonOf({ value, token }: NamePattern, target: Major): Automaton {
  const check = checkRegularExpression(value, target, token.file.encoding);
  // An expression that does not compile matches nothing: its record is not loaded.
  if (!check.ok || check.tree === undefined || check.undecided !== undefined) throw new OutOfBudget();
  const { root, hasReferences } = dissect(check.tree, target);
  if (hasReferences) throw new OutOfBudget();
  try {
    return new Automaton(root.pattern, check.tree.flags.newlineAnchors);
  } catch (error) {
    if (error instanceof OutOfSteps) throw new OutOfBudget();
    throw error;
  }
}

/** One byte of each class that no automaton tells apart, those first that people use in names. */
function representatives(automata: readonly Automaton[], excluded: ReadonlySet<string>): number[] {
  const sets = new Set(
    automata.flatMap((automaton) =>
      Array.from({ length: automaton.size }, (_, index) => automaton.state(index)).flatMap((state) =>
        state.kind === 'bytes' ? [state.set] : [],
      ),
    ),
  );
  const own = new Set([...excluded].flatMap((name) => [...new TextEncoder().encode(name)]));
  const all = Array.from({ length: 255 }, (_, index) => index + 1);
  const rank = (byte: number) =>
    [/[a-z]/, /[0-9]/, /[A-Z]/, /[_-]/, /[!-~]/].findIndex((kind) => kind.test(String.fromCharCode(byte)));
  const order = (byte: number) => ((rank(byte) + 6) % 6) + (rank(byte) === -1 ? 6 : 0);
  const found = new Map<string, number>();
  for (const byte of all.sort((a, b) => order(a) - order(b) || a - b)) {
    const kind = byte < 0x80 ? `${wordBytes[byte]}${byte === newline}` : byteRole(byte);
    const key = `${kind} ${own.has(byte) ? byte : ''} ${[...sets].map((set) => set[byte]).join('')}`;
    if (!found.has(key)) found.set(key, byte);
  }
  return [...found.values()];
}

function prefixesOf(names: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of names) {
    const bytes = [...new TextEncoder().encode(name)];
    for (let length = 1; length <= bytes.length; length++) found.add(bytes.slice(0, length).join());
  }
  return found;
}

/** What two places of the search share that go on alike. */
function keyOf({ name, states, pending }: Node, prefixes: ReadonlySet<string>): string {
  const text = name.join();
  const last = name.at(-1)!;
  const sorted = states.map((some) => (some ? [...some].sort((a, b) => a - b).join() : 'matched')).join('|');
  return `${sorted} ${pending.join()} ${wordBytes[last]}${last === newline} ${prefixes.has(text) ? text : ''}`;
}

function isFound(
  node: Node,
  automata: readonly Automaton[],
  conditions: readonly NameCondition[],
  spending: Spending,
): boolean {
  return conditions.every(({ holds }, index) => {
    const states = node.states[index];
    const matched = states === undefined || reach(automata[index]!, states, node.name, undefined, spending).isEnd;
    return matched === holds;
  });
}

function step(node: Node, byte: number, pending: Pending, automata: readonly Automaton[], spending: Spending): Node {
  const states = automata.map((automaton, index) => {
    const before = node.states[index];
    if (before === undefined) return undefined;
    const { states: open, isEnd } = reach(automaton, before, node.name, byte, spending);
    if (isEnd) return undefined;
    // A match may begin at every place.
    const after = new Set([automaton.start]);
    for (const one of open) {
      const state = automaton.state(one);
      if (state.kind === 'bytes' && state.set[byte]) after.add(state.next);
    }
    return [...after];
  });
  return { name: [...node.name, byte], states, pending };
}

/** All states that follow without reading a byte, between what was read and what comes. */
function reach(
  automaton: Automaton,
  from: readonly number[],
  name: readonly number[],
  next: number | undefined,
  spending: Spending,
): { states: Iterable<number>; isEnd: boolean } {
  const seen = new Set(from);
  let isEnd = false;
  for (const index of seen) {
    const state = automaton.state(index);
    if (state.kind === 'end') isEnd = true;
    else if (state.kind === 'fork') for (const one of state.next) seen.add(one);
    else if (state.kind === 'look') throw new OutOfBudget();
    else if (state.kind === 'constraint' && holds(state.test, name.at(-1), next, automaton.newlineAnchors)) {
      seen.add(state.next);
    }
  }
  spending.spend(seen.size + 4);
  return { states: seen, isEnd };
}

function holds(test: string, before: number | undefined, after: number | undefined, anchors: boolean): boolean {
  const isWord = (byte: number | undefined) => byte !== undefined && wordBytes[byte] === 1;
  switch (test) {
    case 'text-start':
      return before === undefined;
    case 'text-end':
      return after === undefined;
    case 'line-start':
      return before === undefined || (anchors && before === newline);
    case 'line-end':
      return after === undefined || (anchors && after === newline);
    case 'word-start':
      return !isWord(before) && isWord(after);
    case 'word-end':
      return isWord(before) && !isWord(after);
    case 'word-boundary':
      return isWord(before) !== isWord(after);
    default:
      return isWord(before) === isWord(after);
  }
}
