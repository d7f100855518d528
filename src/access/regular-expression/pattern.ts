/** The regular part of an expression: what an automaton can be made of, without groups and back-references. */
import type { Constraint } from '../../syntax/regular-expression-nodes.js';
import type { ByteSet } from './byte-sets.js';

export type Pattern =
  | { kind: 'bytes'; set: ByteSet }
  | { kind: 'constraint'; test: Constraint['kind'] }
  | { kind: 'look'; ahead: boolean; negative: boolean; body: Pattern }
  | { kind: 'sequence'; parts: Pattern[] }
  | { kind: 'choice'; parts: Pattern[] }
  | { kind: 'repeat'; part: Pattern; min: number; max: number };

/** What matches the empty text only. */
export const empty: Pattern = { kind: 'sequence', parts: [] };

/** A pattern a number of times; `max` may be infinite. */
export function repeat(part: Pattern, min: number, max: number): Pattern {
  return min === 1 && max === 1 ? part : { kind: 'repeat', part, min, max };
}

/** A pattern without its constraints: what a back-reference to it can be at most (servers from 14 on). */
export function withoutConstraints(pattern: Pattern): Pattern {
  if (pattern.kind === 'bytes') return pattern;
  if (pattern.kind === 'constraint' || pattern.kind === 'look') return empty;
  if (pattern.kind === 'repeat') return { ...pattern, part: withoutConstraints(pattern.part) };
  return { ...pattern, parts: pattern.parts.map(withoutConstraints) };
}
