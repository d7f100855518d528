/** What the HTML pages of reports share: one file each, without a script, a font or a picture of its own. */
import { asIs, type Printable, visible } from './printable.js';

const style = `
:root { color-scheme: light dark; --text: #1a1a1a; --soft: #555; --page: #fff; --line: #ccc; --box: #f5f5f5; --link: #0b57d0;
--bad: #a8001c; --warn: #7a4b00; --good: #14662e; --unknown: #1f4e8c; --mark: #ffd54f; }
@media (prefers-color-scheme: dark) { :root { --text: #e3e3e3; --soft: #aaa; --page: #16181c; --line: #444; --box: #22252b;
--link: #8ab4f8; --bad: #ff8a80; --warn: #ffc266; --good: #81c995; --unknown: #9ecbff; --mark: #6d5600; } }
@media print { :root { color-scheme: light; --text: #000; --soft: #444; --page: #fff; --line: #bbb; --box: #fff; --link: #000;
--bad: #a8001c; --warn: #7a4b00; --good: #14662e; --unknown: #1f4e8c; --mark: #ffe9a6; } }
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 64rem; padding: 1.5rem 1rem; color: var(--text);
background: var(--page); overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0 0 .3rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; break-after: avoid; }
p { margin: .2rem 0; } a { color: var(--link); } code, pre { font-family: ui-monospace, monospace; font-size: .92em; }
pre { margin: .4rem 0; padding: .4rem .6rem; background: var(--box); border-radius: .3rem; white-space: pre-wrap; }
mark { background: var(--mark); color: inherit; }
footer { margin-top: 2rem; color: var(--soft); font-size: .87em; }
@page { margin: 15mm; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } }`;

/**
 * A whole page.
 *
 * @param title shown by browsers, as text
 * @param ownStyle rules of the report's own, after those that all share
 * @param body HTML, everything of files in it escaped
 */
export function htmlPage(title: string, ownStyle: string, body: string): Printable {
  return asIs(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}${ownStyle}
</style>
</head>
<body>
${body}</body>
</html>
`);
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
