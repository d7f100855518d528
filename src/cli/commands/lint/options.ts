import {
  defaultMajor,
  type Major,
  majorsText,
  parseTarget,
  type Releases,
  releasesOf,
  type WrittenTarget,
} from '../../../catalog/majors.js';
import type { FixLevel } from '../../../linter/fixes.js';
import type { BaselineOptions } from '../../../project/baselines.js';
import { defaultFormat, reporters } from '../../../report/reporter.js';
import { fileKinds } from '../../../syntax/kinds.js';
import type { FileKind } from '../../../syntax/nodes.js';
import { readArguments } from '../../arguments.js';
import { colorOption } from '../../color-option.js';
import { CommandError } from '../../command.js';
import { type AskedConfig, configOptions, readConfigChoice } from '../../config-options.js';
import type { Options } from '../../options.js';

const formats = Object.keys(reporters);

/** The options of `lint`. */
export const lintOptions = {
  postgres: {
    heading: 'What is checked',
    value: 'MAJOR[,MAJOR]',
    multiple: true,
    words: 'majors',
    text: `the majors that it must work on, for instance 16 or 14,18; 16.14 where the minor release is known (default: what the files tell, else ${defaultMajor})`,
  },
  preset: {
    value: 'NAME[,NAME]',
    multiple: true,
    words: 'presets',
    mayBeEmpty: true,
    text: 'correctness, recommended (default), strict, all, or a benchmark such as cis-18',
  },
  rule: {
    value: "'ID: SEVERITY'",
    multiple: true,
    words: 'rules',
    text: `off, warning or error; with options: 'ID: [error, {"option": 1}]'; can be repeated`,
  },
  ...configOptions,
  kind: {
    value: 'KIND',
    words: fileKinds,
    text: `${fileKinds.slice(0, -1).join(', ')} or ${fileKinds.at(-1)}, where file names do not show the kind`,
  },
  'follow-outside': { text: 'also read files outside the current folder and the folders given' },
  'ignore-unknown': {
    text: "for hooks, which name whatever changed: ignore files that are not PostgreSQL's, and judge those for tests as in a folder",
  },
  stdin: { text: 'check standard input' },
  'stdin-filename': { value: 'PATH', text: 'the name that standard input goes by; the files around it are read too' },
  format: {
    heading: 'What is printed',
    value: 'NAME[=FILE]',
    short: 'f',
    multiple: true,
    words: formats,
    text: `${formats.slice(0, -1).join(', ')} or ${formats.at(-1)} (default: ${defaultFormat}); with a file it goes there; can be repeated`,
  },
  'output-file': { value: 'FILE', short: 'o', text: 'where the report goes that has no file of its own' },
  ...colorOption,
  quiet: { short: 'q', text: 'errors only' },
  each: { text: 'a problem for each place, also where several places have one cause' },
  tests: { text: 'judge files in folders of tests and of the work of others (test, fixtures, vendor) like all others' },
  watch: { text: 'check again whenever a file below the current folder changes, until interrupted' },
  stats: { text: 'the time that reading and each rule took, on standard error' },
  debug: { text: 'which configurations and targets hold for each cluster, and why, on standard error' },
  'list-rules': { text: 'the rules with their severity in force, and stop; with --format json for other programs' },
  fix: { heading: 'What is fixed', text: 'apply the safe fixes and write the files' },
  'unsafe-fixes': {
    text: 'with --fix, --fix-dry-run or --diff: also those that change who gets in or how it runs',
  },
  'fix-dry-run': { text: 'report as if it were fixed; write nothing' },
  diff: { text: 'print what --fix would change; exit with 1 where it would change anything' },
  'baseline-write': {
    heading: 'Baseline',
    text: "record today's problems, each by its rule, its record or setting and the major, in pgconflint-baseline.json; later runs, and the editor, report only what is new",
  },
  baseline: { value: 'FILE', text: 'this baseline in place of the nearest one above a file' },
  'baseline-prune': { text: 'take out of the baseline what is gone' },
  'no-baseline': { text: 'report everything' },
  jobs: {
    heading: 'Performance',
    value: 'N',
    text: 'judge in N threads; auto (the default) takes one a core from 500 clusters on',
  },
  cache: { text: 'keep what was found in .pgconflint-cache, and judge only clusters in which anything changed' },
  'cache-file': { value: 'FILE', text: 'the same, in this file' },
  'max-warnings': {
    heading: 'Exit status',
    value: 'N',
    text: 'exit with 1 where there are more warnings than that',
  },
} as const satisfies Options;

