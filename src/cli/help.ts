import { asIs, type Printable } from '../report/printable.js';
import type { Command } from './command.js';
import type { Option } from './options.js';
import { commands } from './registry.js';

/** The text of `pgconflint --help`; it names the commands without loading them. */
export function generalHelp(): Printable {
  const width = Math.max(...commands.map((entry) => entry.name.length));
  const list = commands.map((entry) => `  ${entry.name.padEnd(width)}  ${entry.summary}`);
  return asIs(`pgconflint: check PostgreSQL's configuration files without a server

Usage
  pgconflint [paths, folders or globs] [options]   the same as pgconflint lint
  pgconflint COMMAND [arguments]

Commands
${list.join('\n')}

  pgconflint COMMAND --help tells what a command does and takes.

Often used
  pgconflint                         everything below the current folder
  pgconflint /etc/postgresql/16/main --postgres 16
  pgconflint conf/ --preset strict --postgres 14,18
  pgconflint --list-rules

Options of every command
  -h, --help       this text, or the command's
  -v, --version    the version

Exit codes
  0  no problems    1  problems    2  the work could not be done
`);
}

/** So wide is a line of help, as far as its words allow. */
const columns = 110;

/** The text of `pgconflint NAME --help`, made of the command's table of options. */
export function commandHelp({ usage, options, notes }: Command): Printable {
  const entries = Object.entries(options);
  const width = Math.max(0, ...entries.map(([name, option]) => headOf(name, option).length)) + 3;
  const lines = entries.flatMap(([name, option], index) => {
    const [first, ...rest] = option.text.split('\n').flatMap((line) => wrapped(line, columns - width));
    const heading = option.heading === undefined ? [] : [...(index === 0 ? [] : ['']), option.heading];
    return [
      ...heading,
      headOf(name, option).padEnd(width) + first,
      ...rest.map((line) => (line === '' ? '' : ' '.repeat(width) + line)),
    ];
  });
  const parts = [usage.trimEnd(), lines.join('\n'), notes?.trimEnd() ?? ''];
  return asIs(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

/** `  -q, --quiet`, `      --config FILE`. */
function headOf(name: string, { short, value, optional }: Option): string {
  const start = short === undefined ? '      ' : `  -${short}, `;
  return `${start}--${name}${value === undefined ? '' : ` ${value}`}${optional === undefined ? '' : `[${optional}]`}`;
}

/** A line broken between words; what begins with spaces is an example and stays as it is. */
function wrapped(text: string, width: number): string[] {
  if (text.startsWith(' ')) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
