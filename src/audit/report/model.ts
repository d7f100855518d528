import type { ControlGroup, ControlLayer } from '../../catalog/benchmarks/types.js';
import type { LintResult } from '../../linter/engine/lint.js';
import type { Problem } from '../../linter/problem.js';
import { Places } from '../../report/places.js';
import { visible } from '../../report/printable.js';
import { messageWithTargets } from '../../report/wording.js';
import { type AuditedControl, type AuditReport, countStatuses } from '../audit.js';

/** A line of evidence below a control. */
export interface Evidence {
  kind: 'seen' | 'problem' | 'waiver' | 'remark' | 'check';
  /** `pg_hba.conf:12`; for what was seen in a file, problems and waivers of problems. */
  place?: string;
  text: string;
  rule?: string | undefined;
  /** The page of the rule. */
  url?: string;
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
  of({ status, seen, problems, waivers, remarks, check }: AuditedControl): Evidence[] {
    const evidence: Evidence[] = problems.map((problem) => ({
      kind: 'problem',
      place: this.#place(problem),
      text: visible(messageWithTargets(problem)),
      rule: problem.ruleId,
      url: problem.url,
    }));
    for (const { problem, rule, reason } of waivers) {
      const place = problem === undefined ? {} : { place: this.#place(problem) };
      evidence.push({ kind: 'waiver', ...place, text: visible(reason), rule });
    }
    for (const remark of remarks) evidence.push({ kind: 'remark', text: visible(remark) });
    for (const { text, file, line } of seen) {
      const place = file === undefined ? {} : { place: `${this.shown(file)}:${line}` };
      evidence.push({ kind: 'seen', ...place, text: visible(text) });
    }
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
export function clusterTexts({ clusters }: AuditReport): string[] {
  return clusters.map(({ path, target, because }) => `${path}, read as PostgreSQL ${target} (${because})`);
}

/** The files that were read, with their hashes: `pg_hba.conf sha256:…`. */
export function fileTexts({ clusters }: AuditReport): string[] {
  const files = clusters.flatMap((cluster) => cluster.files.map(({ path, sha256 }) => `${path} sha256:${sha256}`));
  return [...new Set(files)];
}

/** Which edition of the benchmark, and its date where it is known. */
export function editionText({ benchmark: { edition, published } }: AuditReport): string {
  return `${edition}, ${published === undefined ? 'date of publication not known' : `published ${published}`}`;
}

/** A line of evidence: `log_connections = on (conf.d/20-logging.conf:6)`. */
export function evidenceText({ kind, place, text, rule }: Evidence): string {
  const from = rule === undefined ? '' : ` (${rule})`;
  if (kind === 'seen') return place === undefined ? text : `${text} (${place})`;
  if (kind === 'problem') return `${place}: ${text}${from}`;
  if (kind === 'waiver') return `${place === undefined ? 'waived' : `waived at ${place}`}: ${text}${from}`;
  return `${kind === 'check' ? 'check on the server' : 'note'}: ${text}`;
}
