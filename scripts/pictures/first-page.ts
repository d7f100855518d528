/** The picture of the README: what the default command prints of a badly kept cluster, in colour. */
import { terminalSvg } from './terminal-svg.js';

const columns = 80;
/** So many problems are shown; after them the end of what is printed. */
const shownProblems = 4;
const linesAtEnd = 5;

/**
 * Draws it.
 *
 * @param printed what `pgconflint examples/insecure` writes on a terminal that is 80 columns wide and has colours
 */
export function firstPicture(printed: string): string {
  const problems = printed.trimEnd().split('\n\n');
  const end = problems.at(-1)!.split('\n').slice(-linesAtEnd);
  const lines = [
    ...problems
      .slice(1, shownProblems + 1)
      .join('\n\n')
      .split('\n'),
    '',
    '...',
    '',
    ...end,
  ];
  return terminalSvg(
    'What pgconflint says of examples/insecure',
    ['$ pgconflint examples/insecure', ...lines],
    columns,
  );
}
