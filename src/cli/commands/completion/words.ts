import { majors } from '../../../catalog/majors.js';
import { presetNames } from '../../../linter/configuration/presets.js';
import type { Rule } from '../../../linter/rule.js';
import { authKinds, fileKinds } from '../../../syntax/kinds.js';
import type { CommandEntry } from '../../command.js';

/** An option as its command's help lists it. */
export interface OptionWord {
  /** Without the dashes. */
  name: string;
  takesValue: boolean;
  /** What the value may be; empty where it is a file or anything else. */
  values: readonly string[];
}

/** A command with what may stand behind it. */
export interface CommandWords {
  name: string;
  summary: string;
  options: readonly OptionWord[];
  /** Words that its arguments may be; where there are none they are files. */
  arguments: readonly string[];
}

/**
 * Collects what can be completed: each command's own options, out of its help, so that none is forgotten.
 *
 * @param entries the commands
 * @param rules names for `--rule` and `explain`
 */
export async function collectWords(entries: readonly CommandEntry[], rules: readonly Rule[]): Promise<CommandWords[]> {
  const { benchmarks } = await import('../../../catalog/benchmarks/index.js');
  const ids = rules.map(({ id }) => id);
  const values: Readonly<Record<string, readonly string[]>> = {
    preset: presetNames(rules),
    rule: ids,
    postgres: majors.map(String),
    from: majors.map(String),
    to: majors.map(String),
    kind: fileKinds,
    benchmark: benchmarks.map(({ name }) => name),
  };
  const subjects: Readonly<Record<string, readonly string[]>> = {
    show: [...authKinds, 'settings'],
    explain: ids,
    completion: ['bash', 'zsh', 'fish'],
    help: entries.map(({ name }) => name),
  };
  const words: CommandWords[] = [];
  for (const { name, summary, load } of entries) {
    const { command } = await load();
    const options = optionsOf(command.usage, name === 'who' ? { ...values, from: [] } : values);
    words.push({ name, summary, options, arguments: subjects[name] ?? [] });
  }
  words.push({ name: 'help', summary: 'Print the help of a command', options: [], arguments: subjects['help']! });
  return words;
}

/** The options that a help text lists at the starts of its lines, `--tls, --gss` being two. */
function optionsOf(usage: string, values: Readonly<Record<string, readonly string[]>>): OptionWord[] {
  const options: OptionWord[] = [{ name: 'help', takesValue: false, values: [] }];
  const lines = usage.split('\n');
  for (const [index, line] of lines.entries()) {
    if (!/^ {2,8}--\w/.test(line)) continue;
    const [head] = line.trim().split(/ {2,}/);
    for (const [, name, value] of head!.matchAll(/--([\w-]+)((?:\[?[= ]['A-Z])?)/g)) {
      const takesValue = value !== '' && value !== undefined;
      const known = name === 'format' ? formatsOf(lines.slice(index)) : (values[name!] ?? []);
      options.push({ name: name!, takesValue, values: takesValue ? known : [] });
    }
  }
  return options;
}

/** The formats out of `--format NAME  table (default), json or markdown`, over as many lines as that takes. */
function formatsOf([first, ...rest]: readonly string[]): string[] {
  const end = rest.findIndex((line) => !/^ {20,}\S/.test(line));
  const text = [first!.trim().replace(/^--format \S+\s+/, ''), ...rest.slice(0, end)].join(' ');
  const list = text.replace(/\([^)]*\)/g, '').split(/[;.]/)[0]!;
  return list
    .split(/,|\bor\b/)
    .map((word) => word.trim())
    .filter((word) => /^[a-z]+$/.test(word));
}
