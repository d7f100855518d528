import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isMajor, type Major, majorsText } from '../../catalog/majors.js';
import { relativePath, toCorePath } from '../../files/paths.js';
import { configNames } from '../../linter/configuration/config-file.js';
import { presetNames, presetSummaries } from '../../linter/configuration/presets.js';
import type { LintSource } from '../../linter/engine/lint.js';
import { configure } from '../../project/configured.js';
import { asLines, say } from '../../report/printable.js';
import { readArguments } from '../arguments.js';
import { type Command, CommandError, type Terminal } from '../command.js';
import type { Options } from '../options.js';

const usage = `pgconflint init [options]

Writes a first configuration, pgconflint.config.jsonc, into the current folder, after looking for clusters and asking
for the target and the preset.`;

const options = {
  yes: { short: 'y', text: 'ask nothing' },
  preset: { value: 'NAME', words: 'presets', text: 'the preset, without asking' },
  postgres: { value: 'MAJOR[,MAJOR]', words: 'majors', text: 'the targets, without asking' },
} as const satisfies Options;

const fileName = 'pgconflint.config.jsonc';

export const command: Command = {
  name: 'init',
  summary: 'Write a first configuration for this folder',
  usage,
  options,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options);
    if (positionals.length > 0) throw new CommandError('init takes no path; run it in the folder it is for.');
    const there = configNames.find((name) => existsSync(join(terminal.cwd, name)));
    if (there !== undefined) throw new CommandError(`${there} is already here.`);
    const { rules } = await import('../../../rules/index.js');
    const presets = presetNames(rules);
    const sources = await findSources(terminal);
    tellFound(sources, terminal);
    const asks = values.yes === true ? undefined : terminal.ask;
    const told = sources.length > 0 && sources.every((source) => (source.targets ?? []).length > 0);
    const postgres = values.postgres ?? (told ? '' : await askTargets(asks));
    const targets = readMajors(postgres);
    const preset = values.preset ?? (await askPreset(asks));
    if (!presets.includes(preset))
      throw new CommandError(`There is no preset “${preset}”; the presets are ${presets.join(', ')}.`);
    const { writeWhole } = await import('../../files/write-whole.js');
    writeWhole(
      join(terminal.cwd, fileName),
      configText(preset, targets, told, existsSync(join(terminal.cwd, 'node_modules/pgconflint'))),
    );
    terminal.write(say`${fileName} is written: preset ${preset}, ${targetText(targets, told)}.\n`);
    terminal.write(
      say`Next: pgconflint shows the problems; pgconflint --baseline-write records them, to report only new ones.\n`,
    );
    return 0;
  },
};

async function findSources(terminal: Terminal): Promise<LintSource[]> {
  const { readSources } = await import('../../project/sources.js');
  const options = {
    paths: [],
    kind: undefined,
    stdin: false,
    stdinFilename: undefined,
    followOutside: false,
    ignoreUnknown: true,
  };
  const configured = await configure([], { noCode: true }, terminal);
  return (await readSources(options, configured, terminal)).sources;
}

function tellFound(sources: readonly LintSource[], terminal: Terminal): void {
  const cwd = toCorePath(terminal.cwd);
  const shown = sources.slice(0, 10).map(({ path, targets }) => {
    const major = targets === undefined || targets.length === 0 ? '' : ` (PostgreSQL ${targets.join(', ')})`;
    return `  ${relativePath(path, cwd)}${major}`;
  });
  const more = sources.length > shown.length ? [`  and ${sources.length - shown.length} more`] : [];
  const head =
    sources.length === 0
      ? 'No PostgreSQL configuration is here yet.'
      : `Found ${sources.length} (clusters and loose files):`;
  terminal.write(asLines([head, ...shown, ...more]));
}

async function askTargets(ask: Terminal['ask']): Promise<string> {
  if (ask === undefined) return '';
  return ask(
    `PostgreSQL majors that it must work on (${majorsText}, for instance 16 or 14,18; empty for what the files tell): `,
  );
}

async function askPreset(ask: Terminal['ask']): Promise<string> {
  if (ask === undefined) return 'recommended';
  const list = Object.entries(presetSummaries).map(([name, summary]) => `  ${name}: ${summary}\n`);
  const answer = await ask(`Presets\n${list.join('')}Preset (recommended): `);
  return answer === '' ? 'recommended' : answer;
}

function readMajors(text: string): Major[] {
  return text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const major = Number(part);
      if (isMajor(major)) return major;
      throw new CommandError(`“${part}” is not a major version that can be checked; they are ${majorsText}.`);
    });
}

function targetText(targets: readonly Major[], told: boolean): string {
  if (targets.length > 0) return `PostgreSQL ${targets.join(', ')}`;
  return told ? 'targets as the files tell' : 'the newest PostgreSQL that is released';
}

function configText(preset: string, targets: readonly Major[], told: boolean, installed: boolean): string {
  const postgres =
    targets.length > 0
      ? `  "postgres": ${JSON.stringify(targets).replaceAll(',', ', ')},`
      : `  // ${told ? 'The files tell it already (PG_VERSION, their path or a comment). ' : ''}For instance: "postgres": [16],`;
  const schema = installed
    ? '  // Editors complete and check this file by it.\n  "$schema"'
    : '  // Editors complete and check this file by it, where pgconflint is installed here.\n  // "$schema"';
  return `{
${schema}: "./node_modules/pgconflint/dist/schema.json",

  // Configurations in the folders above this one do not count.
  "root": true,

  // ${Object.keys(presetSummaries).join(', ')}, or a benchmark such as cis-18; also files (./base.jsonc) and packages.
  "extends": ["${preset}"],

  // The majors that the configuration must work on.
${postgres}

  // Single rules: "off", "warn" or "error", with options where they have any; pgconflint --list-rules lists them.
  "rules": {
    // "hba/no-trust": ["error", { "allow": [{ "address": ["127.0.0.1/32"] }] }]
  },

  // What differs for some files.
  "overrides": [
    // { "files": "dev/**", "extends": ["none", "correctness"], "rules": { "conf/fsync": "warn" } }
  ],

  // Files and folders that are not checked.
  "ignores": []
}
`;
}
