/** TextMate grammars as far as we need them. */
export interface Pattern {
  include?: string;
  name?: string;
  contentName?: string;
  match?: string;
  begin?: string;
  end?: string;
  while?: string;
  captures?: Captures;
  beginCaptures?: Captures;
  endCaptures?: Captures;
  applyEndPatternLast?: 1;
  patterns?: readonly Pattern[];
}

export type Captures = Readonly<Record<number, { name?: string; patterns?: readonly Pattern[] }>>;

export interface Grammar {
  name: string;
  scopeName: string;
  patterns: readonly Pattern[];
  repository?: Readonly<Record<string, Pattern>>;
}

/** What stands behind a `#`, with the words of a suppression standing out. */
export const commentWords: readonly Pattern[] = [
  {
    match: String.raw`(?<=#)\s*(pgconflint(?:-(?:disable(?:-(?:next-line|line|file))?|enable))?)(?![\w-])`,
    captures: { 1: { name: 'keyword.other.suppression' } },
  },
];
