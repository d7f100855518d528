/**
 * Compares trees with what real servers make of random files:
 * node_modules/.bin/tsx test/servers/syntax/compare.ts [files] [seed]
 * Prints disagreements and ends with status 1 where there is one.
 */
import type { HbaRow } from '../../syntax/server-answers.js';
import { confErrors, confSettings, hbaRows } from '../../syntax/server-answers.js';
import { withServers } from '../harness.js';
import { Random } from '../regular-expressions/generator.js';
import type { Server } from '../server.js';
import { askConfErrors, askConfSettings, askHbaRows } from './questions.js';
import { randomConfLine, randomHbaFile, randomHbaFileWithZeros, randomLongHbaFile } from './random-files.js';

const files = Number(process.argv[2] ?? 100);
const random = new Random(Number(process.argv[3] ?? Date.now()));
let compared = 0;
let different = 0;

function compare(server: Server, text: string, ours: unknown[], theirs: unknown[]): void {
  compared++;
  const at = Array.from({ length: Math.max(ours.length, theirs.length) }).findIndex(
    (_, index) => JSON.stringify(ours[index]) !== JSON.stringify(theirs[index]),
  );
  if (at === -1) return;
  different++;
  const short = (value: unknown) =>
    JSON.stringify(value)?.replace(/(.)\1{20,}/g, (run, one) => `<${one} ${run.length} times>`);
  console.log(`${server.name}: ${short(text)}\n  ours ${short(ours[at])}\n  server ${short(theirs[at])}`);
}

/** Where zero bytes or cut lines glue and part lines, the server counts lines of its own. */
const withoutLines = (rows: HbaRow[]) => rows.map(([, ...rest]) => rest);

await withServers(async (servers) => {
  const folders = new Map(servers.map((server) => [server, server.makeFolder('cold')]));
  for (let file = 0; file < files; file++) {
    const [plain, long, zeros] = [randomHbaFile(random), randomLongHbaFile(random), randomHbaFileWithZeros(random)];
    const lines = Array.from({ length: 25 }, () => randomConfLine(random));
    const broken = lines.join('\n');
    const sound = lines.filter((line) => confErrors(`${line}\n`).length === 0).join('\n');
    for (const server of servers) {
      const shape = plain.includes(0) ? withoutLines : (rows: HbaRow[]) => rows;
      const { major } = server;
      compare(server, plain.toString('latin1'), shape(hbaRows(plain, major)), shape(await askHbaRows(server, plain)));
      for (const bytes of [long, zeros]) {
        const [ours, theirs] = [hbaRows(bytes, major), await askHbaRows(server, bytes)].map(withoutLines);
        compare(server, bytes.toString('latin1'), ours!, theirs!);
      }
      compare(server, broken, confErrors(broken), askConfErrors(server, folders.get(server)!, broken));
      compare(server, sound, confSettings(sound), await askConfSettings(server, sound));
      server.restore();
    }
  }
});
console.log(`${compared} answers compared, ${different} different`);
if (different > 0) process.exitCode = 1;
