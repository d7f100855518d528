/**
 * Types 100,000 times at random into the examples and into stock files, under configurations and baselines that change
 * meanwhile, and compares after each batch the server's texts
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
/** Memory may grow by so many MB after the first tenth of a run. */
const mostGrowth = 20;
const time = 9 * 60_000;

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
  /** Used memory in MB after each tenth of the run. */
  const memory: number[] = [];
  const start = performance.now();
  const seed = firstSeed + index;
  const outcome = await randomEdits({
    ...run,
    folders,
    seed,
    edits: half,
    batch: 200,
    time: time / runs.length,
    onBatch(done) {
      if (done < (half / 10) * (memory.length + 1)) return;
      globalThis.gc?.();
      memory.push(Math.round(process.memoryUsage().heapUsed / 2 ** 20));
    },
  });
  const growth = Math.max(...memory) - memory[0]!;
  const how = `${run.pulls ? 'pulled' : 'pushed'}, ${run.columns}, seed ${seed}`;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(
    `${outcome.edits} edits (${how}) in ${seconds} s: ${outcome.comparisons} comparisons of ${outcome.diagnostics} diagnostics, ` +
      `memory by tenths ${memory.join(' ')} MB`,
  );
  if (outcome.difference !== undefined) {
    console.error(outcome.difference);
    failed = true;
  }
  if (outcome.edits < half && outcome.difference === undefined) {
    console.error(`Only ${outcome.edits} of ${half} edits in ${time / runs.length / 60_000} minutes.`);
    failed = true;
  }
  if (growth > mostGrowth) {
    console.error(`Memory grew by ${growth} MB.`);
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
