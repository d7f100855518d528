import { asLines, type Printable } from '../../report/printable.js';
import { fitted, hanging } from '../../report/text/wrap.js';
import { type AuditReport, countStatuses } from '../audit.js';
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

/**
 * A list for a terminal: a line for each control, what it rests on below it.
 *
 * @param width no line gets wider
 */
export function auditTable(report: AuditReport, evidence: EvidenceReader, width: number): Printable {
  const lines = [
    `${report.benchmark.title} (${report.benchmark.name}, ${editionText(report)})`,
    ...clusterTexts(report),
    ...fileTexts(report).map((text) => `  ${text}`),
    '',
  ];
  const idWidth = Math.max(...report.controls.map((control) => control.id.length));
  for (const { group, layers } of grouped(report.controls)) {
    for (const { layer, controls } of layers) {
      lines.push(`${groupTitles[group]}: ${layerTitles[layer]}`);
      for (const control of controls) {
        const head = `  ${control.id.padEnd(idWidth)}  ${control.status.padEnd(14)}  `;
        lines.push(...hanging(head, control.title, width));
        for (const one of evidence.of(control)) {
          // What already fails needs no look at the server.
          if (one.kind === 'check' && control.status === 'fail') continue;
          lines.push(`  ${' '.repeat(idWidth)}    ${evidenceText(one)}`);
        }
      }
      lines.push('');
    }
  }
  lines.push(countsText(report.controls));
  const { waived } = countStatuses(report.controls);
  if (waived > 0) lines.push('Waived controls are accepted risks: read their reasons.');
  return asLines(fitted(lines, width));
}
