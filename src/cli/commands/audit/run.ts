import { type AuditReport, audit } from '../../../audit/audit.js';
import type { Benchmark } from '../../../catalog/benchmarks/types.js';
import type { Major } from '../../../catalog/majors.js';
import { toCorePath } from '../../../files/paths.js';
import { type LintResult, lint } from '../../../linter/engine/lint.js';
import { targetsOf } from '../../../linter/engine/target-choice.js';
import { configure } from '../../../project/configured.js';
import { readSources } from '../../../project/sources.js';
import { today } from '../../../project/today.js';
import { CommandError, type Terminal } from '../../command.js';
import type { AskedConfig } from '../../config-options.js';
import { reasonForTarget, shownCluster } from './clusters.js';

/** What a person asked of `audit`. */
export interface AuditChoice extends AskedConfig {
  paths: string[];
  followOutside: boolean;
  /** `--postgres`. */
  targets: readonly Major[] | undefined;
}

/**
 * Lints clusters with the preset of a benchmark and sorts what comes out by its controls.
 *
 * @throws CommandError where a path or a configuration cannot be used
 */
export async function runAudit(
  benchmark: Benchmark,
  choice: AuditChoice,
  terminal: Terminal,
): Promise<{ report: AuditReport; result: LintResult }> {
  const { rules: own } = await import('../../../../rules/index.js');
  const { version } = await import('../../../project/generated/version.js');
  const targets = choice.targets ?? (benchmark.major === undefined ? undefined : [benchmark.major]);
  // A benchmark is held against whatever a person names.
  const over = { presets: [benchmark.name], targets, tests: true };
  const configured = await configure(own, { ...choice, over }, terminal);
  const { configuration, work } = configured;
  const input = { ...choice, kind: undefined, stdin: false, stdinFilename: undefined, ignoreUnknown: false };
  const read = await readSources(input, configured, terminal);
  const [failure, ...lines] = read.failures;
  if (failure !== undefined) throw new CommandError(failure, { lines });
  const date = today();
  return work(() => {
    const { rules, resolveConfig } = configuration.inForceFor(read.sources.map(({ path }) => path));
    // A benchmark is met or not by one server: where nothing tells the major, it is the default.
    const sources = read.sources.map((source) => ({
      ...source,
      targets: targetsOf(source, resolveConfig),
      oneOfTargets: undefined,
    }));
    const result = lint({ sources, rules, resolveConfig, today: date, each: true });
    const clusters = read.sources.flatMap((source) =>
      targetsOf(source, resolveConfig).map((target) => ({
        source,
        cluster: source.load(target),
        config: resolveConfig(source.path),
      })),
    );
    const controls = audit(benchmark, rules, result, clusters);
    const cwd = toCorePath(terminal.cwd);
    const shown = clusters.map(({ source, cluster, config }) =>
      shownCluster(source, cluster, reasonForTarget(source, config, choice.targets, benchmark), cwd),
    );
    return { result, report: { benchmark, date, version, clusters: shown, controls } };
  });
}
