/**
 * Records the verdicts of all installed servers on inputs, as fixtures for the tests without servers.
 *
 *   tsx test/servers/record.ts INPUTS.jsonl >> test/fixtures/found.jsonl
 *
 * Each line of INPUTS is a case without verdicts: id, file (conf, hba or ident), text, and where they are needed files,
 * auto_conf and show.
 */
import { readFileSync } from 'node:fs';
import { type CaseInput, recordCase } from './comparisons/record.js';
import { withServers } from './harness.js';
import { switchTlsOn } from './settings.js';

const path = process.argv[2];
if (path === undefined) {
  console.error('usage: tsx test/servers/record.ts INPUTS.jsonl');
  process.exit(2);
}
const inputs = readFileSync(path, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as CaseInput);
await withServers(async (servers) => {
  for (const server of servers) await switchTlsOn(server);
  for (const input of inputs) console.log(JSON.stringify(await recordCase(servers, input)));
});
