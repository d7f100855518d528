import type { Fix, Log, ReportingDescriptor, Result } from 'sarif';
import { defaultSeverity } from '../linter/configuration/presets.js';
import type { LintResult } from '../linter/engine/lint.js';
import { ruleUrl } from '../linter/pages.js';
import type { Edit, Problem } from '../linter/problem.js';
import type { Rule } from '../linter/rule.js';
import type { Suppression } from '../linter/suppressions/suppressions.js';
import { fingerprints } from './fingerprints.js';
import { Places } from './places.js';
import { join, lineEnd, printableJson } from './printable.js';
import type { Reporter } from './reporter.js';
import { artifact, location, region, rootOf, schemaUri } from './sarif-places.js';
import { messageWithTargets } from './wording.js';

/** SARIF 2.1.0: rules, results with regions, related places, fixes, suppressions and fingerprints. */
export const sarif: Reporter = (result, { cwd, rules, version }) => {
  const found = [
    ...result.files.flatMap((file) => file.problems.map((problem) => ({ problem, suppression: undefined }))),
    ...result.files.flatMap((file) => file.suppressed),
    ...result.files.flatMap((file) => file.recorded.map((problem) => ({ problem, suppression: 'baseline' as const }))),
  ];
  const places = new Places(result, cwd);
  const prints = fingerprints(
    found.map(({ problem }) => problem),
    places,
  );
  const known = describedRules(rules, found);
  const indexes = new Map(known.map((rule, index) => [rule.id, index]));
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
            rules: known,
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: rootOf(cwd),
        invocations: [{ executionSuccessful: true }],
        artifacts: result.files.map((file) => ({ location: artifact(file.path, places), sourceLanguage: 'pgconf' })),
        results: found.map(({ problem, suppression }) => ({
          ...makeResult(problem, places, prints.get(problem)!, indexes.get(problem.ruleId)),
          suppressions: suppression === undefined ? [] : [suppressed(suppression, result, places)],
        })),
      },
    ],
  };
  return join([printableJson(log, 2), lineEnd]);
};

/** The rules that could have run, and those of the engine that reported something. */
function describedRules(rules: readonly Rule[], found: readonly { problem: Problem }[]): ReportingDescriptor[] {
  const described = rules.map((rule): ReportingDescriptor => {
    const controls = (rule.meta.controls ?? []).map((control) => `${control.benchmark}/${control.id}`);
    return {
      id: rule.id,
      name: rule.id,
      shortDescription: { text: rule.meta.summary },
      fullDescription: { text: `${rule.meta.summary}.` },
      helpUri: ruleUrl(rule),
      help: { text: `${rule.meta.summary}. ${ruleUrl(rule)}`, markdown: `[${rule.meta.summary}](${ruleUrl(rule)})` },
      defaultConfiguration: { level: defaultSeverity(rule) },
      properties: { category: rule.meta.category, tags: [rule.meta.category, ...controls] },
    };
  });
  const ids = new Set(described.map((rule) => rule.id));
  for (const { problem } of found) {
    if (ids.has(problem.ruleId)) continue;
    ids.add(problem.ruleId);
    described.push({ id: problem.ruleId, shortDescription: { text: problem.ruleId }, helpUri: problem.url });
  }
  return described;
}

function makeResult(problem: Problem, places: Places, print: string, ruleIndex: number | undefined): Result {
  const { ruleId, severity, related, fix } = problem;
  return {
    ruleId,
    ruleIndex,
    level: severity,
    message: { text: messageWithTargets(problem) },
    locations: [location(problem, places)],
    relatedLocations: related.map((other, index) => ({
      ...location(other, places),
      id: index + 1,
      message: { text: other.message },
    })),
    fixes: fix === undefined ? undefined : [makeFix(fix.title, fix.edits, places)],
    partialFingerprints: { 'pgconflintProblem/v1': print },
    properties: {
      messageId: problem.messageId,
      headline: problem.headline,
      ...(problem.why === undefined ? {} : { why: problem.why }),
      ...(problem.help === undefined ? {} : { help: problem.help }),
      ...(fix === undefined ? {} : { fixSafety: fix.safety }),
      ...(problem.targets === undefined ? {} : { postgres: problem.targets }),
    },
  };
}

function makeFix(title: string, edits: readonly Edit[], places: Places): Fix {
  const files = [...new Set(edits.map((edit) => edit.file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(file, places),
      replacements: edits
        .filter((edit) => edit.file === file)
        .map((edit) => ({
          deletedRegion: region(edit, places),
          insertedContent: { text: edit.text },
        })),
    })),
  };
}

function suppressed(suppression: Suppression | 'baseline', result: LintResult, places: Places) {
  if (suppression === 'baseline') return { kind: 'external' as const, status: 'accepted' as const };
  const known = result.files.some((file) => file.path === suppression.file);
  return {
    kind: 'inSource' as const,
    status: 'accepted' as const,
    justification: suppression.reason,
    location: known
      ? {
          physicalLocation: {
            artifactLocation: artifact(suppression.file, places),
            region: region(suppression, places),
          },
        }
      : undefined,
  };
}
