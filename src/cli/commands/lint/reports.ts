import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { LintResult } from '../../../linter/engine/lint.js';
import { version } from '../../../project/generated/version.js';
import { join, nothing, type Printable, say } from '../../../report/printable.js';
import {
  defaultFormat,
  type ReportContext,
  type Reporter,
  type ReportText,
  reporters,
  wholeText,
} from '../../../report/reporter.js';
import { showsLinks } from '../../../report/text/links.js';
import { readChoice } from '../../choices.js';
import { CommandError, type Terminal } from '../../command.js';

/** One report to make: how it looks, and where it goes. */
export interface ReportRequest {
  format: string;
  /** As written; undefined for standard output. */
  file: string | undefined;
}

/**
 * Reads `--format NAME`, `--format NAME=FILE` and `--output-file FILE`.
 *
 * @param formats the values of `--format`
 * @param outputFile where a report without a file of its own goes
 * @throws CommandError where a format is unknown, or two reports would go to one place
 */
export async function readReports(
  formats: readonly string[],
  outputFile: string | undefined,
): Promise<ReportRequest[]> {
  const requests: ReportRequest[] = [];
  for (const text of formats.length === 0 ? [defaultFormat] : formats) {
    const at = text.indexOf('=');
    const format = await readChoice('format', at === -1 ? text : text.slice(0, at), Object.keys(reporters));
    if (at === text.length - 1) throw new CommandError(`--format ${text} names no file; write --format ${text}FILE.`);
    requests.push({ format, file: at === -1 ? undefined : text.slice(at + 1) });
  }
  const first = requests.find((request) => request.file === undefined);
  if (outputFile !== undefined) {
    if (first === undefined) throw new CommandError('--output-file is for a format without a file of its own.');
    first.file = outputFile;
  }
  const places = requests.map((request) => request.file);
  const twice = places.find((place, index) => places.indexOf(place) !== index);
  if (places.length !== new Set(places).size) {
    const where = twice === undefined ? 'standard output' : twice;
    throw new CommandError(`Two reports would go to ${where}; write --format NAME=FILE for one of them.`);
  }
  return requests;
}

/**
 * Makes the reports of a result: all of them first, so that a failure leaves nothing half-written.
 *
 * @param result what is shown
 * @param requests which reports go where
 * @param said what a report may say beside the result
 * @throws CommandError where a file cannot be written
 */
export async function writeReports(
  result: LintResult,
  requests: readonly ReportRequest[],
  said: ReportWords,
  terminal: Terminal,
): Promise<void> {
  const made: { request: ReportRequest; text: ReportText }[] = [];
  for (const request of requests) {
    const reporter: Reporter = await reporters[request.format]!();
    const text = await reporter(result, {
      ...said,
      ...(request.file === undefined ? here(terminal) : inFile),
      version,
    });
    made.push({ request, text });
  }
  for (const { request, text } of made) {
    if (request.file !== undefined) await writeReport(request.file, wholeText(text), terminal);
    else if (typeof text === 'string') terminal.write(text);
    else writePieces(text, terminal);
  }
}

/** What a report may say beside the result. */
export type ReportWords = Pick<ReportContext, 'cwd' | 'rules' | 'preset' | 'beside'>;

/** How a report looks that goes to standard output. */
function here({
  color,
  columns,
  isTerminal,
  env,
}: Terminal): Pick<ReportContext, 'color' | 'columns' | 'onTerminal' | 'links'> {
  return { color, columns, onTerminal: isTerminal, links: isTerminal && color && showsLinks(env) };
}

/** In a file nobody is there to be told anything beside it. */
const inFile = { color: false, columns: 80, beside: undefined };

/** Writes a report in as few steps as its length allows. */
function writePieces(text: Iterable<Printable>, terminal: Terminal): void {
  let waiting = nothing;
  for (const piece of text) {
    waiting = join([waiting, piece]);
    if (waiting.length < piecesTogether) continue;
    terminal.write(waiting);
    waiting = nothing;
  }
  if (waiting !== nothing) terminal.write(waiting);
}

/** In characters. */
const piecesTogether = 100_000;

/**
 * Writes one report, with the folders it needs.
 *
 * @throws CommandError where it cannot be written
 */
export async function writeReport(file: string, text: Printable, terminal: Terminal): Promise<void> {
  const { makeFolders, writeWhole } = await import('../../../files/write-whole.js');
  const path = resolve(terminal.cwd, file);
  try {
    const folder = dirname(path);
    if (!existsSync(folder)) {
      makeFolders(folder);
      terminal.writeError(say`pgconflint: made the folder ${dirname(file)} for the report.\n`);
    }
    writeWhole(path, text);
  } catch (error) {
    throw new CommandError(`The report ${file} cannot be written: ${(error as Error).message}.`);
  }
}
