import { findParameter } from '../../catalog/parameters.js';
import { loadCluster } from '../../cluster/load.js';
import type { Cluster } from '../../cluster/types.js';
import { baseNameOf, isInside, relativePath } from '../../files/paths.js';
import {
  describeUnknownName,
  type SettingInForce,
  settingInForce,
  settingsInForce,
} from '../../formats/conf/effective-settings.js';
import type { OpenError } from '../../formats/open-error.js';
import { join, lineEnd, printableJson, say } from '../../report/printable.js';
import { readArguments } from '../arguments.js';
import { readChoice } from '../choices.js';
import { type Command, CommandError } from '../command.js';
import { chooseCluster, clusterOptions, readClusterChoice } from '../one-cluster.js';
import type { Options } from '../options.js';
import { formatSettings } from '../settings-table.js';

const usage = `pgconflint settings [PATH] [options]

Prints the settings in force: the value, its default, the file and line that set it, and the lines that it overrides.
PATH is a folder or any file of a cluster; includes and postgresql.auto.conf are followed as the server does it.`;

const options = {
  'changed-only': { text: 'only what the files set to something else than the default' },
  name: {
    value: 'NAME',
    multiple: true,
    text: 'one parameter, in any spelling that the server takes; can be repeated',
  },
  ...clusterOptions,
  format: { value: 'NAME', short: 'f', default: 'table', words: ['table', 'json'], text: 'table (default) or json' },
} as const satisfies Options;

const notes = `  Exit codes: 0 done, whatever the settings are; 2 the work could not be done.`;

export const command: Command = {
  name: 'settings',
  summary: 'Print the settings in force and which line sets them',
  usage,
  options,
  notes,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options);
    const [path, ...rest] = positionals;
    if (rest.length > 0) throw new CommandError('Name one file or folder: settings PATH.');
    const format = await readChoice('format', values.format, options.format.words);
    const chosen = await chooseCluster(path, terminal, { ...readClusterChoice(values), kind: 'conf' });
    const { definition, fileSystem, target } = chosen;
    // From a snippet in conf.d, names are clearer when they start at the main file.
    const folder = isInside(chosen.folder, definition.folder) ? definition.folder : chosen.folder;
    const cluster = loadCluster(definition, fileSystem, target, chosen.options);
    if (cluster.configuration.files.length === 0) {
      throw new CommandError(`${relativePath(definition.path, folder)} has no postgresql.conf beside it.`);
    }
    const settings = select(cluster, values.name, values['changed-only'] === true).map((one) => inFolder(one, folder));
    if (format === 'json') terminal.write(join([printableJson(settings, 2), lineEnd]));
    else terminal.write(formatSettings(settings, terminal.columns));
    for (const remark of remarksOf(cluster, folder)) terminal.writeError(say`pgconflint: ${remark}\n`);
    return 0;
  },
};

function select(cluster: Cluster, names: readonly string[] | undefined, changedOnly: boolean): SettingInForce[] {
  const { configuration, target } = cluster;
  const settings =
    names === undefined
      ? settingsInForce(configuration, target)
      : names.map((name) => {
          const effective = configuration.get(name);
          if (effective.entry !== undefined || findParameter(name, target)) return settingInForce(effective, target);
          throw new CommandError(describeUnknownName(name, target));
        });
  return changedOnly ? settings.filter((setting) => setting.changed) : settings;
}

function inFolder(setting: SettingInForce, folder: string): SettingInForce {
  const { sourcefile, overrides } = setting;
  return {
    ...setting,
    sourcefile: sourcefile === null ? null : relativePath(sourcefile, folder),
    overrides: overrides.map((lost) => ({ ...lost, sourcefile: relativePath(lost.sourcefile, folder) })),
  };
}

/** What makes the answer uncertain, or what keeps a server from running with these settings. */
function remarksOf({ configuration }: Cluster, folder: string): string[] {
  const { unread, syntaxErrors, includeErrors } = configuration;
  const remarks = unread.map((failure) => saysNotRead(failure, relativePath(failure.path, folder)));
  const broken = syntaxErrors.length + includeErrors.filter((error) => error.severity === 'error').length;
  if (broken === 0) return remarks;
  const lines = broken === 1 ? 'A line' : `${broken} lines`;
  return [...remarks, `${lines} cannot be read, so a server takes none of these settings; pgconflint lint tells why.`];
}

/** A file that is not read, what is missing because of it, and what to do. */
function saysNotRead({ path, reason, explanation }: OpenError, name: string): string {
  const missing =
    baseNameOf(path) === 'postgresql.auto.conf' ? 'Settings from ALTER SYSTEM are missing' : 'It may set more';
  if (reason !== 'outside') return `Not read: ${name} (${explanation}). ${missing}.`;
  return `Not read: ${name} (outside the folders given). ${missing}; --follow-outside reads it.`;
}
