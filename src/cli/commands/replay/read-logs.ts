/** Logs as streams: however large they are, a line at a time is in memory. */
import { createReadStream, statSync } from 'node:fs';
import { nodeFileSystem } from '../../../files/node-file-system.js';
import { resolvePath, toCorePath } from '../../../files/paths.js';
import { leadsOutOfRepository } from '../../../linter/configuration/bounds.js';
import type { EntryReader } from '../../../logs/entry.js';
import { LoggedLogins } from '../../../logs/logins.js';
import { formatOf, readerOf } from '../../../logs/readers.js';
import { asIs } from '../../../report/printable.js';
import { CommandError, type Terminal } from '../../command.js';

/** What goes beyond it is no message about a connection. */
const longestLine = 1_000_000;
/** So many lines are looked at for the format. */
const linesForFormat = 20;
const progressEvery = 64 * 1024 * 1024;

/**
 * Reads the logins of logs, one after the other.
 *
 * @param names as written
 * @param prefix the server's log_line_prefix
 * @throws CommandError where one cannot be read
 */
export async function readLogs(names: readonly string[], prefix: string, terminal: Terminal): Promise<LoggedLogins> {
  const logins = new LoggedLogins();
  for (const name of names) {
    const path = resolvePath(toCorePath(terminal.cwd), toCorePath(name));
    try {
      checkLog(path, name);
      for await (const [entries, line] of readersOf(path, prefix, progressOf(terminal))) {
        const entry = entries.read(line);
        if (entry) logins.add(entry);
      }
    } catch (error) {
      if (error instanceof CommandError) throw error;
      throw new CommandError(`${name} cannot be read: ${(error as Error).message}.`);
    }
  }
  return logins;
}

/** What is at a path is a log: a file, or what another program writes. @throws CommandError; the error of the file system */
function checkLog(path: string, name: string): void {
  if (leadsOutOfRepository(path, nodeFileSystem))
    throw new CommandError(`${name} is a link that leads out of its repository, and is not read.`);
  const status = statSync(path);
  if (status.isDirectory()) throw new CommandError(`${name} is a folder; name the logs in it.`);
  // A device may never end.
  if (!status.isFile() && !status.isFIFO()) throw new CommandError(`${name} is not a file or a pipe, and is not read.`);
}

/** Each line with the reader of its log's format. */
async function* readersOf(
  path: string,
  prefix: string,
  progress: (bytes: number) => void,
): AsyncGenerator<[EntryReader, string]> {
  let reader: EntryReader | undefined;
  let first: string[] = [];
  const start = () => {
    const formats = first.map(formatOf);
    return readerOf(formats.find((format) => format !== 'stderr') ?? 'stderr', prefix);
  };
  for await (const line of linesOf(path, progress)) {
    if (reader) yield [reader, line];
    else if (first.push(line) >= linesForFormat) {
      reader = start();
      for (const early of first) yield [reader, early];
      first = [];
    }
  }
  reader ??= start();
  for (const line of first) yield [reader, line];
}

async function* linesOf(path: string, progress: (bytes: number) => void): AsyncGenerator<string> {
  let rest = '';
  let isTooLong = false;
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    progress((chunk as string).length);
    const lines = (rest + (chunk as string)).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      if (!isTooLong) yield line.endsWith('\r') ? line.slice(0, -1) : line;
      isTooLong = false;
    }
    if (rest.length > longestLine) {
      isTooLong = true;
      rest = '';
    }
  }
  if (rest !== '' && !isTooLong) yield rest;
}

/** Says on a terminal how far a large log is read. */
function progressOf(terminal: Terminal): (bytes: number) => void {
  let read = 0;
  let said = 0;
  return (bytes) => {
    read += bytes;
    if (terminal.errorIsTerminal !== true || read - said < progressEvery) return;
    said = read;
    terminal.writeError(asIs(`pgconflint: ${Math.floor(read / (1024 * 1024))} MB read\n`));
  };
}
