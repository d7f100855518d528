import type { LintResult } from '../../../linter/engine/lint.js';
import { asLines, type Printable } from '../../../report/printable.js';

/**
 * What to say of problems that a baseline records: how many are known beside those that are shown, and how many are gone;
 * an empty text where there is nothing to say.
 *
 * @param missing how many files the baselines name that are no longer there
 */
export function sayRecorded(result: LintResult, missing: number): Printable {
  const gone = result.files.reduce((sum, file) => sum + file.gone, 0);
  const known = result.files.reduce((sum, file) => sum + file.recorded.length, 0);
  const isNew = result.files.some((file) => file.problems.length > 0);
  const beside =
    known === 0 || !isNew
      ? []
      : [`pgconflint: ${known} known problem${known === 1 ? ' is' : 's are'} in the baseline and not shown.`];
  const problems = gone === 1 ? '1 problem of the baseline is gone' : `${gone} problems of the baseline are gone`;
  const files =
    missing === 1
      ? '1 file of the baseline is no longer there'
      : `${missing} files of the baseline are no longer there`;
  const told = [...(gone === 0 ? [] : [problems]), ...(missing === 0 ? [] : [files])].join(', and ');
  if (told === '') return asLines(beside);
  const out = gone + missing === 1 ? 'it' : 'them';
  return asLines([...beside, `pgconflint: ${told}; pgconflint --baseline-prune takes ${out} out.`]);
}
