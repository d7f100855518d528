/**
 * Writes test/fixtures/syntax.jsonl: random files with the answers of servers 10 to 18.
 * node_modules/.bin/tsx test/servers/syntax/record-fixture.ts
 */
import { writeFileSync } from 'node:fs';
import { confErrors } from '../../syntax/server-answers.js';
import { withServers } from '../harness.js';
import { Random } from '../regular-expressions/generator.js';
import type { Server } from '../server.js';
import { askConfErrors, askConfSettings, askHbaRows } from './questions.js';
import { randomConfLine, randomHbaFile } from './random-files.js';

const random = new Random(20261122);
const lines: string[] = [];

/** Adds a line for each different answer, with the majors that give it. */
async function record(servers: Server[], file: object, ask: (server: Server) => unknown): Promise<void> {
  const majors = new Map<string, number[]>();
  for (const server of servers) {
    const answer = JSON.stringify(await ask(server));
    majors.set(answer, [...(majors.get(answer) ?? []), server.major]);
  }
  for (const [answer, of] of majors) lines.push(JSON.stringify({ ...file, majors: of, answer: JSON.parse(answer) }));
}

await withServers(
  async (servers) => {
    for (let count = 0; count < 120; count++) {
      const bytes = randomHbaFile(random);
      await record(servers, { ask: 'hba-rows', text: bytes.toString('latin1') }, (server) => askHbaRows(server, bytes));
    }
    const folders = new Map(servers.map((server) => [server, server.makeFolder('cold')]));
    for (let count = 0; count < 25; count++) {
      const all = Array.from({ length: 25 }, () => randomConfLine(random));
      const text = all.join('\n');
      await record(servers, { ask: 'conf-errors', text }, (server) =>
        askConfErrors(server, folders.get(server)!, text),
      );
      const sound = all.filter((line) => confErrors(`${line}\n`).length === 0).join('\n');
      await record(servers, { ask: 'conf-settings', text: sound }, (server) => askConfSettings(server, sound));
    }
  },
  ({ name }) => !name.includes('debian'),
);
writeFileSync(new URL('../../fixtures/syntax.jsonl', import.meta.url), `${lines.join('\n')}\n`);
console.log(`${lines.length} answers recorded`);
