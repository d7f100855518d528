import type { SourceFile } from '../../../cluster/types.js';
import { type Edit, type Problem, placeInDocument } from '../../../linter/problem.js';
import { LineTable } from '../../../syntax/positions.js';
import { editsOf } from '../edits.js';

/** What stands where a person is to say why. */
const reason = 'say why it is right here';

/**
 * The comments that switch a rule off, for one line and for the whole file.
 *
 * @param problem what is to be switched off
 * @param file the file it stands in
 */
export function disablingEdits(problem: Problem, file: SourceFile): { title: string; edits: Edit[] | undefined }[] {
  const { ruleId } = problem;
  const lineEnd = file.text.includes('\r\n') ? '\r\n' : '\n';
  const at = startOfLogicalLine(problem, file);
  const blanks = /^[ \t]*/.exec(file.text.slice(at))![0];
  const line = `${blanks}# pgconflint-disable-next-line ${ruleId} -- ${reason}${lineEnd}`;
  const whole = `# pgconflint-disable-file ${ruleId} -- ${reason}${lineEnd}`;
  return [
    {
      title: `Disable ${ruleId} for this line`,
      edits: editsOf([{ file, start: at, end: at, text: line }]),
    },
    { title: `Disable ${ruleId} for this file`, edits: editsOf([{ file, start: 0, end: 0, text: whole }]) },
  ];
}

/** A record over several lines starts at its first one, where a comment above it does no harm. */
function startOfLogicalLine(problem: Problem, { text, tree }: SourceFile): number {
  const { start } = placeInDocument(problem);
  const table = new LineTable(text);
  const node = tree.lines.find((line) => line.start <= start && start <= line.end);
  return table.startOfLine(node?.line ?? table.positionAt(start).line);
}
