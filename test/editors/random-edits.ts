/**
 * Types 100,000 times at random into the examples and into stock files, under configurations and baselines that change
 * meanwhile, then 2,000 times into the examples alone, and compares after each batch the server's texts
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

const examples = { hardened: `${root}examples/hardened`, insecure: `${root}examples/insecure` };
const folders: Record<string, string> = { ...examples };
const stock = `${root}test/servers/node_modules/postgres-18/native/share/postgresql`;
if (existsSync(stock)) folders['stock'] = stock;

const half = Math.ceil(edits / 2);
const runs = [
  { pulls: false, columns: 'utf-16', folders, edits: half, batch: 200 },
  { pulls: true, columns: 'utf-8', folders, edits: half, batch: 200 },
  // Small files are compared often: what an editor keeps from one edit to the next shows there.
  { pulls: true, columns: 'utf-16', folders: examples, edits: Math.ceil(edits / 50), batch: 5 },
] as const;

let failed = false;
for (const [index, run] of runs.entries()) {
  /** Used memory in MB after each tenth of the run. */
  const memory: number[] = [];
  const start = performance.now();
  const seed = firstSeed + index;
  const outcome = await randomEdits({
    ...run,
    seed,
    time: time / runs.length,
    onBatch(done) {
      if (done < (run.edits / 10) * (memory.length + 1)) return;
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
  if (outcome.edits < run.edits && outcome.difference === undefined) {
    console.error(`Only ${outcome.edits} of ${run.edits} edits in ${time / runs.length / 60_000} minutes.`);
    failed = true;
  }
  if (growth > mostGrowth) {
    console.error(`Memory grew by ${growth} MB.`);
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
