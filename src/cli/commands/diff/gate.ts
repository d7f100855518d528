/** `diff --fail-on`: which changes must not be. */
import { CommandError } from '../../command.js';
import type { AccessDifference, AccessDifferences, Outcome } from './access-differences.js';
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

/** A kind of change to some logins, in words. */
export interface SaidChange {
  difference: AccessDifference;
  /** A login with what was and is made of it, without a full stop. */
  text: string;
}

/** The changes of a class, in the order in which they are reported. */
export function changesOf({ gains, methods, losses }: AccessDifferences, name: ChangeClass): SaidChange[] {
  return [...gains, ...methods, ...losses].flatMap((difference) =>
    difference.classes
      .filter((one) => one.name === name)
      .map(({ text, where }) => ({ difference, text: `${text} ${changeText(difference, where)}` })),
  );
}

/** What is said of logins that were not compared. */
export const notCompared = 'not decided: not all logins were compared, so the change may do more';

/**
 * What keeps a change out.
 *
 * @returns a sentence without a full stop for each class that was found, and for what was not compared; none where the change may
 *   pass
 */
export function refusals(differences: readonly ClusterDifference[], failOn: ReadonlySet<ChangeClass>): string[] {
  const said: string[] = [];
  for (const { cluster, access } of differences) {
    for (const name of changeClasses) {
      if (!failOn.has(name)) continue;
      const [first, ...others] = changesOf(access, name);
      if (!first) continue;
      const more = others.length > 0 ? ` (and ${others.length} more)` : '';
      said.push(`${cluster}: ${name}: ${first.text}${more}`);
    }
    if (failOn.size > 0 && !access.decided) said.push(`${cluster}: ${notCompared}`);
  }
  return said;
}

function changeText({ before, after }: AccessDifference, where: string): string {
  const condition = where === '' ? '' : `, where ${where}`;
  return `was ${outcomeText(before)} and is ${outcomeText(after)}${condition}`;
}

function outcomeText(outcome: Outcome): string {
  if (outcome === null) return 'rejected, since no record matched';
  const { file, line, method, options } = outcome;
  if (method === 'reject') return `rejected by ${file}:${line}`;
  return `let in by ${file}:${line} with ${[method, ...options].join(' ')}`;
}
