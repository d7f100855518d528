import { resolve } from 'node:path';
import { rules } from '../../../../rules/index.js';
import { nodeFileSystem } from '../../../files/node-file-system.js';
import { toCorePath } from '../../../files/paths.js';
import type { Configuration } from '../../../linter/configuration/configuration.js';
import { type LintRequest, type LintResult, type LintSource, lint } from '../../../linter/engine/lint.js';
import { Baselines } from '../../../project/baselines.js';
import type { RunCache } from '../../../project/cache/run-cache.js';
import { type Configured, configure } from '../../../project/configured.js';
import { type ReadSources, readSources } from '../../../project/sources.js';
import { today } from '../../../project/today.js';
import { say } from '../../../report/printable.js';
import { showingChanges } from '../../../report/reporter.js';
import { withColor } from '../../color-option.js';
import { type Command, CommandError, type Terminal } from '../../command.js';
import {
  kindsNotUsed,
  noRuleIsOn,
  nothingWasChecked,
  whatStandsOutside,
  whatWasNotJudged,
  whatWasNotRead,
} from './not-judged.js';
import { explainSources, progressOn, Stopwatch } from './observation.js';
import { type LintOptions, lintOptions, readLintOptions } from './options.js';
import { type ReportRequest, readReports, writeReports } from './reports.js';
import { rulesInForce } from './rules-in-force.js';
import { sayRecorded } from './say-recorded.js';

const usage = `pgconflint lint [paths, folders or globs] [options]

Checks PostgreSQL's configuration files. A folder is searched for pg_hba*.conf, pg_ident*.conf, pg_hosts*.conf
and postgresql*.conf (also with .sample), .gitignore is respected, and what the files include is read too;
also for YAML files of Kubernetes, Docker Compose, Patroni and CloudNativePG that hold such files or settings.
Without a path it takes the current folder.`;

const notes = '  Exit codes: 0 no errors, 1 errors, 2 the work could not be done.';

export const command: Command = {
  name: 'lint',
  summary: 'Check configuration files (the default command)',
  usage,
  options: lintOptions,
  notes,
  async run(args, given) {
    const options = readLintOptions(args);
    const terminal = withColor(given, options.color);
    if (!options.watch) return runOnce(options, terminal);
    if (options.stdin) throw new CommandError('--watch watches files; it cannot go together with --stdin.');
    const { watchAndRun } = await import('./watch.js');
    const written = [...options.formats, options.outputFile, options.cacheFile];
    return watchAndRun(() => runOnce(options, terminal), written, terminal);
  },
};

async function runOnce(options: LintOptions, terminal: Terminal): Promise<number> {
  const { presets, rules: entries, targets, releases, each, tests } = options;
  const over = { presets, rules: entries, targets, releases, each, tests };
  const configured = await configure(rules, { ...options, over }, terminal);
  const { configuration, work } = configured;
  // Whatever is wrong with the options or the configuration here is said before anything is read.
  const here = placeOf(toCorePath(resolve(terminal.cwd, options.paths[0] ?? '.')), toCorePath(terminal.cwd));
  const inForce = await work(() => configuration.inForceFor([here]));
  if (options.listRules) {
    const { writeList } = await import('./list-rules.js');
    writeList(options, inForce.rules, inForce.resolveConfig(here), terminal);
    return 0;
  }
  const reports = await readReports(options.formats, options.outputFile);
  const cache = await openCache(options, configuration, terminal);
  const read = await readSources(options, configured, terminal, cache);
  for (const sentence of kindsNotUsed(options)) terminal.writeError(say`pgconflint: ${sentence}\n`);
  for (const failure of read.failures) terminal.writeError(say`pgconflint: ${failure}\n`);
  // Without a file there is still a report: a pipeline that collects it expects the file.
  if (read.sources.length === 0 && read.failures.length > 0) return 2;
  const run = await lintAndFix(read, configured, options, terminal);
  const shown = options.quiet ? errorsOnly(run.result) : run.result;
  cache?.save();
  if (options.debug && cache !== undefined) terminal.writeError(say`pgconflint: ${cache.describe()}\n`);
  const paths = pathsOf(read.sources);
  const unread = whatWasNotRead(run.result, terminal);
  const unjudged = whatWasNotJudged(run.result, configuration);
  // A verdict on a part of what was asked for would pass for one on all of it.
  const isVerdict = read.failures.length + unread.length === 0 && unjudged === undefined;
  await writeReports(
    shown,
    run.hidesReport ? inFiles(reports) : reports,
    {
      cwd: terminal.cwd,
      rules: configuration.inForceFor(paths).rules,
      preset: rulesInForce(options, configuration, paths, terminal.cwd),
      beside: options.quiet || !isVerdict ? () => {} : terminal.writeError,
    },
    run.terminal,
  );
  const outside = whatStandsOutside(run.result, terminal);
  for (const sentence of [...unread, ...outside]) terminal.writeError(say`pgconflint: ${sentence}\n`);
  if (read.failures.length > 0 || unread.length > 0) return 2;
  if (unjudged === 'rules') throw new CommandError(noRuleIsOn);
  if (unjudged === 'files') terminal.writeError(say`pgconflint: ${nothingWasChecked}\n`);
  return run.exitCode ?? exitCode(run.result, options);
}

