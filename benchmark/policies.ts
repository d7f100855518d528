/**
 * How long a policy of 50 statements takes over 10,000 records, beside judging the same file by the rules.
 *
 * npm run build && npx tsx benchmark/policies.ts
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternate, bareNode, pgconflint } from './measure.js';
import { printAlone, type Row, rowsOf } from './row.js';
import { hbaText } from './texts.js';

const records = 10_000;
const statements = 50;

/** Measures a policy that holds, and one whose statements are all violated. */
export async function run(): Promise<Row[]> {
  const base = mkdtempSync(join(tmpdir(), 'pgconflint-'));
  try {
    const folder = join(base, 'cluster');
    mkdirSync(folder);
    writeFileSync(join(folder, 'pg_hba.conf'), hbaText(records));
    const holding = write(base, 'holding', (index) => `never: { role: user${index * 7}, from: 192.168.0.0/16 }`);
    const violated = write(base, 'violated', (index) => `never: { database: app${index}, from: 10.0.0.0/8 }`);
    const prove = (policy: string) => ['prove', '--policy', policy, '--postgres', '18', folder];
    const subjects = [
      bareNode,
      pgconflint('lint', ['lint', '--format', 'json', '--postgres', '18', folder]),
      pgconflint('prove, each statement holds', prove(holding)),
      pgconflint('prove, each statement is violated', prove(violated)),
    ];
    return rowsOf(`${records} records, ${statements} statements`, await alternate(subjects, 5));
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

function write(base: string, name: string, statement: (index: number) => string): string {
  const path = join(base, `${name}.yaml`);
  const lines = Array.from({ length: statements }, (_, index) => `  - name: ${name} ${index}\n    ${statement(index)}`);
  writeFileSync(path, `statements:\n${lines.join('\n')}\n`);
  return path;
}

await printAlone(import.meta.url, run);
