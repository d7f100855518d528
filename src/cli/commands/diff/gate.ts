/** `diff --fail-on`: which changes must not be. */
import { type Printable, say } from '../../../report/printable.js';
import { CommandError } from '../../command.js';
import type { AccessDifference, Outcome } from './access-differences.js';
import { type ChangeClass, changeClasses } from './classes.js';
import type { ClusterDifference } from './compare.js';

/**
 * Reads the values of `--fail-on`.
 *
 * @throws CommandError for what is none of the classes
 */
export function readFailOn(values: readonly string[]): ReadonlySet<ChangeClass> {
  const names = values.flatMap((list) => list.split(',')).map((name) => name.trim());
  const wrong = names.find((name) => !isClass(name));
  if (wrong !== undefined) {
    throw new CommandError(`--fail-on accepts ${changeClasses.join(', ')}, and not ${wrong || 'an empty name'}.`);
  }
  return new Set(names.filter(isClass));
}

function isClass(name: string): name is ChangeClass {
  return changeClasses.some((one) => one === name);
}

/**
 * What keeps a change out.
 *
 * @returns a sentence for each class that was found, and for what was not compared; none where the change may pass
 */
export function refusals(differences: readonly ClusterDifference[], failOn: ReadonlySet<ChangeClass>): Printable[] {
  const said: Printable[] = [];
  for (const { cluster, access } of differences) {
    for (const name of changeClasses) {
      if (!failOn.has(name)) continue;
      const found = [...access.gains, ...access.methods, ...access.losses].flatMap((difference) =>
        difference.classes.filter((one) => one.name === name).map((one) => ({ difference, one })),
      );
      const [first] = found;
      if (!first) continue;
      const more = found.length > 1 ? ` (and ${found.length - 1} more)` : '';
      said.push(say`pgconflint: ${cluster}: ${name}: ${first.one.text} ${changeText(first.difference)}${more}.\n`);
    }
    if (failOn.size > 0 && !access.decided) {
      said.push(say`pgconflint: ${cluster}: not decided: not all logins were compared, so the change may do more.\n`);
    }
  }
  return said;
}

function changeText({ before, after, where }: AccessDifference): string {
  const condition = where === '' ? '' : `, where ${where}`;
  return `was ${outcomeText(before)} and is ${outcomeText(after)}${condition}`;
}

function outcomeText(outcome: Outcome): string {
  if (outcome === null) return 'rejected, since no record matched';
  const { file, line, method, options } = outcome;
  if (method === 'reject') return `rejected by ${file}:${line}`;
  return `let in by ${file}:${line} with ${[method, ...options].join(' ')}`;
}
