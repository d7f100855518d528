/** What every page has: its frame, its look, and links to places that the editor opens. */
import { pictureStyle } from '../../../../src/report/access-picture.js';

/** A place that a link leads to. */
export interface Place {
  uri: string;
  line: number;
}

/**
 * A page of the extension.
 *
 * @param title its heading, plain text
 * @param body markup
 * @param nonce random; only what carries it may run or style the page
 * @returns HTML
 */
export function page(title: string, body: string, nonce: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>${text(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<h1>${text(title)}</h1>
${body}
<script nonce="${nonce}">${script}</script>
</body>
</html>
`;
}

/** Text of a file is never markup. */
export function text(value: string): string {
  return value.replace(/[&<>"'\x00-\x08\x0b-\x1f]/g, (character) => `&#${character.codePointAt(0) || 0xfffd};`);
}

/** A link that opens a place in the editor. */
export function link({ uri, line }: Place, label: string): string {
  return `<a href="#" data-uri="${text(uri)}" data-line="${line}">${text(label)}</a>`;
}

/** What makes an answer uncertain, a paragraph each. */
export function remarks(sentences: readonly string[]): string {
  return sentences.map((sentence) => `<p class="remark">${text(sentence)}</p>`).join('\n');
}

/**
 * A table.
 *
 * @param rows their cells as markup, each row with a class for its look
 */
export function table(columns: readonly string[], rows: readonly { look: string; cells: readonly string[] }[]): string {
  const head = columns.map((column) => `<th scope="col">${text(column)}</th>`).join('');
  const lines = rows.map(
    ({ look, cells }) => `<tr class="${look}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${lines.join('\n')}\n</tbody></table>`;
}

const style = `
:root { --bad: var(--vscode-editorError-foreground); --warn: var(--vscode-editorWarning-foreground); --good: var(--vscode-testing-iconPassed);
--soft: var(--vscode-descriptionForeground); --line: var(--vscode-widget-border, #8888); }
body { font-size: var(--vscode-font-size); padding: 0 1rem 1rem; }
h1 { font-size: 1.3em; } h2 { font-size: 1.1em; margin-top: 2em; }
table { border-collapse: collapse; }
th, td { text-align: left; padding: 0.25rem 1.25rem 0.25rem 0; vertical-align: top; border-bottom: 1px solid var(--vscode-widget-border, transparent); }
td, code { font-family: var(--vscode-editor-font-family); font-size: var(--vscode-editor-font-size); }
tr.trust td:nth-child(5), .error { color: var(--vscode-editorWarning-foreground); font-weight: bold; }
tr.reject, .overridden { opacity: 0.7; }
.overridden { text-decoration: line-through; }
.answer { font-size: 1.15em; }
summary { cursor: pointer; margin: 1.5em 0 0.5em; }
${pictureStyle}
.remark { border-left: 3px solid var(--vscode-editorWarning-foreground); padding-left: 0.75rem; }
`;

const script = `
const editor = acquireVsCodeApi();
document.addEventListener('click', (event) => {
  const place = event.target.closest('a[data-uri]');
  if (place === null) return;
  event.preventDefault();
  editor.postMessage({ uri: place.dataset.uri, line: Number(place.dataset.line) });
});
`;
