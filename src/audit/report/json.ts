import { join, lineEnd, type Printable, printableJson } from '../../report/printable.js';
import { type AuditReport, countStatuses } from '../audit.js';
import type { EvidenceReader } from './model.js';

/** The evidence for other programs. */
export function auditJson(report: AuditReport, evidence: EvidenceReader): Printable {
  const { benchmark, date, version, clusters } = report;
  const controls = report.controls.map((control) => ({
    id: control.id,
    title: control.title,
    group: control.group,
    layer: control.layer,
    status: control.status,
    rules: control.judgedBy,
    evidence: evidence.of(control),
  }));
  const shown = {
    benchmark: {
      name: benchmark.name,
      title: benchmark.title,
      edition: benchmark.edition,
      published: benchmark.published ?? null,
    },
    date,
    pgconflint: version,
    clusters,
    counts: countStatuses(report.controls),
    controls,
  };
  return join([printableJson(shown, 2), lineEnd]);
}
