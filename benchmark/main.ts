/**
 * Prints one table of everything that is measured: npm run bench [-- records clusters editor start-up …]
 *
 * Every ratio compares two programs that ran in turn, in the same minutes, on the same machine; docs/performance.md says more.
 */
import { existsSync } from 'node:fs';
import { type Row, tableOf } from './row.js';

const parts: Readonly<Record<string, string>> = {
  'start-up': './start-up.js',
  records: './records.js',
  growth: './growth.js',
  policies: './policies.js',
  clusters: './clusters.js',
  carriers: './carriers.js',
  editor: './lsp.js',
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => parts[name] === undefined);
if (unknown !== undefined)
  throw new Error(`There is no part ${unknown}; the parts are ${Object.keys(parts).join(', ')}.`);
const rows: Row[] = [];
for (const [name, file] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (!existsSync(new URL(file.replace('.js', '.ts'), import.meta.url))) continue;
  const { run } = (await import(file)) as { run(): Promise<Row[]> };
  console.error(`measuring ${name} …`);
  rows.push(...(await run()));
}
console.log(tableOf(rows));
