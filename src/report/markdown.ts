import { markdownTable } from 'markdown-table';
import { countProblems } from './counts.js';
import { Places } from './places.js';
import type { Reporter } from './reporter.js';
import { counted, messageWithTargets, visible, whatStops } from './wording.js';

/** GitHub refuses comments of more than 65536 characters; so many problems of a file leave room for others. */
const shownPerFile = 50;

/** Markdown for a comment on a pull request: a table a file. */
export const markdown: Reporter = (result, { cwd }) => {
  const places = new Places(result, cwd);
  const { errors, warnings } = countProblems(result.files.flatMap((file) => file.problems));
  if (errors + warnings === 0) return '**pgconflint**: no problems\n';
  const parts = [`**pgconflint**: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`];
  const stops = whatStops(result.files.flatMap((file) => file.problems));
  if (stops !== undefined) parts.push(stops);
  for (const file of result.files) {
    if (file.problems.length === 0) continue;
    const rows = file.problems.slice(0, shownPerFile).map((problem) => {
      const { line } = places.of(problem);
      return [
        problem.wholeFile === true ? 'file' : String(line),
        problem.severity,
        escapeText(messageWithTargets(problem)),
        `[${escapeText(problem.ruleId)}](${encodeURI(problem.url)})`,
      ];
    });
    parts.push(
      `### ${escapeText(places.shown(file.path))}`,
      markdownTable([['line', 'severity', 'problem', 'rule'], ...rows]),
    );
    const more = file.problems.length - rows.length;
    if (more > 0) parts.push(`${counted(more, 'more problem')} in this file.`);
  }
  return `${parts.join('\n\n')}\n`;
};

/** Text of a file must not become markup, a link or a mention. */
export function escapeText(text: string): string {
  const escaped = visible(text).replace(/[\\`*_{}[\]<>()#|~!]/g, (mark) => `&#${mark.codePointAt(0)};`);
  return escaped.replaceAll('@', '&#64;').replace(/\bhttps?:\/\//g, (scheme) => scheme.replace(':', '&#58;'));
}
