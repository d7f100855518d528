import { asIs, type Printable } from '../report/printable.js';
import { hanging, readingWidth, wrapped } from '../report/text/wrap.js';
import type { Command } from './command.js';
import type { Option } from './options.js';
import { commands } from './registry.js';

/**
 * The text of `pgconflint --help`; it names the commands without loading them.
 *
 * @param columns how wide the terminal is
 */
export function generalHelp(columns: number): Printable {
  const width = Math.max(...commands.map((entry) => entry.name.length));
  const list = commands.map((entry) => `  ${entry.name.padEnd(width)}  ${entry.summary}`);
  const text = `pgconflint: check PostgreSQL's configuration files without a server

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
  0  no errors    1  errors    2  the work could not be done`;
  return asIs(`${reflowed(text, readingWidth(columns))}\n`);
}

/** So wide is a line of help at most. */
const widest = 110;

/**
 * The text of `pgconflint NAME --help`, made of the command's table of options.
 *
 * @param columns how wide the terminal is
 */
export function commandHelp({ usage, options, notes }: Command, columns: number): Printable {
  const width = Math.min(widest, readingWidth(columns));
  const entries = Object.entries(options);
  const heads = Math.max(0, ...entries.map(([name, option]) => headOf(name, option).length)) + 3;
  const lines = entries.flatMap(([name, option], index) => {
    const [first, ...rest] = option.text.split('\n').flatMap((line) => wrapped(line, width - heads));
    const heading = option.heading === undefined ? [] : [...(index === 0 ? [] : ['']), option.heading];
    return [
      ...heading,
      headOf(name, option).padEnd(heads) + first,
      ...rest.map((line) => (line === '' ? '' : ' '.repeat(heads) + line)),
    ];
  });
  const parts = [reflowed(usage, width), lines.join('\n'), reflowed(notes ?? '', width)];
  return asIs(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

/** `  -q, --quiet`, `      --config FILE`. */
function headOf(name: string, { short, value, optional }: Option): string {
  const start = short === undefined ? '      ' : `  -${short}, `;
  return `${start}--${name}${value === undefined ? '' : ` ${value}`}${optional === undefined ? '' : `[${optional}]`}`;
}

/** A line that is longer than this goes on in the next one. */
const full = 85;

/** The lines of a text for a width: those that go on in the next one are put together before they are broken. */
function reflowed(text: string, width: number): string {
  const whole: string[] = [];
  let goesOn = false;
  for (const line of text.trimEnd().split('\n')) {
    const isOwn = line === '' || headOfLine(line).trim() !== '' || indentOf(line) !== indentOf(whole.at(-1) ?? '');
    whole.push(goesOn && !isOwn ? `${whole.pop()!} ${line.trim()}` : line);
    goesOn = line.length > full;
  }
  return whole.flatMap((line) => brokenLine(line, width)).join('\n');
}

/** Of a list with words and what they mean, the meanings stay below each other. */
function brokenLine(line: string, width: number): string[] {
  const head = headOfLine(line);
  return hanging(head, line.slice(head.length), width, head.length > width / 2 ? indentOf(line) : head.length);
}

/** What is at the start of a line of a list, up to its meaning; of other lines their spaces. */
function headOfLine(line: string): string {
  return /^ *(?:\S+(?: \S+)* {2,})?/.exec(line)![0];
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
