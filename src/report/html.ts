import type { FileResult } from '../linter/engine/lint.js';
import type { Problem } from '../linter/problem.js';
import { countProblems } from './counts.js';
import { Places } from './places.js';
import { asIs, visible } from './printable.js';
import type { Reporter } from './reporter.js';
import { counted, messageWithTargets, whatStops } from './wording.js';

const style = `
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
td, th { border-bottom: 1px solid #8884; padding: .3rem .6rem; text-align: left; vertical-align: top; }
.error { color: #b00020; } .warning { color: #8a5a00; }
pre { margin: .3rem 0 0; overflow-x: auto; } mark { background: #ffd54f; }
small { opacity: .8; display: block; }
@media (prefers-color-scheme: dark) { body { background: #181818; color: #ddd; } a { color: #8ab4f8; }
.error { color: #ff8a80; } .warning { color: #ffd180; } mark { background: #6d5600; color: inherit; } }`;

/** One HTML page that needs nothing else: no script, no font, no picture. */
export const html: Reporter = (result, { cwd, version }) => {
  const places = new Places(result, cwd);
  const { errors, warnings } = countProblems(result.files.flatMap((file) => file.problems));
  const stops = whatStops(result.files.flatMap((file) => file.problems));
  const files = result.files.map((file) => fileSection(file, places)).join('');
  const suppressed = result.files.reduce((sum, file) => sum + file.suppressed.length, 0);
  return asIs(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>pgconflint: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}</title>
<style>${style}
</style>
</head>
<body>
<h1>pgconflint</h1>
<p>${counted(result.files.length, 'file')}, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}, ${suppressed} suppressed${stops === undefined ? '' : `. ${stops}`}</p>
${files}<footer><small>pgconflint ${escapeHtml(version)}</small></footer>
</body>
</html>
`);
};

function fileSection(file: FileResult, places: Places): string {
  if (file.problems.length === 0) return '';
  const rows = file.problems.map((problem) => row(problem, places)).join('');
  return `<section>
<h2>${escapeHtml(places.shown(file.path))}</h2>
<table>
<thead><tr><th>Line</th><th>Severity</th><th>Problem</th><th>Rule</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>
`;
}

function row(problem: Problem, places: Places): string {
  const { line, column, endLine, endColumn } = places.of(problem);
  const text = places.lineText(problem.file, line);
  const end = Math.max(column - 1, endLine === line ? endColumn - 1 : text.length);
  const marked = `${escapeHtml(text.slice(0, column - 1))}<mark>${escapeHtml(text.slice(column - 1, end))}</mark>${escapeHtml(text.slice(end))}`;
  const related = problem.related.map((other) => {
    const place = places.of(other);
    const where = `${places.shown(other.file)}:${place.line}:${place.column}`;
    return `<small>${escapeHtml(where)}: ${escapeHtml(other.message)}</small>`;
  });
  const shown = problem.wholeFile === true ? '' : `<pre>${marked}</pre>`;
  const message = `${escapeHtml(messageWithTargets(problem))}${related.join('')}${shown}`;
  const rule = `<a href="${escapeHtml(problem.url)}">${escapeHtml(problem.ruleId)}</a>`;
  return `<tr><td>${problem.wholeFile === true ? 'file' : `${line}:${column}`}</td><td class="${problem.severity}">${problem.severity}</td><td>${message}</td><td>${rule}</td></tr>\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for the body or an attribute of a page. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (mark) => entities[mark]!);
}
