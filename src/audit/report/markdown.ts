import { markdownTable } from 'markdown-table';
import { escapeText } from '../../report/markdown.js';
import type { AuditReport } from '../audit.js';
import {
  clustersText,
  countsText,
  type EvidenceReader,
  evidenceLabel,
  grouped,
  groupTitles,
  layerTitles,
} from './model.js';

/** Markdown with a table for each group and layer. */
export function auditMarkdown(report: AuditReport, evidence: EvidenceReader): string {
  const parts = [
    `# ${report.benchmark.title}`,
    `${escapeText(clustersText(report))}, ${report.date}, pgconflint ${report.version}`,
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
          .map((one) => escapeText(`${evidenceLabel(one)}: ${one.text}`))
          .join('<br>'),
      ]);
      parts.push(
        `## ${groupTitles[group]}: ${layerTitles[layer]}`,
        markdownTable([['control', 'asks for', 'status', 'evidence'], ...rows]),
      );
    }
  }
  return `${parts.join('\n\n')}\n`;
}
