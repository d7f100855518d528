/** Makes src/catalog/data out of real servers: `npm run catalog`. With --check it writes nothing and fails on a difference. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findInstallations, serverAccount } from '../../test/servers/installations.js';
import { readEncodings, readTimeZones, timeZoneLines } from './lists.js';
import { dataModule, mergeRecord, type Observation, stringModule } from './merge.js';
import { observeServers } from './observe.js';

const root = new URL('../../', import.meta.url);
const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    work: { type: 'string', default: join(tmpdir(), 'pgconflint-catalog') },
  },
});

function group(observations: readonly Observation[]): Observation[][] {
  const groups = new Map<string, Observation[]>();
  for (const observation of observations) {
    const name = observation.row.name.toLowerCase();
    groups.set(name, [...(groups.get(name) ?? []), observation]);
  }
  return [...groups.values()];
}

async function main(): Promise<void> {
  mkdirSync(options.work, { recursive: true, mode: 0o755 });
  const account = serverAccount();
  const found = await observeServers(findInstallations(account, options.work), options.work, account);
  const origin = 'Made by `npm run catalog` out of the servers themselves; not edited by hand.';
  const files = {
    'parameters.ts': dataModule(origin, group(found.core).map(mergeRecord)),
    'extensions.ts': dataModule(origin, group(found.libraries).map(mergeRecord)),
    'timezones.ts': stringModule(origin, timeZoneLines(await readTimeZones(found.sandboxes))),
    'encodings.ts': stringModule(origin, await readEncodings(found.sandboxes)),
  };
  let stale = false;
  for (const [name, text] of Object.entries(files)) {
    const url = new URL(`src/catalog/data/${name}`, root);
    const before = existsSync(url) ? readFileSync(url, 'utf8') : '';
    if (before === text) continue;
    stale = true;
    if (options.check) console.error(`src/catalog/data/${name} differs from what the servers say`);
    else writeFileSync(url, text);
  }
  // Only now: the look-ups read the files that were just written.
  const { disagreements } = await import('./verify.js');
  const wrong = disagreements(found.sandboxes);
  for (const line of wrong) console.error(line);
  if (wrong.length > 0 || (options.check && stale)) process.exitCode = 1;
  console.log(`${found.core.length} observations of core parameters, ${found.libraries.length} of libraries`);
}

await main();
