import type { FileResult, LintResult } from '../../linter/engine/lint.js';
import { fixSafetyOf } from '../../linter/places.js';
import type { Problem } from '../../linter/problem.js';
import { countProblems } from '../counts.js';
import { type Printable, visible } from '../printable.js';
import type { ReportContext } from '../reporter.js';
import { fitted } from '../text/wrap.js';
import { counted, whatFor, whatStops } from '../wording.js';

/**
 * The end of a report: how many problems in how many files, for which majors and with which rules they were checked, and
 * what fixes would do.
 *
 * @param files those that were judged
 * @param shown how a path is shown
 * @returns lines of at most `width` columns
 */
export function footer(
  files: readonly FileResult[],
  { preset }: Pick<ReportContext, 'preset'>,
  shown: (path: string) => string,
  width: number,
): Printable[] {
  const problems = files.flatMap((file) => file.problems);
  const withProblems = files.filter((file) => file.problems.length > 0);
  const stops = whatStops(problems);
  const lines = [
    problems.length === 0
      ? cleanText(files)
      : `${countsText(problems)} in ${filesText(withProblems.length, files.length)}.${stops === undefined ? '' : ` ${stops}`}`,
    ...whatFor(files, shown),
    ...(preset === undefined ? [] : [`Rules: ${preset}.`]),
    ...fixes(problems),
  ];
  return fitted(lines.map(visible), width);
}

/** `10 errors, 22 warnings`; what there is none of is left out. */
function countsText(problems: readonly Problem[]): string {
  const { errors, warnings } = countProblems(problems);
  const parts = [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : ''];
  return parts.filter((part) => part !== '').join(', ');
}

/** `No new problems in 2 files: 3 known ones are in the baseline.` */
function cleanText(files: readonly FileResult[]): string {
  const known = files.reduce((sum, file) => sum + file.recorded.length, 0);
  if (known === 0) return `No problems in ${counted(files.length, 'file')}.`;
  const ones = known === 1 ? '1 known one is' : `${known} known ones are`;
  return `No new problems in ${counted(files.length, 'file')}: ${ones} in the baseline.`;
}

function filesText(some: number, all: number): string {
  return some === all ? counted(all, 'file') : `${some} of ${counted(all, 'file')}`;
}

function fixes(problems: readonly Problem[]): string[] {
  const count = (safety: 'safe' | 'unsafe') => problems.filter((problem) => fixSafetyOf(problem) === safety).length;
  const [safe, unsafe] = [count('safe'), count('unsafe')];
  if (safe + unsafe === 0) return [];
  if (safe === 0) return [`${unsafe} fixable with --fix --unsafe-fixes (--diff shows the changes).`];
  const more = unsafe === 0 ? '' : `, ${unsafe} more with --unsafe-fixes`;
  return [`[*] ${safe} fixable with --fix (--diff shows the changes)${more}.`];
}

/** The files of a result that were judged. */
export function judgedFiles({ files }: LintResult): FileResult[] {
  return files.filter(({ notText }) => notText === undefined);
}
