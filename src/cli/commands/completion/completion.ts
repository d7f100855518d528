import { asIs } from '../../../report/printable.js';
import { readArguments } from '../../arguments.js';
import { type Command, CommandError } from '../../command.js';
import type { CommandWords } from './words.js';

const usage = `pgconflint completion bash|zsh|fish

Prints a script with which the shell completes commands, options, rules, presets and formats.

  bash   in ~/.bashrc:               source <(pgconflint completion bash)
  zsh    in ~/.zshrc after compinit: source <(pgconflint completion zsh)
  fish   pgconflint completion fish > ~/.config/fish/completions/pgconflint.fish
`;

const shells: Readonly<Record<string, (words: readonly CommandWords[]) => Promise<string>>> = {
  bash: async (words) => (await import('./bash.js')).bashScript(words),
  zsh: async (words) => (await import('./bash.js')).zshScript(words),
  fish: async (words) => (await import('./fish.js')).fishScript(words),
};

export const command: Command = {
  name: 'completion',
  summary: 'Print a script with which bash, zsh or fish completes commands and options',
  usage,
  options: {},
  async run(args, terminal) {
    const { positionals } = readArguments(args, {});
    const script = shells[positionals[0] ?? ''];
    if (script === undefined || positionals.length !== 1) {
      throw new CommandError(`Name a shell: pgconflint completion ${Object.keys(shells).join('|')}.`);
    }
    const [{ commands }, { rules }, { collectWords }] = await Promise.all([
      import('../../registry.js'),
      import('../../../../rules/index.js'),
      import('./words.js'),
    ]);
    terminal.write(asIs(await script(await collectWords(commands, rules))));
    return 0;
  },
};
