import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lint } from '../../src/api/lint.js';
import type { Major } from '../../src/catalog/majors.js';

/** What a server would refuse or ignore in a text beside a folder conf.d: each problem's rule and message. */
export async function lintText(name: string, text: string, target: Major): Promise<string[]> {
  const cwd = mkdtempSync(join(tmpdir(), 'snippet-'));
  try {
    writeFileSync(join(cwd, name), text);
    mkdirSync(join(cwd, 'conf.d'));
    const { files, failures } = await lint(name, { cwd, presets: ['correctness'], postgres: [target] });
    const problems = files.flatMap((file) => file.problems);
    return [...failures, ...problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)];
  } finally {
    rmSync(cwd, { recursive: true });
  }
}
