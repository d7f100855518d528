import type { FileResult } from '../linter/engine/lint.js';
import type { Problem, Related } from '../linter/problem.js';
import { countProblems } from './counts.js';
import { escapeHtml, htmlPage } from './html-page.js';
import { Places } from './places.js';
import type { Reporter } from './reporter.js';
import { counted, headlineWithTargets, whatFor, whatStops } from './wording.js';

const style = `
ol { list-style: none; margin: 0; padding: 0; }
ol > li { border-left: .25rem solid var(--warn); padding: .1rem 0 .1rem .8rem; margin: 1.1rem 0; break-inside: avoid; }
ol > li.error { border-left-color: var(--bad); }
.severity { font-weight: 600; color: var(--warn); } .error .severity { color: var(--bad); }
.headline { font-weight: 600; } .place { color: var(--soft); font-size: .92em; }
ul { margin: .2rem 0; padding-left: 1.2rem; }`;

/** One HTML page that needs nothing else: problem by problem, as the framed report of a terminal has them. */
export const html: Reporter = (result, { cwd, version }) => {
  const places = new Places(result, cwd);
  const problems = result.files.flatMap((file) => file.problems);
  const { errors, warnings } = countProblems(problems);
  const counts = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
  const suppressed = result.files.reduce((sum, file) => sum + file.suppressed.length, 0);
  const stops = whatStops(problems);
  const notes = [
    `${counted(result.files.length, 'file')}, ${counts}, ${suppressed} suppressed${stops === undefined ? '' : `. ${stops}`}`,
    ...whatFor(result.files, (path) => places.shown(path)),
  ];
  return htmlPage(
    `pgconflint: ${counts}`,
    style,
    `<h1>pgconflint</h1>
${notes.map((note) => `<p>${escapeHtml(note)}</p>\n`).join('')}${result.files.map((file) => fileSection(file, places)).join('')}<footer>pgconflint ${escapeHtml(version)}</footer>
`,
  );
};

function fileSection(file: FileResult, places: Places): string {
  if (file.problems.length === 0) return '';
  return `<section>
<h2>${escapeHtml(places.shown(file.path))}</h2>
<ol>
${file.problems.map((problem) => item(problem, places)).join('')}</ol>
</section>
`;
}

function item(problem: Problem, places: Places): string {
  const { severity, ruleId, url, related, why, help } = problem;
  const rule = `<a href="${escapeHtml(url)}">${escapeHtml(ruleId)}</a>`;
  const lines = [
    `<p><span class="severity">${severity}</span> <span class="headline">${escapeHtml(headlineWithTargets(problem))}</span></p>`,
    `<p class="place">${escapeHtml(where(problem, places))}, ${rule}</p>`,
    problem.wholeFile === true ? '' : marked(problem, places),
    why === undefined ? '' : `<p>${escapeHtml(why)}</p>`,
    help === undefined ? '' : `<p><b>Help:</b> ${escapeHtml(help)}</p>`,
    related.length === 0 ? '' : `<ul>${related.map((other) => `<li>${relatedText(other, places)}</li>`).join('')}</ul>`,
  ];
  return `<li class="${severity}">\n${lines.filter((line) => line !== '').join('\n')}\n</li>\n`;
}

function where(problem: Problem, places: Places): string {
  if (problem.wholeFile === true) return 'the whole file';
  const { line, column } = places.of(problem);
  return `line ${line}, column ${column}`;
}

function relatedText(other: Related, places: Places): string {
  const { line, column } = places.of(other);
  return `<span class="place">${escapeHtml(`${places.shown(other.file)}:${line}:${column}`)}</span> ${escapeHtml(other.message)}`;
}

/** The problem's line with what is meant marked. */
function marked(problem: Problem, places: Places): string {
  const { line, column, endLine, endColumn } = places.of(problem);
  const text = places.lineText(problem.file, line);
  const end = Math.max(column - 1, endLine === line ? endColumn - 1 : text.length);
  const [before, within, after] = [text.slice(0, column - 1), text.slice(column - 1, end), text.slice(end)].map(
    escapeHtml,
  );
  return `<pre>${before}<mark>${within}</mark>${after}</pre>`;
}
