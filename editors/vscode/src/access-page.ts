import type { AccessAnswer } from './answers.js';

type Row = AccessAnswer['rows'][number];

const headings = ['Users', 'Databases', 'From', 'Encryption', 'Method', 'Record', 'Except'];

/**
 * The page that shows who gets in.
 *
 * @param answer the records, as the server reads them
 * @param name the pg_hba.conf, as the person knows it
 * @param nonce random; only what carries it may run or style the page
 * @returns HTML
 */
export function accessPage({ target, rows, remarks }: AccessAnswer, name: string, nonce: string): string {
  const deciding = rows.filter(({ reachable }) => reachable);
  const idle = rows.filter(({ reachable }) => !reachable);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>Who gets in</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<h1>Who gets in by ${text(name)}</h1>
<p>PostgreSQL ${target} takes the first record that fits a connection. Whoever is in no line is rejected.</p>
${remarks.map((remark) => `<p class="remark">${text(remark)}</p>`).join('\n')}
${tableOf(headings, deciding, ({ exceptText }) => exceptText)}
${idle.length === 0 ? '' : `<h2>Records that never decide</h2>\n${tableOf([...headings.slice(0, -1), 'Because'], idle, becauseOf)}`}
<script nonce="${nonce}">${script}</script>
</body>
</html>
`;
}

function becauseOf({ unreachableBecause }: Row): string {
  return unreachableBecause ?? '';
}

function tableOf(columns: readonly string[], rows: readonly Row[], last: (row: Row) => string): string {
  if (rows.length === 0) return '<p>No record lets anybody in.</p>';
  const head = columns.map((column) => `<th scope="col">${column}</th>`).join('');
  const lines = rows.map((row) => {
    const place = `<a href="#" data-uri="${text(row.uri)}" data-line="${row.line}">${text(row.file)}:${row.line}</a>`;
    const method = [row.method, ...row.options].join(' ');
    const cells = [row.users.join(', '), row.databases.join(', '), row.from, row.encryption ?? '–', method].map(text);
    const all = [...cells, place, text(last(row))];
    return `<tr class="${classOf(row)}">${all.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${lines.join('\n')}\n</tbody></table>`;
}

/** What a reader should see first: who is turned away, and who needs no proof. */
function classOf({ method }: Row): string {
  if (method === 'reject') return 'reject';
  return method === 'trust' ? 'trust' : '';
}

/** Text of a file is never markup. */
function text(value: string): string {
  return value.replace(/[&<>"'\x00-\x08\x0b-\x1f]/g, (character) => `&#${character.codePointAt(0) || 0xfffd};`);
}

const style = `
body { font-size: var(--vscode-font-size); padding: 0 1rem 1rem; }
h1 { font-size: 1.3em; } h2 { font-size: 1.1em; margin-top: 2em; }
table { border-collapse: collapse; }
th, td { text-align: left; padding: 0.25rem 1.25rem 0.25rem 0; vertical-align: top; border-bottom: 1px solid var(--vscode-widget-border, transparent); }
td { font-family: var(--vscode-editor-font-family); font-size: var(--vscode-editor-font-size); }
tr.trust td:nth-child(5) { color: var(--vscode-editorWarning-foreground); font-weight: bold; }
tr.reject { opacity: 0.7; }
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
