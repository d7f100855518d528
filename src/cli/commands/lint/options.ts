import { isMajor, type Major, majorsText } from '../../../catalog/majors.js';
import type { FixLevel } from '../../../linter/fixes.js';
import type { BaselineOptions } from '../../../project/baselines.js';
import { fileKinds } from '../../../syntax/kinds.js';
import type { FileKind } from '../../../syntax/nodes.js';
import { readArguments } from '../../arguments.js';
import { CommandError } from '../../command.js';
import { type AskedConfig, configArguments, readConfigChoice } from '../../config-arguments.js';

/** The options of `lint` as node:util's parseArgs takes them. */
export const lintArguments = {
  ...configArguments,
  kind: { type: 'string' },
  postgres: { type: 'string', multiple: true },
  preset: { type: 'string', multiple: true },
  rule: { type: 'string', multiple: true },
  format: { type: 'string', multiple: true },
  'output-file': { type: 'string' },
  fix: { type: 'boolean' },
  'unsafe-fixes': { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  diff: { type: 'boolean' },
  baseline: { type: 'string' },
  'baseline-write': { type: 'boolean' },
  'baseline-prune': { type: 'boolean' },
  'no-baseline': { type: 'boolean' },
  cache: { type: 'boolean' },
  'cache-file': { type: 'string' },
  watch: { type: 'boolean' },
  jobs: { type: 'string' },
  stats: { type: 'boolean' },
  debug: { type: 'boolean' },
  quiet: { type: 'boolean' },
  each: { type: 'boolean' },
  'max-warnings': { type: 'string' },
  stdin: { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  'list-rules': { type: 'boolean' },
  'follow-outside': { type: 'boolean' },
  'ignore-unknown': { type: 'boolean' },
} as const;

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
  quiet: boolean;
  /** Whether each place gets a problem of its own; undefined leaves it to the configuration. */
  each: true | undefined;
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
  const { values, positionals } = readArguments(args, lintArguments, ['preset']);
  const stdinFilename = values['stdin-filename'];
  const stdin = values.stdin === true || stdinFilename !== undefined;
  if (stdin && positionals.length > 0) throw new CommandError('With --stdin no paths can be given.');
  return {
    paths: positionals,
    ...readConfigChoice(values),
    kind: readKind(values.kind),
    targets: values.postgres === undefined ? undefined : readTargets(values.postgres),
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
    quiet: values.quiet === true,
    each: values.each === true ? true : undefined,
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
export function readTargets(values: readonly string[]): Major[] {
  const targets = splitList(values).map((text) => {
    const major = Number(text);
    if (/^\d+$/.test(text) && isMajor(major)) return major;
    throw new CommandError(
      `“${text}” is not a major version that can be checked; they are ${majorsText}, for instance --postgres 16.`,
    );
  });
  return [...new Set(targets)].sort((a, b) => a - b);
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