/** What to do with fixes. */
export interface FixOptions {
  level: FixLevel;
  /** write: into the files. report: only the report shows what it would be. diff: print what would change. */
  mode: 'write' | 'report' | 'diff';
}

/** What a person asked of `lint`, checked. */
export interface LintOptions extends AskedConfig {
  paths: string[];
  kind: FileKind | undefined;
  targets: Major[] | undefined;
  /** The releases of targets that were written with their minor. */
  releases: Releases | undefined;
  presets: string[] | undefined;
  rules: Record<string, unknown>;
  formats: string[];
  outputFile: string | undefined;
  fixes: FixOptions | undefined;
  baseline: BaselineOptions;
  /** The file in which results are kept from run to run; undefined where none are. */
  cacheFile: string | undefined;
  watch: boolean;
  /** How many threads judge. */
  jobs: number | 'auto';
  stats: boolean;
  debug: boolean;
  /** The value of `--color`, as written. */
  color: string | undefined;
  quiet: boolean;
  /** Whether each place gets a problem of its own; undefined leaves it to the configuration. */
  each: true | undefined;
  /** Whether what is there for tests is judged like everything else; undefined leaves it to the configuration. */
  tests: true | undefined;
  maxWarnings: number | undefined;
  stdin: boolean;
  stdinFilename: string | undefined;
  listRules: boolean;
  followOutside: boolean;
  ignoreUnknown: boolean;
}

/** The name that a cache goes by where nobody gives it another. */
const cacheName = '.pgconflint-cache';

/**
 * Reads the arguments of `lint`.
 *
 * @throws CommandError for the first one that does not fit
 */
export function readLintOptions(args: string[]): LintOptions {
  const { values, positionals } = readArguments(args, lintOptions);
  const stdinFilename = values['stdin-filename'];
  const stdin = values.stdin === true || stdinFilename !== undefined;
  if (stdin && positionals.length > 0) throw new CommandError('With --stdin no paths can be given.');
  return {
    paths: positionals,
    ...readConfigChoice(values),
    kind: readKind(values.kind),
    targets: values.postgres === undefined ? undefined : readTargets(values.postgres),
    releases: values.postgres === undefined ? undefined : releasesOf(readWrittenTargets(values.postgres)),
    presets: values.preset === undefined ? undefined : splitList(values.preset),
    rules: readRules(values.rule ?? []),
    formats: values.format ?? [],
    outputFile: values['output-file'],
    fixes: readFixes(values),
    baseline: readBaseline(values),
    cacheFile: values['cache-file'] ?? (values.cache === true ? cacheName : undefined),
    watch: values.watch === true,
    jobs: readJobs(values.jobs),
    stats: values.stats === true,
    debug: values.debug === true,
    color: values.color,
    quiet: values.quiet === true,
    each: values.each === true ? true : undefined,
    tests: values.tests === true ? true : undefined,
    maxWarnings: readCount('--max-warnings', values['max-warnings']),
    stdin,
    stdinFilename,
    listRules: values['list-rules'] === true,
    followOutside: values['follow-outside'] === true,
    ignoreUnknown: values['ignore-unknown'] === true,
  };
}

/**
 * Reads `--postgres`: one major or several, separated by commas.
 *
 * @throws CommandError where one is no major that pgconflint knows
 */
export function readTargets(values: readonly string[], option = '--postgres'): Major[] {
  return [...new Set(readWrittenTargets(values, option).map(({ major }) => major))].sort((a, b) => a - b);
}

