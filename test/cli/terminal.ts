import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Terminal } from '../../src/cli/command.js';
import { run } from '../../src/cli/run.js';

/** Writes a new folder with files and gives its path; whoever calls this removes it. */
export function writeFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'pgconflint-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export interface Outcome {
  code: number;
  output: string;
  errors: string;
}

/** Runs the command line in a folder and gives what it wrote. */
export async function runIn(
  cwd: string,
  args: string[],
  input = '',
  changes: Partial<Terminal> = {},
): Promise<Outcome> {
  const outcome: Outcome = { code: -1, output: '', errors: '' };
  const terminal: Terminal = {
    cwd,
    env: {},
    isTerminal: false,
    columns: 80,
    color: false,
    write: (text) => void (outcome.output += text),
    writeError: (text) => void (outcome.errors += text),
    readStandardInput: async () => new TextEncoder().encode(input),
    ...changes,
  };
  outcome.code = await run(args, terminal);
  return outcome;
}

/**
 * What a run says on standard error where it found nothing: how many files, for which majors, which rules.
 *
 * @param start its first line; `before` it come the lines that are said earlier
 */
export function verdict(start: string, before = ''): RegExp {
  const literal = `${before}${start}\n`.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  return new RegExp(`^${literal}Checked [^]+\\.\nRules: [^]+\\.\n$`);
}

/** The same for a run that knows no problem from a baseline. */
export function noProblemsIn(files: number, before = ''): RegExp {
  return verdict(`No problems in ${files} file${files === 1 ? '' : 's'}.`, before);
}
