/**
 * The tree that tells where the groups of a match are. PostgreSQL prefers, node by node, longer or shorter texts for what
 * comes first; which of the two a node prefers follows from its quantifiers by the rules of regcomp.c (parse, parsebranch,
 * parseqatom), which are taken over here exactly: they decide what a group captures.
 */
import type { Major } from '../../catalog/majors.js';
import type {
  Alternatives,
  Atom,
  ExpressionFlags,
  Item,
  RegularExpression,
  Repetition,
} from '../../syntax/regular-expression-nodes.js';
import { anySet, bracketSet, characterSet, classEscapeSet } from './byte-sets.js';
import { empty, type Pattern, repeat, withoutConstraints } from './pattern.js';

/** What a part prefers and holds; the bits that regcomp.c combines. */
const longer = 1;
const shorter = 2;
const mixed = 4;
const captures = 8;
const refers = 16;

/** A node of the tree: a part of the expression with its own automaton. */
export interface Part {
  op: 'whole' | 'sequence' | 'choice' | 'iteration' | 'reference' | 'wrapper';
  pattern: Pattern;
  flags: number;
  /** The number of the group that this part is; 0 for none. */
  capture: number;
  children: Part[];
  /** Of an iteration or a reference. */
  min: number;
  max: number;
  /** The group that a reference repeats. */
  group: number;
}

export interface Dissection {
  root: Part;
  hasReferences: boolean;
}

/** Whether a part prefers the shortest text. */
export function prefersShort(part: Part): boolean {
  return (part.flags & shorter) !== 0;
}

/** Whether there is a back-reference in a part: then a part that its automaton accepts may still fail. */
export function hasReference(part: Part): boolean {
  return (part.flags & refers) !== 0;
}

/** Whether there is a group in a part. */
export function hasCapture(part: Part): boolean {
  return (part.flags & captures) !== 0;
}

/** What a parent takes over: a clash of longer and shorter becomes `mixed`, the preference itself stays below. */
function up(flags: number): number {
  const clash = (flags & longer) !== 0 && (flags & shorter) !== 0;
  return (flags & ~(longer | shorter)) | (clash ? mixed : 0);
}

function isMessy(flags: number): boolean {
  return (flags & (mixed | captures | refers)) !== 0;
}

function preference(flags: number): number {
  return flags & (longer | shorter);
}

function combine(a: number, b: number): number {
  return up(a | b) | (preference(a) || preference(b));
}

function part(op: Part['op'], pattern: Pattern, flags: number, children: Part[] = []): Part {
  return { op, pattern, flags, capture: 0, children, min: 1, max: 1, group: 0 };
}

class Builder {
  readonly #flags: ExpressionFlags;
  readonly #major: Major;
  readonly #groups = new Map<number, Pattern>();
  hasReferences = false;

  constructor(flags: ExpressionFlags, major: Major) {
    this.#flags = flags;
    this.#major = major;
  }

  alternatives({ branches }: Alternatives): Part {
    const parts = branches.map((items) => this.#branch(items));
    if (parts.length === 1) return parts[0]!;
    const flags = parts.reduce((before, { flags }) => before | up(before | flags), longer);
    const pattern: Pattern = { kind: 'choice', parts: parts.map(({ pattern }) => pattern) };
    return isMessy(flags) ? part('choice', pattern, flags, parts) : part('whole', pattern, flags);
  }

  #branch(items: Item[]): Part {
    const plain: Pattern[] = [];
    let flags = 0;
    for (const [index, item] of items.entries()) {
      if (item.type === 'Constraint') plain.push({ kind: 'constraint', test: item.kind });
      else if (item.type === 'Look') {
        const { ahead, negative } = item;
        plain.push({ kind: 'look', ahead, negative, body: this.alternatives(item.body).pattern });
      } else {
        const atom = this.#atom(item.atom);
        const prefer = item.prefer === 'shortest' ? shorter : item.prefer === 'longest' ? longer : 0;
        const both = flags | prefer | atom.flags;
        if (item.max === 0) plain.push(empty);
        else if (!isMessy(up(both))) {
          plain.push(repeat(atom.pattern, item.min, item.max));
          flags = both;
        } else {
          const quantified = this.#quantified(atom, item, prefer);
          const rest = items.slice(index + 1);
          return this.#joined(plain, flags, quantified, rest, combine(prefer, atom.flags));
        }
      }
    }
    return part('whole', { kind: 'sequence', parts: plain }, flags);
  }

