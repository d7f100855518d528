import type { SourceFile } from '../../cluster/types.js';
import type { ResolvedConfig } from '../configuration/config.js';
import { activeSeverity, makeProblem } from '../engine/make-problem.js';
import { didYouMean, nearest } from '../nearest.js';
import type { Problem } from '../problem.js';
import type { Report, Rule } from '../rule.js';
import type { SuppressionUse } from './apply-suppressions.js';
import { nameRemoval, reasonToFill, removal, respelling, unsafeRemoval } from './suppression-edits.js';
import type { FileSuppressions, SuppressedRule, Suppression } from './suppressions.js';

/** What the reports on the suppressions of a file need to know. */
export interface SuppressionReportRequest {
  file: SourceFile;
  uses: readonly SuppressionUse[];
  malformed: FileSuppressions['malformed'];
  /** Every rule there is, the ones of the group `suppressions` among them. */
  rules: readonly Rule[];
  config: ResolvedConfig;
}

/**
 * Judges the suppressions of a file after all rules have run: the rules of the group `suppressions`.
 *
 * @returns problems in no particular order; nothing keeps them quiet but the configuration
 */
export function reportSuppressions(request: SuppressionReportRequest): Problem[] {
  const { file, uses, malformed, rules, config } = request;
  const problems: Problem[] = [];
  const cluster = { files: [file] };
  const say = (id: string, report: Report): void => {
    const severity = activeSeverity(config.rules.get(id));
    const rule = rules.find((candidate) => candidate.id === id);
    if (severity !== undefined && rule !== undefined) problems.push(makeProblem(rule, report, cluster, severity));
  };
  const known = new Set(rules.map((rule) => rule.id));
  for (const use of uses) {
    const { suppression } = use;
    const at = { file, start: suppression.start, end: suppression.end };
    if (use.expired) say('suppressions/expired', expired(file, suppression));
    else for (const report of unused(file, use, known, config)) say('suppressions/unused', report);
    if (suppression.reason === undefined) {
      const kind = suppression.kind === 'block' ? 'disable' : `disable-${suppression.kind}`;
      const names = suppression.rules.map(({ id }) => `${id} `).join('');
      say('suppressions/require-reason', {
        messageId: 'missing',
        data: { kind, rules: names },
        at,
        fix: unsafeRemoval(file, suppression, 'what it suppresses is reported again'),
        suggestions: [{ title: 'Write a reason', edits: [reasonToFill(file, suppression)] }],
      });
    }
    if (suppression.expiryError !== undefined) {
      const fix =
        suppression.expiryRepair === undefined
          ? unsafeRemoval(file, suppression, 'what it suppresses is reported again')
          : respelling(file, suppression.expiryRepair);
      say('suppressions/malformed', { messageId: 'expiry', data: { reason: suppression.expiryError }, at, fix });
    }
    for (const name of suppression.rules) {
      if (!known.has(name.id)) say('suppressions/unknown-rule', unknown(file, suppression, name, known));
    }
  }
  for (const comment of malformed) {
    const { start, end, message, repair } = comment;
    const fix =
      repair === undefined ? unsafeRemoval(file, comment, 'it keeps nothing quiet') : respelling(file, repair);
    const suggestions = repair === undefined ? [] : [withoutSafety(removal(file, comment))];
    const at = { file, start, end };
    say('suppressions/malformed', { messageId: 'malformed', data: { reason: message }, at, fix, suggestions });
  }
  return problems;
}

function withoutSafety({ title, edits }: NonNullable<Report['fix']>): NonNullable<Report['suggestions']>[number] {
  return { title, edits };
}

function expired(file: SourceFile, suppression: Suppression): Report {
  const { start, end, until } = suppression;
  const fix = removal(file, suppression);
  return { messageId: 'expired', data: { until: until! }, at: { file, start, end }, fix, tags: ['unnecessary'] };
}

function unused(
  file: SourceFile,
  { suppression, problems, unusedRules }: SuppressionUse,
  known: ReadonlySet<string>,
  config: ResolvedConfig,
): Report[] {
  const { start, end, rules } = suppression;
  if (rules.length === 0) {
    if (problems.length > 0) return [];
    const fix = removal(file, suppression);
    return [{ messageId: 'nothing', at: { file, start, end }, fix, tags: ['unnecessary'] }];
  }
  const reportsOff = config.rules.get('suppressions/unused')?.options['rulesThatAreOff'] === true;
  const isOff = ({ id }: SuppressedRule) => activeSeverity(config.rules.get(id)) === undefined;
  const idle = rules.filter(
    (rule) => unusedRules.includes(rule.id) && known.has(rule.id) && (reportsOff || !isOff(rule)),
  );
  // Rules that do not exist are another rule's matter, but one that is off here is known to it by its name alone.
  const unknownOff = reportsOff ? rules.filter((rule) => !known.has(rule.id)) : [];
  return [...idle, ...unknownOff].map(
    (rule): Report => ({
      messageId: isOff(rule) ? 'off' : 'rule',
      data: { rule: rule.id },
      at: { file, start: rule.start, end: rule.end },
      fix: {
        title: `Remove ${rule.id} from the comment`,
        safety: 'safe',
        edits: [nameRemoval(file, suppression, rule)],
      },
      tags: ['unnecessary'],
    }),
  );
}

function unknown(file: SourceFile, suppression: Suppression, name: SuppressedRule, known: ReadonlySet<string>): Report {
  const { start, end, id } = name;
  const guess = nearest(id, known);
  const edits = [nameRemoval(file, suppression, name)];
  return {
    messageId: 'unknown',
    data: { rule: id, guess: didYouMean(id, known) },
    at: { file, start, end },
    fix: { title: `Remove ${id} from the comment`, safety: 'unsafe', edits },
    suggestions:
      guess === undefined ? [] : [{ title: `Write ${guess}`, edits: [{ at: file, start, end, text: guess }] }],
  };
}
