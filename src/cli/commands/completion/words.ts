import { majors } from '../../../catalog/majors.js';
import { presetNames } from '../../../linter/configuration/presets.js';
import type { Rule } from '../../../linter/rule.js';
import { authKinds } from '../../../syntax/kinds.js';
import type { CommandEntry } from '../../command.js';
import type { Option, WordList } from '../../options.js';

/** An option of a command. */
export interface OptionWord {
  /** Without the dashes. */
  name: string;
  /** One letter; undefined where there is none. */
  short: string | undefined;
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

const helpOption: OptionWord = { name: 'help', short: 'h', takesValue: false, values: [] };

/**
 * Collects what can be completed: each command's own options, out of its table, so that none is forgotten.
 *
 * @param entries the commands
 * @param rules names for `--rule` and `explain`
 */
export async function collectWords(entries: readonly CommandEntry[], rules: readonly Rule[]): Promise<CommandWords[]> {
  const { benchmarks } = await import('../../../catalog/benchmarks/index.js');
  const { words: recordWords } = await import('../explain/words.js');
  const ids = rules.map(({ id }) => id);
  const lists = {
    presets: presetNames(rules),
    rules: ids,
    majors: majors.map(String),
    benchmarks: benchmarks.map(({ name }) => name),
  };
  const subjects: Readonly<Record<string, readonly string[]>> = {
    show: [...authKinds, 'settings'],
    explain: [...ids, ...recordWords, ...lists.presets],
    completion: ['bash', 'zsh', 'fish'],
    help: entries.map(({ name }) => name),
  };
  const words: CommandWords[] = [];
  for (const { name, summary, load } of entries) {
    const { command } = await load();
    const options = [helpOption, ...Object.entries(command.options).map((option) => wordsOf(option, lists))];
    words.push({ name, summary, options, arguments: subjects[name] ?? [] });
  }
  words.push({ name: 'help', summary: 'Print the help of a command', options: [], arguments: subjects['help']! });
  return words;
}

function wordsOf(
  [name, { value, optional, short, words }]: [string, Option],
  lists: Readonly<Record<WordList, readonly string[]>>,
): OptionWord {
  const known = typeof words === 'string' ? lists[words] : (words ?? []);
  const takesValue = value !== undefined || optional !== undefined;
  return { name, short, takesValue, values: known };
}
