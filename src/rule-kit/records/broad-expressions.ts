/** What a regular expression for system users lets through, as far as its tree shows it. */
import type { Major } from '../../catalog/majors.js';
import type { NamePattern } from '../../cluster/types.js';
import type { Alternatives, Item, Repetition } from '../../syntax/regular-expression-nodes.js';
import { expressionTree } from './anchors.js';

/** Whether an expression asks nothing of a name: `.*`, `^(.*)$`, `(.+)`, `^(.*)@.*$`, `^([^@]*)`. */
export function fitsEveryone(pattern: NamePattern, target: Major): boolean {
  const tree = pattern.kind === 'regex' ? expressionTree(pattern, target) : undefined;
  return tree?.body.branches.some(asksNothing) ?? false;
}

function asksNothing(branch: readonly Item[]): boolean {
  const items = branch.flatMap(ungrouped);
  const ties = items.filter((item) => item.type === 'Constraint' && /^(?:line|text)-/.test(item.kind)).length;
  const atoms = items.filter((item) => item.type === 'Repetition');
  if (items.length !== ties + atoms.length) return false;
  const [first, second, third] = atoms;
  // Where one end is open, one character is enough for any name, and no character at all.
  if (first === undefined || (atoms.length === 1 && ties < 2 && first.atom.type === 'Any')) return ties < 2;
  if (!isAnything(first)) return false;
  return atoms.length === 1 || (atoms.length === 3 && isAtSign(second!) && isAnything(third!));
}

/** What stands in parentheses that come once, without them. */
function ungrouped(item: Item): Item[] {
  if (item.type !== 'Repetition' || item.atom.type !== 'Group' || item.min !== 1 || item.max !== 1) return [item];
  const [branch, ...others] = item.atom.body.branches;
  return others.length === 0 ? branch!.flatMap(ungrouped) : [item];
}

function isAnything({ atom, min, max }: Repetition): boolean {
  if (max !== Number.POSITIVE_INFINITY || min > 1) return false;
  if (atom.type === 'Any') return true;
  return atom.type === 'Set' && atom.negated && atom.parts.every((part) => part.type === 'Range' && isAt(part));
}

const at = '@'.charCodeAt(0);

function isAt({ from, to }: { from: number; to: number }): boolean {
  return from === at && to === at;
}

function isAtSign({ atom, min, max }: Repetition): boolean {
  return atom.type === 'Character' && atom.code === at && min === 1 && max === 1;
}

/**
 * The domains of an expression whose dots are not escaped, so that any character fits there: `@example.com`.
 *
 * @returns each as it is written
 */
export function domainsWithOpenDots(pattern: NamePattern, target: Major): string[] {
  const tree = pattern.kind === 'regex' ? expressionTree(pattern, target) : undefined;
  const written = tree === undefined ? [] : textsOf(tree.body);
  return written
    .flatMap((text) => text.match(/@[\w-]+(?:\0[\w-]+)+/g) ?? [])
    .map((domain) => domain.replaceAll('\0', '.'))
    .filter((domain) => pattern.value.includes(domain));
}

/** What each branch says character by character: a zero byte for any character, a line feed for all else. */
function textsOf({ branches }: Alternatives): string[] {
  return branches.flatMap((branch) => {
    const inner: string[] = [];
    const text = branch.map((item) => {
      if (item.type !== 'Repetition') return item.type === 'Look' ? '\n' : '';
      if (item.atom.type === 'Group') inner.push(...textsOf(item.atom.body));
      if (item.min !== 1 || item.max !== 1) return '\n';
      if (item.atom.type === 'Any') return '\0';
      return item.atom.type === 'Character' ? String.fromCharCode(item.atom.code) : '\n';
    });
    return [text.join(''), ...inner];
  });
}
