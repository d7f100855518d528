/** Names that a regular expression matches, to show that there are logins which it lets in. */
import type { Major } from '../../catalog/majors.js';
import type { NamePattern } from '../../cluster/types.js';
import { checkRegularExpression } from '../../syntax/regular-expression.js';
import type { Alternatives, Atom, CharacterSet, Item } from '../../syntax/regular-expression-nodes.js';

/** More names show nothing that these do not, but in expressions of long lists. */
const most = 64;
/** NAMEDATALEN - 1 of pg_config_manual.h. */
const longest = 63;
/** For what matches many characters; letters and digits are in most names. */
const usual = ['a', 'x', 'A', '0', '9', '_', '-', '.'];

/**
 * Suggests names for an expression out of its tree: all of them where they are few, else some. Constraints are passed over, so
 * whoever asks must see which of them match.
 *
 * @param pattern an element of kind `regex`
 * @param target the server's major
 */
export function sampleNames({ value, token }: NamePattern, target: Major): string[] {
  const check = checkRegularExpression(value, target, token.file.encoding);
  if (!check.ok || check.tree === undefined) return [];
  const inside = ofAlternatives(check.tree.body);
  // What is not anchored matches with more around it.
  const names = [...inside, ...inside.map((name) => `${name}x`), ...inside.map((name) => `x${name}`)];
  return [...new Set(names)].filter((name) => name !== '' && name.length <= longest);
}

function ofAlternatives({ branches }: Alternatives): string[] {
  const each = Math.max(1, Math.floor(most / branches.length));
  return branches.slice(0, most).flatMap((items) => ofItems(items).slice(0, each));
}

function ofItems(items: readonly Item[]): string[] {
  let made = [''];
  for (const item of items) {
    if (item.type !== 'Repetition') continue;
    const once = ofAtom(item.atom);
    const counts = item.max > item.min ? [item.min, item.min + 1] : [item.min];
    const parts = counts.filter((count) => count <= longest).flatMap((count) => once.map((one) => one.repeat(count)));
    made = [...new Set(made.flatMap((start) => parts.map((part) => start + part)))].slice(0, most);
  }
  return made;
}

function ofAtom(atom: Atom): string[] {
  switch (atom.type) {
    case 'Character':
      return isPlain(atom.code) ? [String.fromCharCode(atom.code)] : [];
    case 'Group':
      return ofAlternatives(atom.body);
    case 'Set':
      return ofSet(atom);
    case 'BackReference':
      return [''];
    default:
      return usual;
  }
}

function ofSet({ negated, parts }: CharacterSet): string[] {
  if (negated) return usual;
  const characters = parts.flatMap((part) => {
    if (part.type === 'Class') return usual;
    const length = Math.min(part.to - part.from + 1, most);
    return Array.from({ length }, (_, index) => part.from + index)
      .filter(isPlain)
      .map((code) => String.fromCharCode(code));
  });
  return [...new Set(characters)].slice(0, most);
}

/** ASCII without control characters: the same in every encoding. */
function isPlain(code: number): boolean {
  return code >= 0x20 && code < 0x7f;
}
