/**
 * Starts real servers with files of which a rule says what they do with them, and compares with what the rule says.
 *
 *     npx tsx test/servers/values/claims.ts [--record]
 *
 * With --record the verdicts are written to test/fixtures/claims.jsonl.
 */
import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isSaid } from '../../rules/said.js';
import { DataFolder } from '../data-folder.js';
import { type Installation, serverAccount } from '../installations.js';
import { Outcome } from '../outcome.js';
import { type ClaimCase, claimCases } from './claim-cases.js';
import { packagedServers } from './settings-reader.js';

const account = serverAccount();

/** Whether a server does what is claimed of it. */
async function holds(data: DataFolder, installation: Installation, claim: ClaimCase): Promise<boolean> {
  const { files, up, says, silentOn, shows } = claim;
  const main = files['postgresql.conf'] ?? '';
  const sockets = main.includes('unix_socket_directories') ? '' : `unix_socket_directories = '${base}'\n`;
  const listen = main.includes('listen_addresses') ? '' : "listen_addresses = ''\n";
  const ours = `port = ${7100 + installation.major}\nfsync = off\n${sockets}${listen}`;
  const { isUp, log } = await data.start({ ...files, 'postgresql.conf': `${ours}${main}` });
  if (up !== undefined && up !== isUp) return false;
  if (says !== undefined && !new RegExp(says).test(log)) return false;
  if (silentOn !== undefined && log.includes(silentOn)) return false;
  if (shows === undefined) return true;
  const asked = spawnSync(join(installation.bin, 'postgres'), ['-D', data.folder, '-C', shows[0]], {
    ...account,
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    encoding: 'utf8',
  });
  return asked.stdout.trim() === shows[1];
}

const { values: options } = parseArgs({ options: { record: { type: 'boolean', default: false } } });
const base = mkdtempSync(join(tmpdir(), 'pgconflint-claims-'));
if (account !== undefined) chownSync(base, account.uid, account.gid);
const verdicts = new Map<ClaimCase, Record<string, boolean>>(claimCases.map((claim) => [claim, {}]));
const outcome = new Outcome();
let differences = 0;
const queue = packagedServers(base);
const asked = queue.length;
await Promise.all(
  [0, 1].map(async () => {
    for (let installation = queue.shift(); installation !== undefined; installation = queue.shift()) {
      outcome.add(installation);
      const { major } = installation;
      const data = new DataFolder(join(base, installation.name), installation, account);
      for (const claim of claimCases) {
        if (major < (claim.from ?? 0)) continue;
        const verdict = await holds(data, installation, claim);
        verdicts.get(claim)![major] = verdict;
        if (isSaid(claim, major) === verdict) continue;
        differences++;
        outcome.differs(installation);
        console.log(
          `PostgreSQL ${major}: ${claim.rule}, ${JSON.stringify(claim.files)}: the server ${verdict ? 'does' : 'does not'}`,
        );
      }
    }
  }),
);
console.log(`${claimCases.length} claims on ${asked} servers, ${outcome.servers}: ${differences} differences`);
if (options.record) {
  const lines = [...verdicts].map(([{ rule, files }, verdict]) => JSON.stringify({ rule, files, verdicts: verdict }));
  writeFileSync(fileURLToPath(new URL('../../fixtures/claims.jsonl', import.meta.url)), `${lines.join('\n')}\n`);
}
rmSync(base, { recursive: true, force: true });
outcome.end();