function readWrittenTargets(values: readonly string[], option = '--postgres'): WrittenTarget[] {
  return splitList(values).map((text) => {
    const target = parseTarget(text);
    if (target !== undefined) return target;
    throw new CommandError(
      `“${text}” is not a major version that can be checked; they are ${majorsText}, for instance ${option} 16.`,
    );
  });
}

function readBaseline(values: {
  baseline?: string;
  'baseline-write'?: boolean;
  'baseline-prune'?: boolean;
  'no-baseline'?: boolean;
}): BaselineOptions {
  const modes = [
    ['--baseline-write', values['baseline-write'], 'write'],
    ['--baseline-prune', values['baseline-prune'], 'prune'],
    ['--no-baseline', values['no-baseline'], 'none'],
  ] as const;
  const asked = modes.filter(([, value]) => value === true);
  if (asked.length > 1) {
    throw new CommandError(`${asked.map(([name]) => name).join(' and ')} exclude each other; write one of them.`);
  }
  return { file: values.baseline, mode: asked[0]?.[2] ?? 'use' };
}

function readFixes(values: {
  fix?: boolean;
  'unsafe-fixes'?: boolean;
  'fix-dry-run'?: boolean;
  diff?: boolean;
}): FixOptions | undefined {
  const level: FixLevel = values['unsafe-fixes'] === true ? 'unsafe' : 'safe';
  const modes = [
    ['--fix', values.fix, 'write'],
    ['--fix-dry-run', values['fix-dry-run'], 'report'],
    ['--diff', values.diff, 'diff'],
  ] as const;
  const asked = modes.filter(([, value]) => value === true);
  if (asked.length > 1) {
    throw new CommandError(`${asked.map(([name]) => name).join(' and ')} exclude each other; write one of them.`);
  }
  if (asked.length === 0 && level === 'unsafe') {
    throw new CommandError('--unsafe-fixes goes together with --fix, --fix-dry-run or --diff.');
  }
  return asked[0] === undefined ? undefined : { level, mode: asked[0][2] };
}

function readKind(text: string | undefined): FileKind | undefined {
  if (text === undefined) return undefined;
  const kind = fileKinds.find((candidate) => candidate === text);
  if (kind === undefined)
    throw new CommandError(`“${text}” is not a kind of file; write one of ${fileKinds.join(', ')}.`);
  return kind;
}

function splitList(values: readonly string[]): string[] {
  return values
    .flatMap((value) => value.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readCount(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new CommandError(`${option} needs a number, not “${text}”.`);
  return Number(text);
}

function readJobs(text = 'auto'): number | 'auto' {
  if (text === 'auto') return text;
  const jobs = readCount('--jobs', text)!;
  if (jobs === 0 || jobs > mostJobs) throw new CommandError(`--jobs needs auto, or a number from 1 to ${mostJobs}.`);
  return jobs;
}

const mostJobs = 64;

/** Reads `--rule 'hba/no-md5: off'`, `--rule 'hba/no-md5: [error, {"during": "migration"}]'`. */
function readRules(values: readonly string[]): Record<string, unknown> {
  const rules: Record<string, unknown> = {};
  for (const value of values) {
    const match = /^\s*(?<id>[^\s:=]+)\s*[:=]\s*(?<rest>.+?)\s*$/s.exec(value);
    if (match?.groups === undefined) {
      throw new CommandError(`--rule “${value}” cannot be read; write --rule 'hba/no-md5: off'.`);
    }
    rules[match.groups['id']!] = readRuleEntry(value, match.groups['rest']!);
  }
  return rules;
}

function readRuleEntry(value: string, rest: string): unknown {
  const match = /^\[?\s*"?(?<severity>\w+)"?\s*(?:,?\s*(?<options>\{.*\}))?\s*\]?$/s.exec(rest);
  if (match?.groups === undefined) {
    throw new CommandError(`--rule “${value}” cannot be read; write a severity, or [severity, {"option": value}].`);
  }
  const { severity, options } = match.groups;
  if (options === undefined) return severity;
  try {
    return [severity, JSON.parse(options)];
  } catch {
    throw new CommandError(`--rule “${value}”: the options are not JSON; write them as {"option": value}.`);
  }
}
