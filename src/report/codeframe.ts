import type { Problem } from '../linter/problem.js';
import { countProblems } from './counts.js';
import { Places } from './places.js';
import { asIs, nothing, visible, visibleInPlace } from './printable.js';
import type { Reporter } from './reporter.js';
import { counted, messageWithTargets, whatStops } from './wording.js';

/** Select Graphic Rendition codes (ECMA-48). */
const codes = { bold: 1, red: 31, yellow: 33, cyan: 36 } as const;

type Style = (format: keyof typeof codes, text: string) => string;

/** For people who want to see the place: the line with its neighbours, the columns marked, related lines below. */
export const codeframe: Reporter = (result, { cwd, color }) => {
  const problems = result.files.flatMap((file) => file.problems);
  if (problems.length === 0) return nothing;
  const places = new Places(result, cwd);
  const style: Style = (format, text) => (color ? `\u001b[${codes[format]}m${text}\u001b[0m` : text);
  const { errors, warnings } = countProblems(problems);
  const frames = problems.map((problem) => showProblem(problem, places, style));
  const stops = whatStops(problems);
  const summary = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}${stops === undefined ? '' : `. ${stops}`}`;
  return asIs(`${frames.join('\n')}\n${summary}\n`);
};

function showProblem(problem: Problem, places: Places, style: Style): string {
  const red = problem.severity === 'error' ? 'red' : 'yellow';
  const head = `${style(red, problem.severity)} ${style('bold', problem.ruleId)}: ${visible(messageWithTargets(problem))}`;
  const parts = [head, ...frame(problem, places, 1, (text) => style(red, text))];
  for (const other of problem.related) {
    parts.push(`  = ${visible(other.message)}`, ...frame(other, places, 0, (text) => style('cyan', text)));
  }
  if (problem.fix !== undefined) parts.push(`  = fix (${problem.fix.safety}): ${visible(problem.fix.title)}`);
  for (const suggestion of problem.suggestions) parts.push(`  = suggestion: ${visible(suggestion.title)}`);
  parts.push(`  = ${problem.url}`);
  return `${parts.join('\n')}\n`;
}

/** The lines around a range, with marks below its first line. */
function frame(
  range: { file: string; start: number; end: number; wholeFile?: true },
  places: Places,
  around: number,
  mark: (text: string) => string,
): string[] {
  if (range.wholeFile === true) return [`  --> ${visible(places.shown(range.file))}`];
  const { line, column, endLine, endColumn } = places.of(range);
  const first = Math.max(1, line - around);
  const last = Math.min(places.lineCount(range.file), line + around);
  const width = String(last).length;
  const lines = [`  --> ${visible(places.shown(range.file))}:${line}:${column}`];
  for (let number = first; number <= last; number++) {
    const text = visibleInPlace(places.lineText(range.file, number).replace(/^\uFEFF/, ' '));
    lines.push(`  ${String(number).padStart(width)} | ${text}`.trimEnd());
    if (number !== line) continue;
    // Tabs stay tabs, so that the marks stand below what they mark however wide a tab is shown.
    const before = text.slice(0, column - 1).replace(/[^\t]/g, ' ');
    const length = Math.max(1, (endLine === line ? endColumn - 1 : text.length) - (column - 1));
    lines.push(`  ${' '.repeat(width)} | ${before}${mark('^'.repeat(length))}`);
  }
  return lines;
}
