import { resolve } from 'node:path';
import { relativePath, toCorePath } from '../../files/paths.js';
import type { ExplainedConfig, Layer } from '../../linter/configuration/configuration.js';
import { nothing } from '../../linter/configuration/presets.js';
import { RuleSettings } from '../../linter/configuration/rule-settings.js';
import type { Rule } from '../../linter/rule.js';
import { configure } from '../../project/configured.js';
import { asLines, join, lineEnd, type Printable, printableJson } from '../../report/printable.js';
import { fitted, readingWidth } from '../../report/text/wrap.js';
import { readArguments } from '../arguments.js';
import { type Command, CommandError } from '../command.js';
import { configOptions, readConfigChoice } from '../config-options.js';
import type { Options } from '../options.js';

const usage = `pgconflint config PATH [options]

Prints the configuration in force for a file: targets, and each rule's severity, options and the place they come from.`;

const options = {
  ...configOptions,
  json: { text: 'print it for other programs' },
} as const satisfies Options;

export const command: Command = {
  name: 'config',
  summary: 'Print the configuration in force for a file and where it comes from',
  usage,
  options,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options);
    if (positionals.length !== 1)
      throw new CommandError('config needs one path, for instance pgconflint config pg_hba.conf.');
    const { rules } = await import('../../../rules/index.js');
    const { configuration, work } = await configure(rules, readConfigChoice(values), terminal);
    const path = toCorePath(resolve(terminal.cwd, positionals[0]!));
    const explained = await work(() => configuration.explain(path));
    const cwd = toCorePath(terminal.cwd);
    const { rules: all } = configuration.inForceFor([path]);
    terminal.write(
      values.json === true
        ? asJson(explained, cwd, all)
        : asText(explained, all, { cwd, name: positionals[0]!, width: readingWidth(terminal.columns) }),
    );
    return 0;
  },
};

/** How the text is shown: as whose configuration, and no line wider than that. */
interface Shown {
  cwd: string;
  name: string;
  width: number;
}

function asText(explained: ExplainedConfig, rules: readonly Rule[], { cwd, name, width: columns }: Shown): Printable {
  const { config, isIgnored } = explained;
  const places = placesOf(explained, cwd, rules);
  const files = [...new Set(explained.layers.map((layer) => relativePath(layer.file.path, cwd)))];
  const lines = [
    `file      ${name}${isIgnored ? ' (ignored)' : ''}`,
    `from      ${files.length === 0 ? 'no configuration file; the preset recommended' : files.join(', ')}`,
    `postgres  ${config.targets?.join(', ') ?? 'what the files tell, else the newest that is released'}`,
    '',
  ];
  const active = [...config.rules]
    .filter(([, setting]) => setting.severity !== 'off')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const width = Math.max(0, ...active.map(([id]) => id.length));
  for (const [id, { severity, options }] of active) {
    const shown = Object.keys(options).length === 0 ? '' : ` ${JSON.stringify(options)}`;
    lines.push(`${id.padEnd(width)}  ${severity.padEnd(7)}  ${places.get(id) ?? 'preset recommended'}${shown}`);
  }
  return asLines(fitted(lines, columns));
}

function asJson(explained: ExplainedConfig, cwd: string, rules: readonly Rule[]): Printable {
  const places = placesOf(explained, cwd, rules);
  const settings = [...explained.config.rules].map(([id, setting]) => [
    id,
    { ...setting, from: places.get(id) ?? 'preset recommended' },
  ]);
  const { config, isIgnored, layers } = explained;
  const files = [...new Set(layers.map((layer) => layer.file.path))];
  const shown = { files, ignored: isIgnored, postgres: config.targets ?? null, rules: Object.fromEntries(settings) };
  return join([printableJson(shown, 2), lineEnd]);
}

/** Where each rule got its setting: the last layer that changed it. */
function placesOf({ layers }: ExplainedConfig, cwd: string, rules: readonly Rule[]): Map<string, string> {
  const places = new Map<string, string>();
  const settings = new RuleSettings(rules);
  for (const layer of layers) {
    const { preset, body, keys } = layer;
    if (preset === nothing) settings.clear();
    else if (preset !== undefined) {
      const before = new Map([...settings.all].map(([id, setting]) => [id, JSON.stringify(setting)]));
      settings.addPreset(preset);
      for (const [id, setting] of settings.all) {
        if (JSON.stringify(setting) !== before.get(id))
          places.set(id, `preset ${preset}, ${placeOf(layer, cwd, keys)}`);
      }
    }
    settings.addEntries(body.rules ?? {});
    for (const id of Object.keys(body.rules ?? {})) places.set(id, placeOf(layer, cwd, [...keys, 'rules', id]));
  }
  return places;
}

function placeOf({ file }: Layer, cwd: string, keys: readonly (string | number)[]): string {
  const line = file.lineOf(keys);
  return `${relativePath(file.path, cwd)}${line === undefined ? '' : `:${line}`}`;
}
