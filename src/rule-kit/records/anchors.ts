/** Whether a regular expression of pg_hba.conf or pg_ident.conf is tied to both ends of the name. */
import type { Major } from '../../catalog/majors.js';
import type { NamePattern } from '../../cluster/types.js';
import { checkRegularExpression } from '../../syntax/regular-expression.js';
import type { Alternatives, Item, RegularExpression } from '../../syntax/regular-expression-nodes.js';

/** What is open about an expression, and how it is written with both ends tied. */
export interface OpenExpression {
  open: 'both' | 'start' | 'end';
  /** Without the slash. */
  anchored: string;
}

/** The tree of an expression; undefined where the server refuses it, or it is nested too deep to be read. */
export function expressionTree({ value, token }: NamePattern, target: Major): RegularExpression | undefined {
  const check = checkRegularExpression(value, target, token.file.encoding);
  return check.ok ? check.tree : undefined;
}

/**
 * Finds out which ends of a name an expression leaves open.
 *
 * @returns undefined where each of its alternatives is tied to both ends or says aloud that anything may stand there
 *   (`.*`); and for what is not looked into: expressions with directors (`***:`) or embedded options (`(?x)`)
 */
export function openExpression(pattern: NamePattern, target: Major): OpenExpression | undefined {
  const tree = expressionTree(pattern, target);
  if (tree === undefined || !isPlain(tree)) return undefined;
  const open = openEnd(tree);
  if (open === undefined) return undefined;
  const hasAlternatives = tree.body.branches.length > 1;
  const start = open === 'end' && !hasAlternatives ? '' : '^';
  const end = open === 'start' && !hasAlternatives ? '' : '$';
  const anchored = `${start}${hasAlternatives ? `(${pattern.value})` : pattern.value}${end}`;
  // What stands before options at the start makes them something else.
  const written = expressionTree({ ...pattern, value: anchored }, target);
  return written === undefined || openEnd(written) !== undefined ? undefined : { open, anchored };
}

function openEnd({ body }: RegularExpression): OpenExpression['open'] | undefined {
  const [start, end] = [isTied(body, 'start'), isTied(body, 'end')];
  if (start) return end ? undefined : 'end';
  return end ? 'start' : 'both';
}

function isPlain({ flags }: RegularExpression): boolean {
  const { syntax, expanded, ignoreCase, newlineStops, newlineAnchors } = flags;
  return syntax === 'advanced' && !expanded && !ignoreCase && !newlineStops && !newlineAnchors;
}

const anchors = { start: ['line-start', 'text-start'], end: ['line-end', 'text-end'] } as const;

function isTied({ branches }: Alternatives, end: 'start' | 'end'): boolean {
  return branches.every((branch) => {
    const outermost = end === 'start' ? branch.find(isDecisive) : branch.findLast(isDecisive);
    if (outermost === undefined) return false;
    if (outermost.type === 'Constraint') return (anchors[end] as readonly string[]).includes(outermost.kind);
    if (outermost.type === 'Look' || outermost.min === 0) return isWide(outermost);
    return outermost.atom.type === 'Group' ? isTied(outermost.atom.body, end) : isWide(outermost);
  });
}

/** Whether an item decides how its branch begins or ends; word boundaries and looks around do not. */
function isDecisive(item: Item): boolean {
  if (item.type === 'Look') return false;
  return item.type === 'Constraint' ? /^(?:line|text)-/.test(item.kind) : item.max > 0;
}

/** `.*` and `.+`. */
function isWide(item: Item): boolean {
  return item.type === 'Repetition' && item.atom.type === 'Any' && item.max === Number.POSITIVE_INFINITY;
}