async function openCache(
  { cacheFile, fixes, formats }: LintOptions,
  configuration: Configuration,
  terminal: Terminal,
): Promise<RunCache | undefined> {
  if (cacheFile === undefined) return undefined;
  const { RunCache } = await import('../../../project/cache/run-cache.js');
  const writesFixes = fixes?.mode === 'write';
  const { cwd } = terminal;
  const tell = (sentence: string) => terminal.writeError(say`pgconflint: ${sentence}\n`);
  const showsChanges = fixes !== undefined || formats.some((format) => showingChanges.has(format.split('=')[0]!));
  return new RunCache({
    name: cacheFile,
    cwd,
    configuration,
    ownRules: rules,
    today: today(),
    writesFixes,
    showsChanges,
    say: tell,
  });
}

/** A file by which the configuration for a path is looked up; where nobody may look, that of the current folder. */
function placeOf(path: string, cwd: string): string {
  const kind = nodeFileSystem.kind(path);
  if (kind === 'directory') return `${path}/postgresql.conf`;
  return kind === 'file' ? path : `${cwd}/postgresql.conf`;
}

function pathsOf(sources: readonly LintSource[]): string[] {
  return sources.map(({ path }) => path);
}

/** What became of a run: what to report, and where. */
interface LintRun {
  result: LintResult;
  terminal: Terminal;
  /** Whether standard output has been used for something else. */
  hidesReport?: boolean;
  exitCode?: number | undefined;
}

async function lintAndFix(
  read: ReadSources,
  configured: Configured,
  options: LintOptions,
  terminal: Terminal,
): Promise<LintRun> {
  const { configuration, work } = configured;
  const { fixes, baseline, stats, debug } = options;
  const day = today();
  const baselines = await work(() => new Baselines(baseline, configuration, terminal.cwd));
  if (debug) terminal.writeError(await work(() => explainSources(read.sources, configuration, terminal, day)));
  const stopwatch = stats ? new Stopwatch() : undefined;
  const progress = progressOn(terminal);
  const lintSources = (sources: readonly LintSource[]): LintResult => lint(requestFor(sources));
  const requestFor = (sources: readonly LintSource[]): LintRequest => ({
    sources,
    ...configuration.inForceFor(pathsOf(sources)),
    baselineOf: baselines.recordedFor,
    fingerprints: baseline.mode === 'write' || baseline.mode === 'prune',
    measure: stopwatch?.measure,
    onProgress: progress.show,
    today: day,
  });
  const run = await fixOrLint();
  progress.end();
  if (stopwatch !== undefined) terminal.writeError(stopwatch.report());
  if (baseline.mode === 'use') {
    terminal.writeError(sayRecorded(run.result, baselines.countMissing()));
    for (const name of baselines.counted())
      terminal.writeError(
        say`pgconflint: ${name} counts problems, so a new one can take the place of an old one; --baseline-write records each.\n`,
      );
  }
  if (baseline.mode !== 'write' && baseline.mode !== 'prune') return run;
  for (const [file, { now, before }] of await baselines.update(run.result)) {
    const compared = before === undefined || before === now ? '' : ` (${before} before)`;
    terminal.writeError(say`pgconflint: ${file} records ${now} problem${now === 1 ? '' : 's'}${compared}.\n`);
  }
  // What has just been recorded is no reason to fail.
  return baseline.mode === 'write' ? { ...run, hidesReport: true, exitCode: 0 } : run;

  async function fixOrLint(): Promise<LintRun> {
    if (fixes === undefined) {
      const { sources } = read;
      const request = await work(() => requestFor(sources));
      const judged = await judgedInThreads(read, configured, options, request, terminal);
      return { result: await work(() => lintSources(judged ?? sources)), terminal };
    }
    const { fix } = await import('../../fix.js');
    return fix(read, lintSources, work, fixes, terminal);
  }
}

/** The clusters with what several threads found in them; undefined where one thread does it all. */
async function judgedInThreads(
  { sources, fileSystem, bounds, standardInput }: ReadSources,
  { work, ranCode }: Configured,
  { jobs, stats, debug, cacheFile, config, presets, rules, targets, releases }: LintOptions,
  request: LintRequest,
  terminal: Terminal,
): Promise<LintSource[] | undefined> {
  // Code of the project runs once; a stopwatch measures one thread; the cache watches what is read.
  if (jobs === 1 || sources.length < 2 || stats || standardInput !== undefined || cacheFile !== undefined)
    return undefined;
  const { judgeInThreads, threadsFor } = await import('./jobs/parallel.js');
  const threads = await threadsFor(jobs, sources.length);
  if (threads === 1) return undefined;
  if (ranCode()) return undefined;
  if (debug) terminal.writeError(say`pgconflint: ${threads} threads judge ${sources.length} clusters\n`);
  const over = { presets, rules, targets, releases };
  const run = { sources, fileSystem, bounds, threads, config, over, cwd: terminal.cwd };
  return judgeInThreads(run, request, work);
}

function inFiles(reports: readonly ReportRequest[]): ReportRequest[] {
  return reports.filter((report) => report.file !== undefined);
}

function errorsOnly(result: LintResult): LintResult {
  const files = result.files.map((file) => ({
    ...file,
    problems: file.problems.filter((problem) => problem.severity === 'error'),
  }));
  return { ...result, files };
}

function exitCode(result: LintResult, { maxWarnings }: LintOptions): number {
  const problems = result.files.flatMap((file) => file.problems);
  const warnings = problems.filter((problem) => problem.severity === 'warning').length;
  if (warnings < problems.length) return 1;
  return maxWarnings !== undefined && warnings > maxWarnings ? 1 : 0;
}
