import { markdownTable } from 'markdown-table';
import { escapeText } from '../../report/markdown.js';
import { asIs, type Printable } from '../../report/printable.js';
import type { AuditReport } from '../audit.js';
import {
  clusterTexts,
  countsText,
  type EvidenceReader,
  editionText,
  evidenceText,
  fileTexts,
  grouped,
  groupTitles,
  layerTitles,
} from './model.js';

/** Markdown with a table for each group and layer. */
export function auditMarkdown(report: AuditReport, evidence: EvidenceReader): Printable {
  const parts = [
    `# ${report.benchmark.title}`,
    `${escapeText(editionText(report))}; audited ${report.date}, pgconflint ${report.version}`,
    [...clusterTexts(report), ...fileTexts(report)].map((text) => `- ${escapeText(text)}`).join('\n'),
    `**${countsText(report.controls)}**`,
  ];
  for (const { group, layers } of grouped(report.controls)) {
    for (const { layer, controls } of layers) {
      const rows = controls.map((control) => [
        control.id,
        control.title,
        control.status,
        evidence
          .of(control)
          .map((one) => escapeText(evidenceText(one)))
          .join('<br>'),
      ]);
      parts.push(
        `## ${groupTitles[group]}: ${layerTitles[layer]}`,
        markdownTable([['control', 'asks for', 'status', 'evidence'], ...rows]),
      );
    }
  }
  return asIs(`${parts.join('\n\n')}\n`);
}
