import { readArguments } from '../arguments.js';
import { type Command, CommandError } from '../command.js';

const usage = `pgconflint completion bash|zsh|fish

Prints a script with which the shell completes commands, options, rules, presets and formats.

  bash   source <(pgconflint completion bash)                               in ~/.bashrc
  zsh    source <(pgconflint completion zsh)                                in ~/.zshrc, behind compinit
  fish   pgconflint completion fish > ~/.config/fish/completions/pgconflint.fish
`;

/** What can be completed. */
interface Words {
  commands: readonly { name: string; summary: string }[];
  options: readonly { name: string; takesValue: boolean }[];
  presets: readonly string[];
  formats: readonly string[];
  rules: readonly string[];
  majors: readonly string[];
}

const shells: Readonly<Record<string, (words: Words) => string>> = { bash, zsh, fish };

export const command: Command = {
  name: 'completion',
  summary: 'Print a script with which bash, zsh or fish completes commands and options',
  usage,
  async run(args, terminal) {
    const { positionals } = readArguments(args, {});
    const script = shells[positionals[0] ?? ''];
    if (script === undefined || positionals.length !== 1) {
      throw new CommandError(`Name a shell: pgconflint completion ${Object.keys(shells).join('|')}.`);
    }
    terminal.write(script(await collect()));
    return 0;
  },
};

async function collect(): Promise<Words> {
  const [{ commands }, { lintArguments }, { presetNames }, { reporters }, { rules }, { majors }] = await Promise.all([
    import('../registry.js'),
    import('../lint-options.js'),
    import('../../linter/presets.js'),
    import('../../report/reporter.js'),
    import('../../../rules/index.js'),
    import('../../catalog/majors.js'),
  ]);
  const options = Object.entries(lintArguments).map(([name, { type }]) => ({ name, takesValue: type === 'string' }));
  return {
    commands,
    options: [...options, { name: 'help', takesValue: false }, { name: 'version', takesValue: false }],
    presets: presetNames(rules),
    formats: Object.keys(reporters),
    rules: rules.map((rule) => rule.id),
    majors: majors.map(String),
  };
}

function bash({ commands, options, presets, formats, rules, majors }: Words): string {
  const names = options.map(({ name }) => `--${name}`).join(' ');
  return `_pgconflint() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  case "$before" in
    --preset) COMPREPLY=($(compgen -W "${presets.join(' ')}" -- "$word")); return ;;
    --format) COMPREPLY=($(compgen -W "${formats.join(' ')}" -- "$word")); return ;;
    --postgres) COMPREPLY=($(compgen -W "${majors.join(' ')}" -- "$word")); return ;;
    --rule) COMPREPLY=($(compgen -W "${rules.join(' ')}" -- "$word")); return ;;
    --kind) COMPREPLY=($(compgen -W "conf hba ident hosts" -- "$word")); return ;;
    completion) COMPREPLY=($(compgen -W "bash zsh fish" -- "$word")); return ;;
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "${names}" -- "$word")) ;;
    *)
      COMPREPLY=($(compgen -f -- "$word"))
      [ "$COMP_CWORD" -eq 1 ] && COMPREPLY+=($(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$word"))
      ;;
  esac
}
complete -o filenames -F _pgconflint pgconflint
`;
}

/** zsh reads bash's completion functions. */
function zsh(words: Words): string {
  return `autoload -U +X bashcompinit && bashcompinit\n${bash(words)}`;
}

function fish({ commands, options, presets, formats, rules, majors }: Words): string {
  const values: Readonly<Record<string, readonly string[]>> = {
    preset: presets,
    format: formats,
    rule: rules,
    postgres: majors,
    kind: ['conf', 'hba', 'ident', 'hosts'],
  };
  const lines = commands.map(
    ({ name, summary }) =>
      `complete -c pgconflint -n __fish_use_subcommand -a ${name} -d '${summary.replaceAll("'", "\\\\'")}'`,
  );
  for (const { name, takesValue } of options) {
    const known = values[name];
    const value = known === undefined ? (takesValue ? ' -r' : '') : ` -x -a '${known.join(' ')}'`;
    lines.push(`complete -c pgconflint -l ${name}${value}`);
  }
  return `${lines.join('\n')}\n`;
}
