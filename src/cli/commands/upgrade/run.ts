import type { Major } from '../../../catalog/majors.js';
import type { Place } from '../../../cluster/types.js';
import { relativePath, toCorePath } from '../../../files/paths.js';
import type { Problem } from '../../../linter/problem.js';
import { configure } from '../../../project/configured.js';
import { readSources } from '../../../project/sources.js';
import { today } from '../../../project/today.js';
import { Places } from '../../../report/places.js';
import { join, lineEnd, type Printable, printableJson } from '../../../report/printable.js';
import { readingWidth } from '../../../report/text/wrap.js';
import { type Shown, upgradeMarkdown, upgradeTable } from '../../../upgrade/report/text.js';
import { compareMajors, lintFor, type UpgradeReport } from '../../../upgrade/upgrade.js';
import { CommandError, type Terminal } from '../../command.js';
import type { AskedConfig } from '../../config-options.js';
import { writeReport } from '../lint/reports.js';

/** What a person asked of `upgrade`. */
export interface UpgradeChoice extends AskedConfig {
  paths: string[];
  from: Major;
  to: Major;
  fix: boolean;
  format: 'table' | 'json' | 'markdown';
  outputFile: string | undefined;
  followOutside: boolean;
}

/**
 * Compares, mends where that is asked for, and reports what was found before mending.
 *
 * @returns the exit code: 1 where something no longer loads and is not mended
 * @throws CommandError where a path cannot be used or a file cannot be written
 */
export async function runUpgrade(choice: UpgradeChoice, terminal: Terminal): Promise<number> {
  const { rules } = await import('../../../../rules/index.js');
  const configured = await configure(rules, choice, terminal);
  const input = { ...choice, kind: undefined, stdin: false, stdinFilename: undefined, ignoreUnknown: false };
  const read = await readSources(input, configured, terminal);
  const [failure, ...lines] = read.failures;
  if (failure !== undefined) throw new CommandError(failure, { lines });
  const day = today();
  const report = await compareMajors(read.sources, rules, choice, day);
  const result = lintFor(choice.to, read.sources, rules, day);
  const cwd = toCorePath(terminal.cwd);
  const places = new Places(result, cwd);
  const shown = (path: string) => relativePath(path, cwd);
  const place = (problem: Problem) => `${shown(problem.file)}:${places.of(problem).line}`;
  const range = ({ file, start }: Place) => `${shown(file.path)}:${file.text.slice(0, start).split('\n').length}`;
  const parts = { path: shown, place, range };
  const text =
    choice.format === 'json'
      ? asJson(report, parts)
      : choice.format === 'markdown'
        ? upgradeMarkdown(report, parts)
        : upgradeTable(report, parts, readingWidth(choice.outputFile === undefined ? terminal.columns : 80));
  if (choice.outputFile === undefined) terminal.write(text);
  else await writeReport(choice.outputFile, text, terminal);
  const refused = (one: UpgradeReport) => one.clusters.some((cluster) => cluster.refused.length > 0);
  if (!choice.fix) return refused(report) ? 1 : 0;
  const { fix } = await import('../../fix.js');
  // What was wrong before the upgrade is left alone.
  const ours = new Set(
    report.clusters.flatMap(({ refused, changed, deprecated }) =>
      [...refused, ...changed, ...deprecated].map(({ ruleId }) => ruleId),
    ),
  );
  const lintSources = (sources: Parameters<typeof lintFor>[1]) => {
    const found = lintFor(choice.to, sources, rules, day);
    const files = found.files.map((file) => ({
      ...file,
      problems: file.problems.filter(({ ruleId }) => ours.has(ruleId)),
    }));
    return { ...found, files };
  };
  const fixed = await fix(read, lintSources, configured.work, { level: 'safe', mode: 'write' }, terminal);
  const left = new Set(fixed.result.files.flatMap((file) => file.problems.map((problem) => problem.ruleId)));
  return report.clusters.some((cluster) => cluster.refused.some((problem) => left.has(problem.ruleId))) ? 1 : 0;
}

function asJson(report: UpgradeReport, { path, place, range }: Shown): Printable {
  const problem = (one: Problem) => ({
    place: place(one),
    rule: one.ruleId,
    message: one.message,
    fix: one.fix?.title ?? null,
  });
  const clusters = report.clusters.map((cluster) => ({
    path: path(cluster.path),
    refused: cluster.refused.map(problem),
    changed: cluster.changed.map(problem),
    deprecated: cluster.deprecated.map(problem),
    defaults: cluster.defaults,
    items: cluster.items.map(({ id, major, phase, change, at, advice }) => ({
      id,
      major,
      phase,
      change,
      place: at === undefined ? null : range(at),
      advice: advice === '' ? null : advice,
    })),
    alreadyBroken: cluster.alreadyBroken,
  }));
  return join([printableJson({ from: report.from, to: report.to, clusters }, 2), lineEnd]);
}
