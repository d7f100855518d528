/** The tree of one of PostgreSQL's regular expressions. Characters are bytes or code points, as numbers. */

/** What an expression is written in, and what `***` and `(?…)` at its start switched on. */
export interface ExpressionFlags {
  syntax: 'advanced' | 'extended' | 'basic' | 'literal';
  /** `(?x)`: blanks and comments between tokens do not count. */
  expanded: boolean;
  /** `(?i)`. */
  ignoreCase: boolean;
  /** `(?n)`, `(?p)`: `.` and complemented brackets do not match a line feed. */
  newlineStops: boolean;
  /** `(?n)`, `(?w)`: `^` and `$` match beside every line feed. */
  newlineAnchors: boolean;
}

export interface RegularExpression {
  flags: ExpressionFlags;
  /** How many capturing groups there are. */
  groups: number;
  body: Alternatives;
}

/** What stands between `|`: at least one branch, each a list that may be empty. */
export interface Alternatives {
  type: 'Alternatives';
  branches: Item[][];
}

export type Item = Constraint | Look | Repetition;

/** Something that matches nothing, but only in certain places. */
export interface Constraint {
  type: 'Constraint';
  kind:
    | 'line-start'
    | 'line-end'
    | 'text-start'
    | 'text-end'
    | 'word-start'
    | 'word-end'
    | 'word-boundary'
    | 'no-word-boundary';
}

/** Look-ahead or look-behind; groups inside do not capture. */
export interface Look {
  type: 'Look';
  ahead: boolean;
  negative: boolean;
  body: Alternatives;
}

/** An atom with its quantifier; one without a quantifier is repeated once. */
export interface Repetition {
  type: 'Repetition';
  atom: Atom;
  min: number;
  /** Infinity where there is no limit. */
  max: number;
  /** What the quantifier prefers; undefined for none and for `{n}`, which leave that to the atom. */
  prefer: 'longest' | 'shortest' | undefined;
}

export type Atom = Character | Any | Class | CharacterSet | Group | BackReference;

export interface Character {
  type: 'Character';
  code: number;
}

export interface Any {
  type: 'Any';
}

export type ClassName =
  | 'alnum'
  | 'alpha'
  | 'ascii'
  | 'blank'
  | 'cntrl'
  | 'digit'
  | 'graph'
  | 'lower'
  | 'print'
  | 'punct'
  | 'space'
  | 'upper'
  | 'xdigit'
  | 'word';

/** `\d`, `[:alpha:]` and the like; only escapes can be negated. */
export interface Class {
  type: 'Class';
  name: ClassName;
  negated: boolean;
}

export interface Range {
  type: 'Range';
  from: number;
  to: number;
}

export interface CharacterSet {
  type: 'Set';
  negated: boolean;
  parts: (Range | Class)[];
}

/** Parentheses; `capture` is the number of the group, undefined where it does not capture. */
export interface Group {
  type: 'Group';
  capture: number | undefined;
  body: Alternatives;
}

export interface BackReference {
  type: 'BackReference';
  group: number;
}
