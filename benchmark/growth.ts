/**
 * How the time and the memory of a run grow with the records, from 1,000 to 1,000,000.
 *
 * npm run build && npx tsx benchmark/growth.ts
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternate, bareNode, pgconflint } from './measure.js';
import { printAlone, type Row, rowsOf } from './row.js';
import { hbaText } from './texts.js';

const sizes = [1_000, 10_000, 100_000, 1_000_000];

/** Measures all sizes in turn. */
export async function run(): Promise<Row[]> {
  const base = mkdtempSync(join(tmpdir(), 'pgconflint-'));
  try {
    const subjects = sizes.map((size) => {
      const folder = join(base, `${size}`);
      mkdirSync(folder);
      writeFileSync(join(folder, 'pg_hba.conf'), hbaText(size));
      return pgconflint(`${size} records`, ['lint', '--format', 'json', folder]);
    });
    return rowsOf('growth, networks', await alternate([bareNode, ...subjects], 3));
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

await printAlone(import.meta.url, run);
