/** How large the automaton of an expression grows: the server refuses those that need too much memory. */
import type { Alternatives, Item, RegularExpression } from './regular-expression-nodes.js';

/** What one part adds: how many of its characters can come first and last, and how many follow one another. */
interface Measure {
  first: number;
  last: number;
  nullable: boolean;
  pairs: number;
}

const nothing: Measure = { first: 0, last: 0, nullable: true, pairs: 0 };
const single: Measure = { first: 1, last: 1, nullable: false, pairs: 1 };

function sequence(a: Measure, b: Measure): Measure {
  return {
    first: a.first + (a.nullable ? b.first : 0),
    last: b.last + (b.nullable ? a.last : 0),
    nullable: a.nullable && b.nullable,
    pairs: a.pairs + b.pairs + a.last * b.first,
  };
}

function choice(a: Measure, b: Measure): Measure {
  return {
    first: a.first + b.first,
    last: a.last + b.last,
    nullable: a.nullable || b.nullable,
    pairs: a.pairs + b.pairs,
  };
}

function repeated(part: Measure, min: number, max: number): Measure {
  const optional = { ...part, nullable: true };
  const loop = { ...optional, pairs: part.pairs + part.last * part.first };
  let whole = nothing;
  for (let count = 0; count < min; count += 1) whole = sequence(whole, part);
  if (max === Number.POSITIVE_INFINITY) return sequence(whole, loop);
  for (let count = min; count < max; count += 1) whole = sequence(whole, optional);
  return whole;
}

function measureItem(item: Item): Measure {
  if (item.type === 'Constraint') return { ...single, nullable: true };
  if (item.type === 'Look') return { ...single, nullable: true, pairs: 1 + measureAlternatives(item.body).pairs };
  const { atom } = item;
  const part = atom.type === 'Group' ? measureAlternatives(atom.body) : single;
  return repeated(part, item.min, item.max);
}

function measureAlternatives({ branches }: Alternatives): Measure {
  return branches.map((items) => items.map(measureItem).reduce(sequence, nothing)).reduce(choice);
}

/**
 * Counts the transitions of an expression's automaton with all repetitions written out. Up to half a million every major
 * compiles it; from about a million on they begin to call expressions too complex, depending on how much they can merge
 * (observed on 10, 13, 14 and 18).
 */
export function automatonSize(expression: RegularExpression): number {
  return measureAlternatives(expression.body).pairs;
}
