import { asIs, type Printable } from '../report/printable.js';
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
  -V, --version    the version

Exit codes
  0  no problems    1  problems    2  the work could not be done
`);
}
