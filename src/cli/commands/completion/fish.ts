import type { CommandWords } from './words.js';

/** A script for fish: a line a command and a line an option of it. */
export function fishScript(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name }) => name);
  const others = names.filter((name) => name !== 'lint').join(' ');
  const lines = commands.flatMap(({ name, summary, options, arguments: words }) => {
    // Without the name of a command it is lint.
    const here = name === 'lint' ? `not __fish_seen_subcommand_from ${others}` : `__fish_seen_subcommand_from ${name}`;
    const start = `complete -c pgconflint -n '${here}'`;
    return [
      `complete -c pgconflint -n __fish_use_subcommand -a ${name} -d '${summary.replaceAll("'", "\\'")}'`,
      ...(words.length === 0 ? [] : [`${start} -a '${words.join(' ')}'`]),
      ...options.map(({ name: option, short, takesValue, values }) => {
        const value = values.length > 0 ? ` -x -a '${values.join(' ')}'` : takesValue ? ' -r' : '';
        const letter = short === undefined ? '' : ` -s ${short}`;
        return `${start} -l ${option}${letter}${value}`;
      }),
    ];
  });
  return `${lines.join('\n')}\n`;
}
