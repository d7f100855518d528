import type { CommandWords } from './words.js';

/** A script for bash: the command decides which options there are. Values behind `=` are completed too. */
export function bashScript(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name }) => name);
  return `_pgconflint() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command=lint at=0 index
  # bash takes the = of --option=value for a word of its own, zsh does not.
  local prefix=
  [ "$word" = = ] && word=
  [ "$before" = = ] && before="\${COMP_WORDS[COMP_CWORD-2]}"
  case "$word" in
    --*=*) before="\${word%%=*}" prefix="\${word%%=*}=" word="\${word#*=}" ;;
  esac
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "\${COMP_WORDS[index]}" in
      ${names.join('|')}) command="\${COMP_WORDS[index]}" at=$index; break ;;
    esac
  done
  local choices values
  case "$command" in
${commands.map(bashCase).join('\n')}
  esac
  if [ -n "$values" ]; then COMPREPLY=($(compgen -P "$prefix" -W "$values" -- "$word")); return; fi
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$choices" -- "$word")); return ;;
  esac
  case "$command" in
${commands
  .filter((command) => command.arguments.length > 0)
  .map(({ name, arguments: words }) => `    ${name}) [ $COMP_CWORD -eq $((at + 1)) ] && values="${words.join(' ')}" ;;`)
  .join('\n')}
  esac
  if [ -n "$values" ]; then COMPREPLY=($(compgen -W "$values" -- "$word")); return; fi
  COMPREPLY=($(compgen -f -- "$word"))
  [ $COMP_CWORD -eq 1 ] && COMPREPLY+=($(compgen -W "${names.join(' ')}" -- "$word"))
}
complete -o filenames -F _pgconflint pgconflint
`;
}

function bashCase({ name, options }: CommandWords): string {
  const known = options
    .filter(({ values }) => values.length > 0)

    .map(
      (option) =>
        `        --${option.name}${option.short === undefined ? '' : `|-${option.short}`}) values="${option.values.join(' ')}" ;;`,
    );
  const values = known.length === 0 ? '' : `\n      case "$before" in\n${known.join('\n')}\n      esac`;
  return `    ${name})
      choices="${options.map((option) => `--${option.name}`).join(' ')}"${values} ;;`;
}

/** zsh reads bash's completion functions. */
export function zshScript(commands: readonly CommandWords[]): string {
  return `autoload -U +X bashcompinit && bashcompinit\n${bashScript(commands)}`;
}
