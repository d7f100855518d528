/** Regular expressions of pg_hba.conf and pg_ident.conf, matched as the server matches them. */
import { defaultMajor, type Major } from '../catalog/majors.js';
import type { Encoding } from '../files/encoding.js';
import { checkRegularExpression, type ExpressionError } from '../syntax/regular-expression.js';
import type { RegularExpression } from '../syntax/regular-expression-nodes.js';
import { toBytes } from '../values/bytes.js';
import type { Budget } from './budget.js';
import { OutOfSteps, Subject } from './regular-expression/automaton.js';
import { Automata, Search } from './regular-expression/captures.js';
import { type Dissection, dissect } from './regular-expression/dissection.js';

/** What became of one subject; `matched` is undefined where finding out would take too long. */
export type ExpressionMatch =
  | { matched: true; group: string | undefined }
  | { matched: false; group: undefined }
  | { matched: undefined; group: undefined };

/** A compiled expression. */
export interface Expression {
  /** How many groups capture. */
  groups: number;
  /**
   * Whether the expression matches anywhere in a name.
   *
   * @param budget what finding out is paid from
   * @returns undefined where finding out would take too long: only back-references and giant repetitions bring that about
   */
  matches(subject: string, budget?: Budget): boolean | undefined;
  /** The match with the text of its first group, which replaces `\1` in pg_ident.conf. */
  match(subject: string): ExpressionMatch;
  /** The first group of the match; undefined without a match, without groups, and where the group takes no part. */
  firstGroup(subject: string): string | undefined;
}

/** States visited, per subject, before an answer is given up: a tenth of a second. */
const stepLimit = 1_000_000;
/** How many steps of a budget visiting a state costs. */
const stepsPerState = 3;

class CompiledExpression implements Expression {
  readonly groups: number;
  readonly #tree: RegularExpression;
  readonly #dissection: Dissection;
  readonly #automata: Automata;
  readonly #encoding: Encoding;

  constructor(tree: RegularExpression, major: Major, encoding: Encoding) {
    this.groups = tree.groups;
    this.#tree = tree;
    this.#dissection = dissect(tree, major);
    this.#automata = new Automata(tree.flags.newlineAnchors);
    this.#encoding = encoding;
  }

  #subject(text: string, budget?: Budget): Subject {
    const steps = Math.min(stepLimit, (budget?.left ?? stepLimit * stepsPerState) / stepsPerState);
    return new Subject(toBytes(text, this.#encoding), steps);
  }

  matches(text: string, budget?: Budget): boolean | undefined {
    if (budget?.isSpent) return undefined;
    const subject = this.#subject(text, budget);
    const answer = orOpen(() => {
      const { root, hasReferences } = this.#dissection;
      if (!subject.contains(this.#automata.of(root, subject))) return false;
      return !hasReferences || new Search(this.#automata, subject, this.#tree.flags.ignoreCase).find(root);
    });
    budget?.spend(subject.spent * stepsPerState + text.length);
    return answer;
  }

  match(text: string): ExpressionMatch {
    let group: string | undefined;
    const matched = orOpen(() => {
      const subject = this.#subject(text);
      const { root } = this.#dissection;
      if (!subject.contains(this.#automata.of(root, subject))) return false;
      const search = new Search(this.#automata, subject, this.#tree.flags.ignoreCase);
      if (!search.find(root)) return false;
      const place = search.captures[1];
      if (place) group = this.#text(subject.bytes.subarray(...place));
      return true;
    });
    return matched ? { matched, group } : { matched, group: undefined };
  }

  firstGroup(text: string): string | undefined {
    return this.match(text).group;
  }

  #text(bytes: Uint8Array): string {
    if (this.#encoding === 'latin1') return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    return new TextDecoder().decode(bytes);
  }
}

/** Gives undefined where the allowed work does not suffice. */
function orOpen<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof OutOfSteps) return undefined;
    throw error;
  }
}

const neverDecided: Omit<Expression, 'groups'> = {
  matches: () => undefined,
  match: () => ({ matched: undefined, group: undefined }),
  firstGroup: () => undefined,
};

/**
 * Compiles an expression (the text behind the slash) for matching names.
 *
 * @param text the expression, without the slash
 * @param major the target; 14 changed back-references and negated classes a little
 * @param encoding how the bytes of the file became text; subjects are read the same way
 * @returns the compiled expression, or the error for which a server refuses it
 */
export function compileRegularExpression(
  text: string,
  major: Major = defaultMajor,
  encoding: Encoding = 'utf-8',
): Expression | ExpressionError {
  const check = checkRegularExpression(text, major, encoding);
  if (!check.ok) return check;
  if (!check.tree || check.undecided !== undefined) return { groups: check.groups, ...neverDecided };
  return new CompiledExpression(check.tree, major, encoding);
}
