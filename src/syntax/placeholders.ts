import type { Span } from './nodes.js';

/** A part of a text that a template language replaces before a server reads the text. */
export interface Placeholder extends Span {
  /**
   * `value`: something is put in its place. `statement`: a condition, a loop or a block of code, which decides what
   * becomes of the text around it.
   */
  kind: 'value' | 'statement';
  /** Whether it is written as a shell writes its variables: `$NAME` or `${NAME}`. */
  isShell: boolean;
}

/** What opens and closes a placeholder; `across` tells from what follows the opening whether it may go over several lines. */
const brackets: readonly { open: string; close: string; across: RegExp; statement: RegExp }[] = [
  // Jinja, Twig, Liquid.
  { open: '{%', close: '%}', across: /[-+]?\s/y, statement: /./sy },
  { open: '{#', close: '#}', across: /./sy, statement: /(?!)/y },
  // Jinja, Mustache, Go: only the words of Go and the marks of Mustache make a statement of it.
  {
    open: '{{',
    close: '}}',
    across: /-?\s*\/\*/y,
    statement: /-?\s*(?:[#/^](?!\*)|(?:if|else|end|range|with|define|template|block|include)\b)/y,
  },
  // ERB, EJS: <%= is a value, <%# a comment.
  { open: '<%', close: '%>', across: /[-=#]?\s/y, statement: /(?![=#])/y },
];

const words: readonly { pattern: RegExp; isShell: boolean }[] = [
  { pattern: /\$\{[A-Za-z_][^{}\n]*\}/g, isShell: true },
  { pattern: /(?<![\w$\\/.^)\]-])\$[A-Z_][A-Z0-9_]*(?!\w)/g, isShell: true },
  // autoconf and Maven; an address of mail or a name with a host has something in front of its @.
  { pattern: /(?<![\w.@-])@[A-Za-z_][\w.-]*@/g, isShell: false },
];

/**
 * Finds what looks like the placeholders of a template: `{{ name }}`, `{% if %}`, `<%= name %>`, `${NAME}`, `$NAME`
 * (capitals only), `@name@`. Whether they stand in a comment, or mean something to the server, is for the caller.
 *
 * @returns them in the order of the text; they do not overlap
 */
export function findPlaceholders(text: string): Placeholder[] {
  const found: Placeholder[] = [];
  for (const bracket of brackets) found.push(...bracketed(text, bracket));
  for (const { pattern, isShell } of words) {
    for (const { index, 0: word } of text.matchAll(pattern)) {
      found.push({ start: index, end: index + word.length, kind: 'value', isShell });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((each) => {
    if (each.start < end) return false;
    end = each.end;
    return true;
  });
}

function* bracketed(
  text: string,
  { open, close, across, statement }: (typeof brackets)[number],
): Generator<Placeholder> {
  for (let start = text.indexOf(open); start !== -1; ) {
    const inside = start + open.length;
    const closing = text.indexOf(close, inside);
    if (closing === -1) return;
    const lineEnd = text.indexOf('\n', inside);
    const isOneLine = lineEnd === -1 || closing < lineEnd;
    const end = closing + close.length;
    if (isOneLine || matchesAt(across, text, inside)) {
      yield { start, end, kind: matchesAt(statement, text, inside) ? 'statement' : 'value', isShell: false };
      start = text.indexOf(open, end);
    } else {
      start = text.indexOf(open, inside);
    }
  }
}

function matchesAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}
