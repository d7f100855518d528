/** Whether a regular expression of pg_hba.conf or pg_ident.conf is tied to both ends of the name. */

/** What is open about an expression; undefined where each of its alternatives is anchored at both ends. */
export type OpenEnd = 'both' | 'start' | 'end' | undefined;

/**
 * Finds out which ends of a name an expression leaves open.
 *
 * @param pattern an advanced regular expression of PostgreSQL, without the slash
 * @returns undefined too for what is not looked into: expressions with directors (`***:`) or embedded options (`(?x)`),
 *   and groups nested beyond reason
 */
export function openEnd(pattern: string): OpenEnd {
  if (pattern.startsWith('***') || /^\(\?[a-z]/.test(pattern)) return undefined;
  const alternatives = splitAlternatives(pattern);
  const startsOpen = alternatives.some((alternative) => !isAnchored(alternative, 'start'));
  const endsOpen = alternatives.some((alternative) => !isAnchored(alternative, 'end'));
  if (startsOpen && endsOpen) return 'both';
  return startsOpen ? 'start' : endsOpen ? 'end' : undefined;
}

/** Groups within groups that are looked into; whoever nests deeper did not write by hand. */
const maximumNesting = 50;

function isAnchored(alternative: string, end: 'start' | 'end', nesting = 0): boolean {
  if (nesting > maximumNesting) return true;
  if (end === 'start' && /^(?:\^|\\A)/.test(alternative)) return true;
  if (end === 'end' && /(?:^|[^\\])(?:\\\\)*(?:\$|\\Z)$/.test(alternative)) return true;
  // `^(a|b)$` is seen above; here `(^a$|^b$)`, a group that is all there is.
  const inner = /^\((?:\?:)?(.*)\)$/s.exec(alternative)?.[1];
  if (inner === undefined || !isBalanced(inner)) return isOpenOnPurpose(alternative, end);
  return splitAlternatives(inner).every((each) => isAnchored(each, end, nesting + 1));
}

/** `.*` at an end says aloud that anything may stand there. */
function isOpenOnPurpose(alternative: string, end: 'start' | 'end'): boolean {
  return end === 'start' ? /^\(?\.[*+]/.test(alternative) : /(?:^|[^\\])(?:\\\\)*\.[*+]\)?$/.test(alternative);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const { character } of outsideBrackets(text)) {
    if (character === '(') depth++;
    if (character === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

/** Splits at the `|` that stand in no group and no bracket expression. */
function splitAlternatives(pattern: string): string[] {
  const alternatives: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { character, index } of outsideBrackets(pattern)) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character !== '|' || depth !== 0) continue;
    alternatives.push(pattern.slice(start, index));
    start = index + 1;
  }
  return [...alternatives, pattern.slice(start)];
}

/** The characters that neither a backslash escapes nor a bracket expression holds. */
function* outsideBrackets(pattern: string): Generator<{ character: string; index: number }> {
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index]!;
    if (character === '\\') index++;
    else if (character === '[') index = bracketEnd(pattern, index);
    else yield { character, index };
  }
}

/** The offset of the bracket that closes a bracket expression; classes like [:alpha:] within it do not. */
function bracketEnd(pattern: string, start: number): number {
  let index = start + 1;
  if (pattern[index] === '^') index++;
  if (pattern[index] === ']') index++;
  for (; index < pattern.length && pattern[index] !== ']'; index++) {
    const opening = pattern[index] === '[' ? pattern[index + 1] : undefined;
    if (opening === undefined || !':.='.includes(opening)) continue;
    const closing = pattern.indexOf(`${opening}]`, index + 2);
    if (closing !== -1) index = closing + 1;
  }
  return index;
}
