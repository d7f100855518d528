import type { Major } from '../../../catalog/majors.js';
import { nodeFileSystem, readRegularFile } from '../../../files/node-file-system.js';
import { relativePath, resolvePath, toCorePath } from '../../../files/paths.js';
import { leadsOutOfRepository } from '../../../linter/configuration/bounds.js';
import type { Problem } from '../../../linter/problem.js';
import { configure } from '../../../project/configured.js';
import { readSources } from '../../../project/sources.js';
import { today } from '../../../project/today.js';
import { Places } from '../../../report/places.js';
import { join, lineEnd, type Printable, printableJson } from '../../../report/printable.js';
import { readingWidth } from '../../../report/text/wrap.js';
import { compareDump } from '../../../upgrade/dump/compare.js';
import { type Dump, readDump } from '../../../upgrade/dump/sources.js';
import { type Shown, upgradeMarkdown, upgradeTable } from '../../../upgrade/report/text.js';
import { type ClusterUpgrade, compareMajors, lintFor, type UpgradeReport } from '../../../upgrade/upgrade.js';
import { CommandError, type Terminal } from '../../command.js';
import type { AskedConfig } from '../../config-options.js';
import { writeReport } from '../lint/reports.js';

/** What a person asked of `upgrade`. */
export interface UpgradeChoice extends AskedConfig {
  paths: string[];
  from: Major;
  to: Major;
  /** The file of a dump. */
  dump: string | undefined;
  fix: boolean;
  format: 'table' | 'json' | 'markdown';
  outputFile: string | undefined;
  followOutside: boolean;
}

/**
 * Compares, fixes where that is asked for, and reports what was found before fixing.
 *
 * @returns the exit code: 1 where something no longer loads and is not fixed
 * @throws CommandError where a path cannot be used or a file cannot be written
 */
export async function runUpgrade(choice: UpgradeChoice, terminal: Terminal): Promise<number> {
  const { rules } = await import('../../../../rules/index.js');
  const configured = await configure(rules, choice, terminal);
  const dump = choice.dump === undefined ? undefined : readDumpFile(choice.dump, terminal);
  const input = { ...choice, kind: undefined, stdin: false, stdinFilename: undefined, ignoreUnknown: false };
  // Who names a dump and no files asks about the dump alone.
  const read =
    dump !== undefined && choice.paths.length === 0 ? undefined : await readSources(input, configured, terminal);
  const [failure, ...lines] = read?.failures ?? [];
  if (failure !== undefined) throw new CommandError(failure, { lines });
  const day = today();
  const sources = read?.sources ?? [];
  const report = await compareMajors(sources, rules, choice, day);
  if (dump !== undefined) report.clusters.push(await compareDump(dump, rules, choice, day));
  const cwd = toCorePath(terminal.cwd);
  const places = new Places(lintFor(choice.to, [...sources, ...(dump?.sources ?? [])], rules, day), cwd);
  const parts = shownIn(places, dump, cwd);
  const text =
    choice.format === 'json'
      ? asJson(report, parts)
      : choice.format === 'markdown'
        ? upgradeMarkdown(report, parts)
        : upgradeTable(report, parts, readingWidth(choice.outputFile === undefined ? terminal.columns : 80));
  if (choice.outputFile === undefined) terminal.write(text);
  else await writeReport(choice.outputFile, text, terminal);
  const refused = (one: UpgradeReport) => one.clusters.some((cluster) => cluster.refused.length > 0);
  if (!choice.fix || read === undefined) return refused(report) ? 1 : 0;
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
  const isLeft = ({ isDump, refused: problems }: ClusterUpgrade) =>
    problems.some(({ ruleId }) => isDump === true || left.has(ruleId));
  return report.clusters.some(isLeft) ? 1 : 0;
}

/** How the report shows places: those of a dump by its own lines. */
function shownIn(places: Places, dump: Dump | undefined, cwd: string): Shown {
  const path = (file: string) => (file === dump?.name ? file : relativePath(file, cwd));
  const at = (file: string, line: number) => {
    const dumped = dump?.lineOf(file, line);
    return dumped === undefined ? `${path(file)}:${line}` : `${dump!.name}:${dumped}`;
  };
  return {
    path,
    place: (problem) => at(problem.file, places.of(problem).line),
    at: (item) => {
      if (item.line !== undefined) return `${dump!.name}:${item.line}`;
      if (item.at === undefined) return '';
      const { file, start } = item.at;
      return at(file.path, file.text.slice(0, start).split('\n').length);
    },
  };
}

/** @throws CommandError where the file cannot be read */
function readDumpFile(name: string, terminal: Terminal): Dump {
  const path = resolvePath(toCorePath(terminal.cwd), toCorePath(name));
  if (leadsOutOfRepository(path, nodeFileSystem))
    throw new CommandError(`${name} is a link that leads out of its repository, and is not read.`);
  try {
    const bytes = readRegularFile(path);
    return readDump(name, new TextDecoder('utf-8').decode(bytes));
  } catch (error) {
    throw new CommandError(`${name} cannot be read: ${(error as Error).message}.`);
  }
}

function asJson(report: UpgradeReport, { path, place, at: placeOf }: Shown): Printable {
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
    items: cluster.items.map((item) => ({
      id: item.id,
      major: item.major,
      phase: item.phase,
      change: item.change,
      place: placeOf(item) || null,
      advice: item.advice === '' ? null : item.advice,
    })),
    alreadyBroken: cluster.alreadyBroken,
  }));
  return join([printableJson({ from: report.from, to: report.to, clusters }, 2), lineEnd]);
}