  /** What stands before a part with substructure, that part, and the rest of the branch. */
  #joined(plain: Pattern[], before: number, quantified: Part, rest: Item[], tailFlags: number): Part {
    const prefix = plain.length > 0 ? part('whole', { kind: 'sequence', parts: plain }, before) : undefined;
    if (rest.length === 0) {
      return prefix ? sequence([prefix, quantified], before | combine(before, quantified.flags)) : quantified;
    }
    const after = this.#branch(rest);
    const joined = tailFlags | combine(tailFlags, after.flags);
    const flags = before | combine(before, joined);
    if (!prefix) return sequence([quantified, after], flags);
    const simple = quantified.op === 'whole' && after.op === 'whole' && !isMessy(up(quantified.flags | after.flags));
    const pattern: Pattern = { kind: 'sequence', parts: [quantified.pattern, after.pattern] };
    const tail = simple
      ? part('whole', pattern, combine(quantified.flags, after.flags))
      : sequence([quantified, after], joined);
    return sequence([prefix, tail], flags);
  }

  #quantified(atom: Part, { atom: { type }, min, max }: Repetition, prefer: number): Part {
    const flags = combine(prefer, atom.flags);
    const pattern = repeat(atom.pattern, min, max);
    if (type === 'BackReference') {
      return { ...atom, pattern, min, max, flags: atom.flags | flags };
    }
    const own = atom.flags & (longer | shorter | mixed);
    if (min === 1 && max === 1 && (prefer === 0 || own === 0 || own === prefer)) return atom;
    if ((atom.flags & (captures | refers)) === 0) return part('whole', pattern, flags);
    if (min > 0 && (atom.flags & refers) === 0) {
      // Only the last of several repetitions is captured.
      const before = part('whole', repeat(atom.pattern, min - 1, max - 1), preference(flags));
      return sequence([before, atom], flags);
    }
    return { ...part('iteration', pattern, flags, [atom]), min, max };
  }

  #atom(atom: Atom): Part {
    if (atom.type === 'Group') {
      const body = this.alternatives(atom.body);
      if (atom.capture === undefined) return body;
      const group: Part =
        body.capture === 0
          ? { ...body, flags: body.flags | captures, capture: atom.capture }
          : { ...part('wrapper', body.pattern, body.flags | captures, [body]), capture: atom.capture };
      this.#groups.set(atom.capture, group.pattern);
      return group;
    }
    if (atom.type === 'BackReference') {
      this.hasReferences = true;
      const captured = this.#groups.get(atom.group)!;
      const pattern = this.#major < 14 ? captured : withoutConstraints(captured);
      return { ...part('reference', pattern, refers), group: atom.group };
    }
    return part('whole', { kind: 'bytes', set: this.#bytes(atom) }, 0);
  }

  #bytes(atom: Exclude<Atom, { type: 'Group' | 'BackReference' }>) {
    if (atom.type === 'Any') return anySet(this.#flags);
    if (atom.type === 'Class') return classEscapeSet(atom, this.#flags, this.#major);
    return atom.type === 'Set' ? bracketSet(atom, this.#flags) : characterSet(atom.code, this.#flags);
  }
}

function sequence(children: [Part, Part], flags: number): Part {
  return part('sequence', { kind: 'sequence', parts: children.map(({ pattern }) => pattern) }, flags, children);
}

/**
 * Makes the tree of an expression.
 *
 * @param expression what the checker made of the text
 * @param major the target; 14 changed what back-references and negated classes match
 */
export function dissect(expression: RegularExpression, major: Major): Dissection {
  const builder = new Builder(expression.flags, major);
  const root = builder.alternatives(expression.body);
  return { root, hasReferences: builder.hasReferences };
}
