import { fstatSync, statSync, writeSync } from 'node:fs';
import { defaultMaximumSize } from '../files/maximum-size.js';
import { errorLines } from '../report/text/error-lines.js';
import { CommandError, type Terminal } from './command.js';

/** The real terminal of this process. */
export function processTerminal(): Terminal {
  const { env } = process;
  // Node's streams take several milliseconds to load; a pipe or a file needs none of what they do.
  const isTerminal = mayBeTerminal(1) && process.stdout.isTTY === true;
  return {
    cwd: process.cwd(),
    env,
    isTerminal,
    // Asked only in a long run: the stream takes its time to load.
    get errorIsTerminal() {
      return mayBeTerminal(2) && process.stderr.isTTY === true;
    },
    columns: (isTerminal && process.stdout.columns) || columnsSaid(env) || 80,
    color: wantsColor(env, isTerminal),
    write: writerTo(1, () => process.stdout),
    writeError: fittingWriter(writerTo(2, () => process.stderr)),
    ask: isTerminal && process.stdin.isTTY === true ? askPerson : undefined,
    async readStandardInput() {
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
        size += chunk.length;
        if (size > defaultMaximumSize) {
          const limit = defaultMaximumSize / 2 ** 20;
          throw new CommandError(
            `Standard input is larger than any configuration file (${limit} MiB) and is not read.`,
          );
        }
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    },
  };
}

/** Writes to a terminal in lines that fit; elsewhere a sentence stays in its line. */
function fittingWriter(write: (text: string) => void): (text: string) => void {
  if (!mayBeTerminal(2)) return write;
  return (text) => {
    const { isTTY, columns } = process.stderr;
    // Progress has no line end: it is written over.
    if (isTTY !== true || !text.endsWith('\n')) return write(text);
    write(errorLines(text, columns || 80));
  };
}

function mayBeTerminal(descriptor: number): boolean {
  try {
    const status = fstatSync(descriptor);
    return status.isCharacterDevice() && status.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
  } catch {
    return true;
  }
}

/**
 * Writes to a pipe or a file at once, to anything else through Node's stream.
 *
 * @param descriptor 1 or 2
 * @param stream the stream of the same descriptor, made when it is needed
 */
function writerTo(descriptor: number, stream: () => NodeJS.WriteStream): (text: string) => void {
  let streamed: NodeJS.WriteStream | undefined;
  const writeStreamed = (data: string | Uint8Array) => {
    if (streamed === undefined) {
      streamed = stream();
      streamed.on('error', endOnFailure);
    }
    streamed.write(data);
  };
  if (mayBeTerminal(descriptor)) return writeStreamed;
  return (text) => {
    if (streamed !== undefined) return writeStreamed(text);
    let rest: Uint8Array = Buffer.from(text);
    try {
      while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      // A reader that made its pipe non-blocking; the stream waits for it.
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') writeStreamed(rest);
      else endWhereNobodyReads(error as NodeJS.ErrnoException);
    }
  };
}

/** A reader that stops early (`| head`) is no failure. */
function endWhereNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(process.exitCode);
  throw new CommandError(`What is printed cannot be written: ${error.message}.`);
}

/** A stream tells of its failure when nobody waits for it any more. */
function endOnFailure(error: NodeJS.ErrnoException): void {
  try {
    endWhereNobodyReads(error);
  } catch (failure) {
    writeSync(2, `pgconflint: ${(failure as Error).message}\n`);
    process.exit(2);
  }
}

async function askPerson(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await reader.question(question)).trim();
  } finally {
    reader.close();
  }
}

/** What the shell says of the width; some terminals do not tell theirs. */
function columnsSaid({ COLUMNS }: Readonly<Record<string, string | undefined>>): number {
  return /^[1-9]\d{0,3}$/.test(COLUMNS ?? '') ? Number(COLUMNS) : 0;
}

/** Colour only on a terminal; NO_COLOR (any text) forbids it, FORCE_COLOR asks for it elsewhere. */
function wantsColor(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] && env['FORCE_COLOR'] !== '0') return true;
  return isTerminal && env['TERM'] !== 'dumb';
}
