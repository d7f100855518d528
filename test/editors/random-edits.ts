/**
 * Types 100,000 times at random into the examples and into stock files, and compares after each batch the server's texts
 * with the client's, its diagnostics with those of the command line, and its memory with what it was.
 *
 * node --expose-gc --import tsx test/editors/random-edits.ts [edits] [seed]
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { randomEdits } from '../lsp/random-edits.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const edits = Number(process.argv[2] ?? 100_000);
const firstSeed = Number(process.argv[3] ?? 20_261_122);
/** Memory may grow by so much between the first tenth of a run and its end. */
const mostGrowth = 40 * 1024 * 1024;
const time = 8 * 60_000;

const folders: Record<string, string> = { hardened: `${root}examples/hardened`, insecure: `${root}examples/insecure` };
const stock = `${root}test/servers/node_modules/postgres-18/native/share/postgresql`;
if (existsSync(stock)) folders['stock'] = stock;

const runs = [
  { pulls: false, columns: 'utf-16' },
  { pulls: true, columns: 'utf-8' },
] as const;

let failed = false;
for (const [index, run] of runs.entries()) {
  const half = Math.ceil(edits / runs.length);
  let early = 0;
  let late = 0;
  const start = performance.now();
  const seed = firstSeed + index;
  const outcome = await randomEdits({
    ...run,
    folders,
    seed,
    edits: half,
    batch: 100,
    time: time / runs.length,
    onBatch(done) {
      if (done < half / 10 || done % 1000 !== 0) return;
      globalThis.gc?.();
      late = process.memoryUsage().heapUsed;
      if (early === 0) early = late;
    },
  });
  const growth = late - early;
  const how = `${run.pulls ? 'pulled' : 'pushed'}, ${run.columns}, seed ${seed}`;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(
    `${outcome.edits} edits (${how}) in ${seconds} s: ${outcome.comparisons} comparisons of ${outcome.diagnostics} diagnostics, ` +
      `memory ${(early / 2 ** 20).toFixed(0)} MB, then ${(late / 2 ** 20).toFixed(0)} MB`,
  );
  if (outcome.difference !== undefined) {
    console.error(outcome.difference);
    failed = true;
  }
  if (outcome.edits < half) console.log(`stopped after ${time / runs.length / 60_000} minutes`);
  if (growth > mostGrowth) {
    console.error(`Memory grew by ${(growth / 2 ** 20).toFixed(0)} MB.`);
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
