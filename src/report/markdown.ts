import { markdownTable } from 'markdown-table';
import { countProblems } from './counts.js';
import { Places } from './places.js';
import { asIs, type Printable, say, visible } from './printable.js';
import type { Reporter } from './reporter.js';
import { counted, messageWithTargets, whatStops } from './wording.js';

/** GitHub refuses comments of more than 65536 characters; so many problems of a file leave room for others. */
const shownPerFile = 50;

/** Markdown for a comment on a pull request: a table a file. */
export const markdown: Reporter = (result, { cwd }) => {
  const places = new Places(result, cwd);
  const { errors, warnings } = countProblems(result.files.flatMap((file) => file.problems));
  if (errors + warnings === 0) return say`**pgconflint**: no problems\n`;
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
  return asIs(`${parts.join('\n\n')}\n`);
};

/**
 * Text of a file must not become markup, a picture, a link or a mention. GitHub looks for mentions and references to issues
 * in what a page shows, whatever they are written as, so a character of no width follows the mark; and it makes links of
 * addresses that begin with `www.` or a scheme.
 */
export function escapeText(text: string): Printable {
  const escaped = visible(text).replace(/[&\\`*_{}[\]<>()#|~!$^=]/g, (mark) => `&#${mark.codePointAt(0)};`);
  return escaped
    .replace(/&#35;(?=\w)/g, '&#35;&#8203;')
    .replace(/@(?=\w)/g, '&#64;&#8203;')
    .replaceAll('@', '&#64;')
    .replaceAll('://', '&#58;//')
    .replace(/\b(www)\./gi, '$1&#46;') as Printable;
}
