/** Commands that a server hands to a shell, as far as they can be read without one. For rules. */

/** A command of a list, with the sign in front of it. */
export interface ShellPart {
  /** `;`, `&&`, `||`, `|` or `&`; empty for the first one. */
  sign: string;
  words: string[];
}

/**
 * Takes a list of commands apart at the signs outside of quotes.
 *
 * @returns undefined for what only a shell can read: groups, conditions, loops, a command in another command
 */
export function shellParts(text: string): ShellPart[] | undefined {
  if (/[`{]|\$\(|^\s*(?:if|for|while|until|case|set|trap|function)\b/.test(text)) return undefined;
  const parts: ShellPart[] = [{ sign: '', words: [] }];
  const tokens = text.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[<>]&\d?|&>|[^\s;&|"'\\])+|;|&&|\|\||\||&|\n/gs);
  for (const [token] of tokens) {
    if (/^(?:;|&&|\|\||\||&|\n)$/.test(token)) parts.push({ sign: token === '\n' ? ';' : token, words: [] });
    else parts.at(-1)!.words.push(token);
  }
  return parts.every(({ words }, index) => words.length > 0 || index === parts.length - 1) ? parts : undefined;
}

/** Commands that end well whatever went before. */
const alwaysWell = /^(?:\/\S*\/)?(?:true|:|echo|printf|logger|date|sleep|touch)$/;

/**
 * What makes a list of commands succeed although the one that does the work has failed: the sign and the command after
 * it, as `|| true` or `; echo done`, or a sign alone, as `&`.
 *
 * @param works which command does the work
 */
export function swallowedBy(text: string, works: (part: ShellPart) => boolean): string | undefined {
  if (/\bexit\s+(?:[1-9$]|"\$)|\bfalse\b/.test(text)) return undefined;
  const parts = shellParts(text.replace(/[()]/g, ' '));
  if (parts === undefined) return undefined;
  const at = parts.findLastIndex(works);
  if (at === -1) return undefined;
  for (const [index, { sign, words }] of parts.entries()) {
    if (index <= at) continue;
    if (sign === '&' && words.length === 0) return '&';
    if (words.length === 0) continue;
    const said = `${sign} ${words.join(' ')}`;
    const isWell = alwaysWell.test(words[0]!) || (words[0] === 'exit' && (words[1] ?? '0') === '0');
    // After a semicolon only the last command tells how the list went.
    if (sign === ';' || (sign === '||' && isWell)) return said;
    if (sign === '|' && index === parts.length - 1 && (isWell || /^(?:tee|cat|ts)$/.test(words[0]!))) return said;
  }
  return undefined;
}

/** The words of a command without its options, the program itself first. */
export function operandsOf({ words }: ShellPart): string[] {
  return words.filter((word, index) => index === 0 || !/^-/.test(word));
}
