import type { Location, Log, Result } from 'sarif';
import type { LintResult } from '../../linter/engine/lint.js';
import { Places } from '../../report/places.js';
import { join, lineEnd, type Printable, printableJson } from '../../report/printable.js';
import { artifact, location, rootOf, schemaUri } from '../../report/sarif-places.js';
import type { AuditedControl, AuditReport, AuditStatus } from '../audit.js';
import { type EvidenceReader, evidenceText } from './model.js';

/** SARIF's words for what became of a rule, here of a control (SARIF 2.1.0, 3.27.9). */
const kinds: Readonly<Record<AuditStatus, NonNullable<Result['kind']>>> = {
  pass: 'pass',
  partly: 'review',
  fail: 'fail',
  waived: 'fail',
  'not applicable': 'notApplicable',
  'not decidable': 'open',
};

/**
 * SARIF 2.1.0: each control is a rule (`cis-16/6.8`), and has one result of the kind that its status is, with the evidence as
 * its message and the places of problems and of what was seen.
 *
 * @param result the lint run that the audit rests on
 * @param cwd the folder that paths are relative to
 */
export function auditSarif(report: AuditReport, evidence: EvidenceReader, result: LintResult, cwd: string): Printable {
  const { benchmark, controls, version } = report;
  const places = new Places(result, cwd);
  const idOf = ({ id }: AuditedControl) => `${benchmark.name}/${id}`;
  const log: Log = {
    $schema: schemaUri,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'pgconflint',
            informationUri: 'https://github.com/pgconflint/pgconflint',
            semanticVersion: version,
            rules: controls.map((control) => ({
              id: idOf(control),
              shortDescription: { text: control.title },
              properties: { group: control.group, layer: control.layer, rules: control.judgedBy },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: rootOf(cwd),
        invocations: [{ executionSuccessful: true }],
        results: controls.map((control, index) => makeResult(control, idOf(control), index)),
        properties: { benchmark: benchmark.title, edition: benchmark.edition, date: report.date },
      },
    ],
  };
  return join([printableJson(log, 2), lineEnd]);

  function makeResult(control: AuditedControl, ruleId: string, ruleIndex: number): Result {
    const lines = evidence.of(control).map(evidenceText);
    const kind = kinds[control.status];
    return {
      ruleId,
      ruleIndex,
      kind,
      level: kind === 'fail' ? 'error' : 'none',
      message: { text: [`${control.title}: ${control.status}`, ...lines].join('\n') },
      locations: placesOf(control),
      ...(control.status === 'waived' ? { suppressions: [{ kind: 'external', status: 'accepted' }] } : {}),
      properties: { status: control.status },
    };
  }

  function placesOf({ problems, seen }: AuditedControl): Location[] {
    if (problems.length > 0) return problems.map((problem) => location(problem, places));
    return seen.flatMap(({ file, line }) =>
      file === undefined || line === undefined
        ? []
        : [{ physicalLocation: { artifactLocation: artifact(file, places), region: { startLine: line } } }],
    );
  }
}
