import { relativePath, toCorePath } from '../files/paths.js';
import type { LintResult, LintSource } from '../linter/engine/lint.js';
import { type FixRun, fixAll } from '../linter/fixes.js';
import type { Problem } from '../linter/problem.js';
import type { Configured } from '../project/configured.js';
import type { ReadSources } from '../project/sources.js';
import { asIs, join, lineEnd, say, visible, visibleLine } from '../report/printable.js';
import { CommandError, type Terminal } from './command.js';
import type { FixOptions } from './commands/lint/options.js';

/** What is left after fixing, and whether standard output now holds something other than the report. */
export interface FixedRun {
  result: LintResult;
  terminal: Terminal;
  hidesReport?: boolean;
  exitCode?: number | undefined;
}

/** A result with all of its problems in one list, as fixAll wants it. */
interface Relinted {
  result: LintResult;
  problems: Problem[];
}

/**
 * Lints, applies fixes until none is left, and writes, prints or only reports what came out.
 *
 * @param lintSources lints clusters with the configuration of this run
 * @param work does what looks configurations up
 * @throws CommandError where fixes undo each other, or files cannot be written; nothing is written then
 */
export async function fix(
  read: ReadSources,
  lintSources: (sources: readonly LintSource[]) => LintResult,
  work: Configured['work'],
  options: FixOptions,
  terminal: Terminal,
): Promise<FixedRun> {
  const textOf = (file: string) => read.fileSystem.read(file)?.text ?? '';
  const relint = (texts: ReadonlyMap<string, string>): Relinted => {
    const result = lintSources(texts.size === 0 ? read.sources : read.withTexts(texts));
    return { result, problems: result.files.flatMap((file) => file.problems) };
  };
  const run = await work(() => fixAll(relint, textOf, options.level));
  if (run.loop !== undefined) {
    throw new CommandError(
      `The fixes of ${run.loop.join(' and ')} undo each other, so nothing was written; switch one of the rules off.`,
    );
  }
  const result = mark(run);
  if (options.mode === 'report') return { result, terminal };
  if (options.mode === 'diff')
    return { result, terminal, hidesReport: true, exitCode: await printDiff(run, read, terminal) };
  if (read.standardInput !== undefined) return writeStandardOutput(run, read, result, terminal);
  const { writeFiles } = await import('../project/write-files.js');
  writeFiles(run.texts, read, toCorePath(terminal.cwd));
  tell(run, terminal);
  return { result, terminal };
}

function mark({ result: { result }, texts }: FixRun<Relinted>): LintResult {
  return { ...result, files: result.files.map((file) => (texts.has(file.path) ? { ...file, fixed: true } : file)) };
}

/** Standard input is mended to standard output; the report goes beside it. */
function writeStandardOutput(
  { texts }: FixRun<Relinted>,
  { standardInput, fileSystem }: ReadSources,
  result: LintResult,
  terminal: Terminal,
): FixedRun {
  const text = texts.get(standardInput!) ?? fileSystem.read(standardInput!)?.text ?? '';
  terminal.write(asIs(text));
  const beside: Terminal = { ...terminal, write: terminal.writeError, isTerminal: false, color: false };
  return { result, terminal: beside };
}

function tell({ texts, fixed }: FixRun<Relinted>, terminal: Terminal): void {
  const cwd = toCorePath(terminal.cwd);
  for (const file of [...texts.keys()].sort()) {
    const rules = fixed
      .filter((problem) => problem.fix?.edits.some((edit) => edit.file === file))
      .map(({ ruleId }) => ruleId);
    const names = [...new Set(rules)].sort().join(', ');
    const count = `${rules.length} problem${rules.length === 1 ? '' : 's'}`;
    terminal.writeError(say`pgconflint: fixed ${count} in ${relativePath(file, cwd)} (${names}).\n`);
  }
}

async function printDiff(
  { texts }: FixRun<Relinted>,
  { fileSystem }: ReadSources,
  terminal: Terminal,
): Promise<number> {
  if (texts.size === 0) return 0;
  const { createTwoFilesPatch } = await import('diff');
  const cwd = toCorePath(terminal.cwd);
  for (const [file, text] of [...texts].sort()) {
    const name = relativePath(file, cwd);
    const before = fileSystem.read(file)?.text ?? '';
    const patch = createTwoFilesPatch(`a/${visible(name)}`, `b/${visible(name)}`, before, text, undefined, undefined, {
      context: 3,
    });
    // The first line is a rule that neither git nor patch needs.
    const lines = patch.replace(/^=+\n/, '').replace(/\n$/, '').split('\n');
    const shown = lines.map(visibleLine);
    for (const line of shown) terminal.write(join([line, lineEnd]));
    if (lines.every((line, index) => line.replace(/\r$/, '') === shown[index])) continue;
    terminal.writeError(
      say`pgconflint: ${name} holds characters that cannot be seen; they are written as \\u… above, so that this is not a patch for these lines.\n`,
    );
  }
  return 1;
}
