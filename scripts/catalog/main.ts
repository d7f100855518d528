/** Makes src/catalog/data out of real servers: `npm run catalog`. With --check it writes nothing and fails on a difference. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { developmentMajor, type Major, majors } from '../../src/catalog/majors.js';
import { findInstallations, serverAccount } from '../../test/servers/installations.js';
import { readEncodings, readTimeZones, timeZoneLines } from './lists.js';
import { dataModule, mergeRecord, type Observation, stringModule } from './merge.js';
import { factsUrl, observeServers } from './observe.js';
import { observedLines, seenReleases } from './releases.js';
import { readShippedLibraries } from './shipped.js';

/** Majors of which only the source was read. */
const withoutServer: readonly Major[] = developmentMajor === undefined ? [] : [developmentMajor];

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
  const installations = findInstallations(account, options.work);
  const found = await observeServers(installations, options.work, account);
  const { sandboxes } = found;
  // A server of a major that no npm package has reads the time zones of its machine.
  const packaged = sandboxes.filter(({ installation }) => installation.program.startsWith(installation.bin));
  const releases = seenReleases(installations);
  const origin = 'Made by `npm run catalog` out of the servers themselves; not edited by hand.';
  const files = {
    'parameters.ts': dataModule(origin, group(found.core).map(mergeRecord)),
    'extensions.ts': dataModule(origin, group(found.libraries).map(mergeRecord)),
    'timezones.ts': stringModule(origin, timeZoneLines(await readTimeZones(packaged))),
    // These need a server of every major, and stay as they are on a machine that lacks one.
    ...(sandboxes.length === majors.length - withoutServer.length
      ? {
          'encodings.ts': stringModule(origin, await readEncodings(sandboxes)),
          'shipped-libraries.ts': stringModule(origin, await readShippedLibraries(sandboxes)),
        }
      : {}),
  };
  if (!options.check) {
    for (const [name, facts] of found.recorded) writeFileSync(factsUrl(name), `${JSON.stringify(facts, null, 2)}\n`);
    writeFileSync(factsUrl('releases.json'), `${JSON.stringify(releases, null, 2)}\n`);
    const text = stringModule(origin, observedLines(releases, found.core));
    writeFileSync(new URL('src/catalog/data/observed.ts', root), text);
  }
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
  const wrong = disagreements(sandboxes);
  for (const line of wrong) console.error(line);
  if (wrong.length > 0 || (options.check && stale)) process.exitCode = 1;
  console.log(`${found.core.length} observations of core parameters, ${found.libraries.length} of libraries`);
}

await main();
