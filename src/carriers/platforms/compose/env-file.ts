/** Files of variables that `env_file` names (compose-go at e70e961, dotenv/parser.go). */

/** A variable; undefined where its value holds others, which nobody knows. */
export type FileVariables = Map<string, string | undefined>;

/**
 * Reads such a file; of several with one name the last counts.
 *
 * @param isRaw whether values are taken as they are written (`format: raw`)
 * @returns undefined where Compose refuses it
 */
export function readEnvFile(text: string, isRaw = false): FileVariables | undefined {
  const found: FileVariables = new Map();
  let rest = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  for (;;) {
    rest = rest.replace(/^(?:\s+|#[^\n]*)+/, '');
    if (rest === '') return found;
    const start = /^(?:export[^\S\n]+)?(?<name>[\p{L}\p{N}_.\-[\]]+)[^\S\n]*(?<sign>[=:]|\n|$)[^\S\n]*/u.exec(rest);
    if (start === null) return undefined;
    const { name, sign } = start.groups!;
    rest = rest.slice(start[0].length);
    // Without a value it comes from where Compose runs.
    if (sign !== '=' && sign !== ':') {
      found.set(name!, undefined);
      continue;
    }
    const value = valueIn(rest, isRaw);
    if (value === undefined) return undefined;
    found.set(name!, value.text);
    rest = rest.slice(value.length);
  }
}

/** parser.go, extractVarValue: the value at the start of a text, and how much of it is written. */
function valueIn(text: string, isRaw: boolean): { text: string | undefined; length: number } | undefined {
  const line = /^[^\n]*/.exec(text)![0];
  if (isRaw) return { text: line, length: line.length };
  const quoted = /^(?:'(?<single>(?:[^'\\]|\\[\s\S])*)'|"(?<double>(?:[^"\\]|\\[\s\S])*)")/.exec(text);
  if (quoted === null) {
    if (/^["']/.test(text)) return undefined;
    const value = line.replace(/ #.*$/, '').trimEnd();
    return { text: value.includes('$') ? undefined : value, length: line.length };
  }
  const { single, double } = quoted.groups!;
  const [{ length }] = quoted;
  if (single !== undefined) return { text: single.replaceAll("\\'", "'"), length };
  // An escape, or a variable, makes something else of it.
  return { text: /[\\$]/.test(double!) ? undefined : double!, length };
}
