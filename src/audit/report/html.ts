import { escapeHtml, htmlPage } from '../../report/html-page.js';
import type { Printable } from '../../report/printable.js';
import { type AuditedControl, type AuditReport, countStatuses } from '../audit.js';
import {
  clusterTexts,
  type Evidence,
  type EvidenceReader,
  editionText,
  evidenceText,
  fileTexts,
  grouped,
  groupTitles,
  layerTitles,
} from './model.js';

const style = `
.counts { display: flex; flex-wrap: wrap; gap: .6rem; padding: 0; list-style: none; }
.counts li { border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .8rem; }
.counts b { font-size: 1.3rem; display: block; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; }
th { font-weight: 600; border-bottom-color: var(--soft); }
th:nth-child(1) { width: 14%; } th:nth-child(2) { width: 24%; } th:nth-child(3) { width: 12%; }
tr { break-inside: avoid; } thead { display: table-header-group; }
.pass, .partly { color: var(--good); } .fail { color: var(--bad); font-weight: 600; } .waived { color: var(--warn); }
.not-decidable { color: var(--unknown); } .not-applicable { color: var(--soft); }
ul.evidence { margin: 0; padding-left: 1rem; } .seen, .files { font-family: ui-monospace, monospace; font-size: .92em; }
@media screen and (max-width: 48rem) { thead { display: none; } table, tbody, tr, td { display: block; }
tr { border-bottom: 1px solid var(--line); padding: .5rem 0; } td { border: 0; padding: .1rem 0; }
td:first-child { font-weight: 600; } }
@media print { th:nth-child(1) { width: 12%; } th:nth-child(2) { width: 20%; } th:nth-child(3) { width: 11%; } }`;

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
  return htmlPage(
    `${benchmark.title}: audit`,
    style,
    `<h1>${escapeHtml(benchmark.title)}</h1>
<p>${escapeHtml(editionText(report))}; audited ${date}</p>
<ul>
${items(clusterTexts(report))}
</ul>
<ul class="counts">
${counts}
</ul>
${sections.join('\n')}
<section>
<h2>Files</h2>
<ul class="files">
${items(fileTexts(report))}
</ul>
</section>
<footer>Read from files by pgconflint ${escapeHtml(version)}. What command lines, ALTER ROLE and ALTER DATABASE set is not in these files.</footer>
`,
  );
}

function items(texts: readonly string[]): string {
  return texts.map((text) => `<li>${escapeHtml(text)}</li>`).join('\n');
}

/** A line of evidence, with the rule as a link to its page. */
function evidenceItem(one: Evidence): string {
  const { rule, url, kind } = one;
  if (rule === undefined || url === undefined) return `<li class="${kind}">${escapeHtml(evidenceText(one))}</li>`;
  const text = escapeHtml(evidenceText({ ...one, rule: undefined }));
  return `<li class="${kind}">${text} (<a href="${escapeHtml(url)}">${escapeHtml(rule)}</a>)</li>`;
}

function row(control: AuditedControl, evidence: EvidenceReader): string {
  const items = evidence.of(control).map(evidenceItem);
  const list = items.length === 0 ? '' : `<ul class="evidence">${items.join('')}</ul>`;
  return `<tr><td>${escapeHtml(control.id)}</td><td>${escapeHtml(control.title)}</td><td class="${className(control.status)}">${control.status}</td><td>${list}</td></tr>`;
}

function className(status: string): string {
  return status.replace(' ', '-');
}
