import { escapeHtml } from '../../report/html.js';
import { asIs, type Printable } from '../../report/printable.js';
import { type AuditedControl, type AuditReport, countStatuses } from '../audit.js';
import {
  clusterTexts,
  type EvidenceReader,
  editionText,
  evidenceText,
  fileTexts,
  grouped,
  groupTitles,
  layerTitles,
} from './model.js';

const style = `
:root { color-scheme: light; }
body { font: 14px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1a1a1a; background: #fff; }
h1 { font-size: 1.6rem; margin-bottom: .2rem; } h2 { font-size: 1.1rem; margin: 1.8rem 0 .4rem; break-after: avoid; }
.counts { display: flex; flex-wrap: wrap; gap: .6rem; padding: 0; list-style: none; }
.counts li { border: 1px solid #bbb; border-radius: .4rem; padding: .4rem .8rem; }
.counts b { font-size: 1.3rem; display: block; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border-bottom: 1px solid #ccc; padding: .35rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 600; border-bottom-color: #666; }
th:nth-child(1) { width: 9.5rem; } th:nth-child(2) { width: 16rem; } th:nth-child(3) { width: 7.5rem; }
tr { break-inside: avoid; } thead { display: table-header-group; }
.pass { color: #14662e; } .partly { color: #2f6f10; } .fail { color: #a8001c; font-weight: 600; } .waived { color: #7a4b00; }
.not-decidable { color: #1f4e8c; } .not-applicable { color: #666; }
ul.evidence { margin: 0; padding-left: 1rem; } .seen, .files { font-family: ui-monospace, monospace; font-size: .92em; }
footer { margin-top: 2rem; color: #555; font-size: .85em; }
@page { margin: 15mm; }
@media print { body { margin: 0; max-width: none; font-size: 10px; } h1 { font-size: 16px; } h2 { font-size: 12px; }
th:nth-child(1) { width: 5.5rem; } th:nth-child(2) { width: 9rem; } th:nth-child(3) { width: 5rem; } }`;

/** One page for an auditor that needs nothing else, on a screen and on paper. */
export function auditHtml(report: AuditReport, evidence: EvidenceReader): Printable {
  const { benchmark, controls, date, version } = report;
  const counts = Object.entries(countStatuses(controls))
    .map(([status, count]) => `<li class="${className(status)}"><b>${count}</b>${status}</li>`)
    .join('\n');
  const sections = grouped(controls).flatMap(({ group, layers }) =>
    layers.map(
      (part) => `<section>
<h2>${groupTitles[group]}: ${layerTitles[part.layer]}</h2>
<table>
<thead><tr><th>Control</th><th>Asks for</th><th>Status</th><th>Evidence</th></tr></thead>
<tbody>
${part.controls.map((control) => row(control, evidence)).join('\n')}
</tbody>
</table>
</section>`,
    ),
  );
  return asIs(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(benchmark.title)}: audit</title>
<style>${style}
</style>
</head>
<body>
<h1>${escapeHtml(benchmark.title)}</h1>
<p>${escapeHtml(editionText(report))}; audited ${date}</p>
<ul>
${clusterTexts(report)
  .map((text) => `<li>${escapeHtml(text)}</li>`)
  .join('\n')}
</ul>
<ul class="counts">
${counts}
</ul>
${sections.join('\n')}
<section>
<h2>Files</h2>
<ul class="files">
${fileTexts(report)
  .map((text) => `<li>${escapeHtml(text)}</li>`)
  .join('\n')}
</ul>
</section>
<footer>Read from files by pgconflint ${escapeHtml(version)}. What command lines, ALTER ROLE and ALTER DATABASE set is not in these files.</footer>
</body>
</html>
`);
}

function row(control: AuditedControl, evidence: EvidenceReader): string {
  const items = evidence.of(control).map((one) => `<li class="${one.kind}">${escapeHtml(evidenceText(one))}</li>`);
  const list = items.length === 0 ? '' : `<ul class="evidence">${items.join('')}</ul>`;
  return `<tr><td>${escapeHtml(control.id)}</td><td>${escapeHtml(control.title)}</td><td class="${className(control.status)}">${control.status}</td><td>${list}</td></tr>`;
}

function className(status: string): string {
  return status.replace(' ', '-');
}
