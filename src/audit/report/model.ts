import type { ControlGroup, ControlLayer } from '../../catalog/benchmarks/types.js';
import type { LintResult } from '../../linter/engine/lint.js';
import type { Problem } from '../../linter/problem.js';
import { Places } from '../../report/places.js';
import { messageWithTargets, visible } from '../../report/wording.js';
import { type AuditedControl, type AuditReport, countStatuses } from '../audit.js';

/** A line of evidence below a control. */
export interface Evidence {
  kind: 'problem' | 'waiver' | 'remark' | 'check';
  /** `pg_hba.conf:12`; only for problems and waivers of problems. */
  place?: string;
  text: string;
  rule?: string;
}

export const groupTitles: Readonly<Record<ControlGroup, string>> = {
  authentication: 'Authentication',
  authorization: 'Authorization',
  accounting: 'Accounting',
  operation: 'Operation',
};

export const layerTitles: Readonly<Record<ControlLayer, string>> = {
  network: 'Network',
  tls: 'TLS',
  access: 'Access',
  logging: 'Logging',
  storage: 'Storage',
};

/** Turns places of problems into what people read. */
export class EvidenceReader {
  readonly #places: Places;

  /** @param cwd the folder that paths are shown relative to */
  constructor(result: LintResult, cwd: string) {
    this.#places = new Places(result, cwd);
  }

  shown(path: string): string {
    return visible(this.#places.shown(path));
  }

  /** Everything that tells why a control has its status, and how the rest is checked. */
  of({ status, problems, waivers, remarks, check }: AuditedControl): Evidence[] {
    const evidence: Evidence[] = problems.map((problem) => ({
      kind: 'problem',
      place: this.#place(problem),
      text: visible(messageWithTargets(problem)),
      rule: problem.ruleId,
    }));
    for (const { problem, rule, reason } of waivers) {
      const place = problem === undefined ? {} : { place: this.#place(problem) };
      evidence.push({ kind: 'waiver', ...place, text: visible(reason), rule });
    }
    for (const remark of remarks) evidence.push({ kind: 'remark', text: visible(remark) });
    if (check !== undefined && status !== 'not applicable') evidence.push({ kind: 'check', text: check });
    return evidence;
  }

  #place(problem: Problem): string {
    return `${this.shown(problem.file)}:${this.#places.of(problem).line}`;
  }
}

/** The controls by group and layer, in the order of the titles; empty parts are left out. */
export function grouped(
  controls: readonly AuditedControl[],
): { group: ControlGroup; layers: { layer: ControlLayer; controls: AuditedControl[] }[] }[] {
  return (Object.keys(groupTitles) as ControlGroup[])
    .map((group) => ({
      group,
      layers: (Object.keys(layerTitles) as ControlLayer[])
        .map((layer) => ({
          layer,
          controls: controls.filter((control) => control.group === group && control.layer === layer),
        }))
        .filter((part) => part.controls.length > 0),
    }))
    .filter((part) => part.layers.length > 0);
}

/** `44 controls: 20 pass, 15 fail, …`; statuses that no control has are left out. */
export function countsText(controls: readonly AuditedControl[]): string {
  const counts = Object.entries(countStatuses(controls)).filter(([, count]) => count > 0);
  return `${controls.length} controls: ${counts.map(([status, count]) => `${count} ${status}`).join(', ')}`;
}

/** What the files are, for the head of a report. */
export function clustersText({ clusters }: AuditReport): string {
  return clusters.map(({ path, target }) => `${path} (PostgreSQL ${target})`).join(', ');
}

/** What stands before a line of evidence. */
export function evidenceLabel({ kind, place }: Evidence): string {
  if (kind === 'problem') return place!;
  if (kind === 'waiver') return place === undefined ? 'waived' : `waived at ${place}`;
  return kind === 'check' ? 'check on the server' : 'note';
}
