import type { Major } from '../catalog/majors.js';
import type { RuleEntry } from '../linter/configuration/rule-entries.js';
import { type FileResult, lint as lintSources } from '../linter/engine/lint.js';
import { type FixLevel, fixAll } from '../linter/fixes.js';
import { Baselines } from '../project/baselines.js';
import { configure } from '../project/configured.js';
import { readSources } from '../project/sources.js';
import { today } from '../project/today.js';
import { reporters, wholeText } from '../report/reporter.js';
import type { FileKind } from '../syntax/nodes.js';

export interface LintOptions {
  /** The folder that paths are relative to; the current one. */
  cwd?: string;
  /** A configuration file in place of those that are found. */
  config?: string;
  /** Whether configurations and plugins that are code may run; false. */
  code?: boolean;
  /** In place of the presets that configurations name. */
  presets?: readonly string[];
  /** Over those of configurations. */
  rules?: Readonly<Record<string, RuleEntry>>;
  postgres?: readonly Major[];
  /** Whether files in folders of tests are judged like all others; left to configurations where it is left out. */
  tests?: boolean;
  /** The kind of the files, where their names do not tell. */
  kind?: FileKind;
  /** Which fixes to apply; nothing is written: `texts` has what comes out. */
  fix?: FixLevel;
  /** A baseline in place of the nearest one; false for none. */
  baseline?: string | false;
  followOutside?: boolean;
}

export interface LintReport {
  /** Every file that was checked, by path, with its problems in the order of the text. */
  files: FileResult[];
  targets: Major[];
  /** What could not be read, each one plain sentence. */
  failures: string[];
  /** The new texts of the files that fixes changed, by absolute path. */
  texts: Map<string, string>;
  /** Makes a report as `--format` does. */
  format(name: string): Promise<string>;
}

/**
 * Checks configuration files, as the command line does. Writes nothing.
 *
 * @param paths files, folders or globs
 * @throws ProjectError for whatever a person must put right: a configuration, a rule that throws
 */
export async function lint(paths: string | readonly string[], options: LintOptions = {}): Promise<LintReport> {
  const { rules } = await import('../../rules/index.js');
  const cwd = options.cwd ?? process.cwd();
  const surroundings = { cwd, readStandardInput: async () => new Uint8Array() };
  const over = {
    presets: options.presets,
    rules: options.rules ?? {},
    targets: options.postgres,
    tests: options.tests,
  };
  const configured = await configure(
    rules,
    { config: options.config, allowCode: options.code === true, over },
    surroundings,
  );
  const { configuration, work } = configured;
  const read = await readSources(
    {
      paths: typeof paths === 'string' ? [paths] : [...paths],
      kind: options.kind,
      stdin: false,
      stdinFilename: undefined,
      followOutside: options.followOutside ?? false,
      ignoreUnknown: false,
    },
    configured,
    surroundings,
  );
  const { baseline } = options;
  const file = typeof baseline === 'string' ? baseline : undefined;
  const baselines = await work(
    () => new Baselines({ file, mode: baseline === false ? 'none' : 'use' }, configuration, cwd),
  );
  const day = today();
  const relint = (texts: ReadonlyMap<string, string>) => {
    const sources = texts.size === 0 ? read.sources : read.withTexts(texts);
    const inForce = configuration.inForceFor(sources.map(({ path }) => path));
    const result = lintSources({
      sources,
      ...inForce,
      baselineOf: baselines.recordedFor,
      today: day,
    });
    return { result, problems: result.files.flatMap((each) => each.problems) };
  };
  const textOf = (path: string) => read.fileSystem.read(path)?.text ?? '';
  const { result, texts } = await work(() => {
    if (options.fix === undefined) return { result: relint(new Map()), texts: new Map<string, string>() };
    return fixAll(relint, textOf, options.fix);
  });
  return {
    ...result.result,
    failures: read.failures,
    texts,
    async format(name) {
      const load = reporters[name];
      if (load === undefined)
        throw new Error(`There is no format “${name}”; the formats are ${Object.keys(reporters).join(', ')}.`);
      const reporter = await load();
      const { version } = await import('../project/generated/version.js');
      const text = await reporter(result.result, {
        cwd,
        color: false,
        columns: 80,
        rules: configuration.inForceFor(read.sources.map(({ path }) => path)).rules,
        version,
      });
      return wholeText(text);
    },
  };
}
