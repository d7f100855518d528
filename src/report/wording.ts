import type { FileResult } from '../linter/engine/lint.js';
import { explainChoice } from '../linter/engine/target-choice.js';
import { listMajors } from '../linter/engine/targets.js';
import { everyPlace } from '../linter/places.js';
import type { Problem } from '../linter/problem.js';

/** The message with the targets for which it holds, where it does not hold for all. */
export function messageWithTargets({ message, targets }: Problem): string {
  return targets === undefined ? message : `${message} (PostgreSQL ${listMajors(targets)})`;
}

/** The headline, likewise. */
export function headlineWithTargets({ headline, targets }: Pick<Problem, 'headline' | 'targets'>): string {
  return targets === undefined ? headline : `${headline} (PostgreSQL ${listMajors(targets)})`;
}

/** `1 line keeps the server from starting.`; undefined where none does. */
export function whatStops(problems: readonly Problem[]): string | undefined {
  const stopping = problems.flatMap(everyPlace).filter(({ concern }) => concern === 'start');
  const count = new Set(stopping.map(({ file, start }) => `${file} ${start}`)).size;
  if (count === 0) return undefined;
  return count === 1 ? '1 line keeps the server from starting.' : `${count} lines keep the server from starting.`;
}

/** For which majors the files were checked, and what told them: one line, or one for each of a few kinds. */
export function whatFor(files: readonly FileResult[], shown: (path: string) => string): string[] {
  const groups = new Map<string, FileResult[]>();
  for (const file of files) {
    const text = explainChoice(file.judgedFor);
    groups.set(text, [...(groups.get(text) ?? []), file]);
  }
  if (groups.size > mostChoices) return [`Checked for PostgreSQL of ${groups.size} kinds; --debug names them.`];
  return [...groups].map(([text, [first, ...others]]) => {
    if (groups.size === 1) return `Checked ${text}.`;
    const more = others.length === 0 ? '' : ` and ${counted(others.length, 'other file')}`;
    return `${shown(first!.path)}${more}: checked ${text}.`;
  });
}

/** So many different answers are worth a line each. */
const mostChoices = 4;

/** `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
