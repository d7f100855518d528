/**
 * Compares our readings with those of every installed server, on the stock files and on generated inputs.
 *
 *   tsx test/servers/run.ts [--seed N] [--scale X] [--only hba,ident,hosts,conf,values,trees,force,samples] [--servers 15,15-debian]
 *            [--keep]
 *
 * With --keep the verdicts of all servers on what was found are added to test/fixtures/found.jsonl.
 * An input upon which a server closes the connection is left out and named.
 * Ends with 1 where anything differs on a server of a release that the catalogue knows, or where servers close connections more than a few times. The seed of a run is printed; with it the run repeats to the letter.
 */
import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AuthenticationComparison } from './comparisons/authentication.js';
import { HostsComparison } from './comparisons/hosts.js';
import { InForceComparison } from './comparisons/in-force.js';
import { readings } from './comparisons/our-readings.js';
import { caseOf, recordCase } from './comparisons/record.js';
import { compareSamples, uncommented } from './comparisons/samples.js';
import { SettingsComparison } from './comparisons/settings.js';
import { type Disagreement, Tally } from './comparisons/tally.js';
import { authenticationTree } from './generators/authentication-trees.js';
import { settingLine, syntaxLine, unknownName } from './generators/conf.js';
import { confTree } from './generators/conf-trees.js';
import { hbaLine } from './generators/hba.js';
import { hostsLine } from './generators/hosts.js';
import { identLine } from './generators/ident.js';
import { Random } from './generators/random.js';
import { value } from './generators/values.js';
import { withServers } from './harness.js';
import { Outcome } from './outcome.js';
import type { Server } from './server.js';
import { oauthSettings, switchTlsOn } from './settings.js';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string' },
    scale: { type: 'string', default: '1' },
    only: { type: 'string' },
    servers: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
const seed = options.seed === undefined ? Math.floor(Math.random() * 2 ** 32) : Number(options.seed);
const scale = Number(options.scale);
const only = options.only?.split(',');
const wanted = (part: string) => only === undefined || only.includes(part);
const tally = new Tally((text) => console.log(text));
const started = Date.now();
const outcome = new Outcome();

/** How many batches of a kind each server gets at scale 1. */
const batches = { hba: 24, ident: 10, hosts: 26, conf: 6, values: 20, canonical: 8, cold: 60, trees: 120, force: 60 };

function log(text: string): void {
  console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`);
}

/** So many inputs may make servers close their connections: crashes of servers are known, but rare. */
const fewHangUps = 6;

/** So many disagreements of one server on one kind of file are enough to see what is wrong. */
const enough = 8;

async function repeat(
  server: Server,
  kind: Disagreement['kind'],
  count: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  for (let index = 0; index < Math.max(1, Math.round(count * scale)); index++) {
    if (tally.foundOn(server.name, kind) >= enough) return log(`${server.name}: enough of ${kind}`);
    await work(index);
  }
}

/** The same seed for each server and kind, so that all majors see the same lines. */
function randomFor(kind: number): Random {
  return new Random(seed * 31 + kind);
}

async function compareAuthentication(server: Server): Promise<void> {
  const hba = new AuthenticationComparison(server, 'hba', readings, tally);
  const ident = new AuthenticationComparison(server, 'ident', readings, tally);
  const tls = await switchTlsOn(server);
  if (!tls) tally.exclude('ssl = on, without the program openssl to make a certificate');
  if (wanted('hba')) {
    const random = randomFor(1);
    await repeat(server, 'hba', batches.hba, async (index) => {
      // Most lines are read by a server with TLS; the last ones by a server without.
      if (index === Math.round(batches.hba * scale) - 2) await server.configure(oauthSettings(server));
      await hba.lines(random.list(400, 400, () => hbaLine(random)));
    });
  }
  if (wanted('trees')) {
    const random = randomFor(2);
    await repeat(server, 'hba', batches.trees, () => hba.files(authenticationTree(random, 'hba')));
  }
  hba.close();
  if (wanted('ident')) {
    const random = randomFor(3);
    await repeat(server, 'ident', batches.ident, () => ident.lines(random.list(400, 400, () => identLine(random))));
  }
  if (wanted('trees')) {
    const random = randomFor(4);
    await repeat(server, 'ident', batches.trees, () => ident.files(authenticationTree(random, 'ident')));
  }
  ident.close();
}

/** The file of TLS by host name, from 19 on. */
async function compareHosts(server: Server): Promise<void> {
  if (!(await switchTlsOn(server, 'ssl_sni = on\n'))) {
    return tally.exclude('pg_hosts.conf, without the program openssl to make a certificate');
  }
  const comparison = new HostsComparison(server, readings, tally);
  if (wanted('hosts')) {
    const random = randomFor(9);
    await repeat(server, 'hosts', batches.hosts, () =>
      comparison.lines(random.list(400, 400, () => hostsLine(random))),
    );
  }
  if (wanted('trees')) {
    const random = randomFor(10);
    await repeat(server, 'hosts', batches.trees, () => comparison.files(authenticationTree(random, 'hosts')));
  }
  comparison.close();
}

async function compareSettings(server: Server): Promise<void> {
  const settings = await SettingsComparison.open(server, readings, tally);
  const { parameters } = settings;
  try {
    if (wanted('samples')) {
      await settings.files({ 'postgresql.conf': uncommented(server.shared('postgresql.conf.sample')) });
    }
    if (wanted('conf')) {
      const random = randomFor(5);
      await repeat(server, 'conf', batches.conf, () =>
        settings.syntax(random.list(1200, 1200, () => syntaxLine(random, parameters))),
      );
      await repeat(server, 'conf', batches.conf, () =>
        settings.values(random.list(200, 200, () => settingLine(random, unknownName(random, parameters), 'x'))),
      );
    }
    if (wanted('values')) await compareValues(server, settings);
    if (wanted('trees')) {
      const random = randomFor(6);
      // Where the data folder is elsewhere, a start reads another postgresql.auto.conf than the running server.
      const inPlace = parameters.filter(({ name }) => name !== 'data_directory');
      await repeat(server, 'conf', batches.trees, () => settings.files(confTree(random, inPlace)));
    }
  } finally {
    settings.close();
  }
}

async function compareInForce(server: Server): Promise<void> {
  const comparison = await InForceComparison.open(server, readings, tally);
  const random = randomFor(8);
  try {
    await repeat(server, 'conf', batches.force, () => comparison.reload(random));
  } finally {
    comparison.close();
  }
}

/** Values by the hundred: each name in a spelling of its own, so that the server drops none of them unread. */
async function compareValues(server: Server, settings: SettingsComparison): Promise<void> {
  const { parameters } = settings;
  const random = randomFor(7);
  await repeat(server, 'conf', batches.values, async () => {
    const spellings = new Set<string>();
    const lines = random.list(350, 350, () => {
      const parameter = random.pick(parameters);
      const name = spellings.has(parameter.name) ? random.recase(parameter.name) : parameter.name;
      if (spellings.has(name)) return undefined;
      spellings.add(name);
      return settingLine(random, name, value(random, parameter));
    });
    await settings.values(lines.filter((line) => line !== undefined));
  });
  // What `auto` of timing_clock_source stands for, a server prints as well: its machine decides it.
  const convertible = parameters.filter(({ vartype, name }) => vartype !== 'string' && name !== 'timing_clock_source');
  const session = convertible.filter(
    ({ name, context }) =>
      /^(?:superuser|user)$/.test(context) &&
      !/transaction|timeout|^debug_print|^seed$|^exit_on_error$|_stats$|^tcp_/.test(name),
  );
  await repeat(server, 'conf', batches.canonical, () =>
    settings.canonical(session.map((parameter) => ({ name: parameter.name, text: value(random, parameter) }))),
  );
  const others = convertible.filter((parameter) => !session.includes(parameter) && parameter.context !== 'internal');
  await repeat(server, 'conf', batches.cold, async () => {
    const parameter = random.pick(others);
    settings.coldValue(parameter.name, value(random, parameter));
  });
}

/** Adds what was found to the fixtures, with every server's verdict. */
async function keep(servers: readonly Server[]): Promise<void> {
  for (const server of servers) await switchTlsOn(server);
  for (const [index, { kind, files, show }] of tally.disagreements.entries()) {
    if (Object.keys(files).length === 0) continue;
    const recorded = await recordCase(servers, caseOf(`found-${seed}-${index}`, kind, files, show));
    appendFileSync(fileURLToPath(new URL('../fixtures/found.jsonl', import.meta.url)), `${JSON.stringify(recorded)}\n`);
  }
}

const chosen = options.servers?.split(',');
log(`seed ${seed}`);
await withServers(
  async (servers) => {
    for (const { installation } of servers) outcome.add(installation);
    log(`running: ${outcome.servers}`);
    for (const server of servers) {
      if (wanted('samples')) compareSamples(server, readings, tally);
      if (['hba', 'ident', 'trees'].some(wanted)) await compareAuthentication(server);
      if (['hosts', 'trees'].some(wanted) && server.major >= 19) await compareHosts(server);
      if (['conf', 'values', 'trees', 'samples'].some(wanted)) await compareSettings(server);
      if (wanted('force')) await compareInForce(server);
      log(`${server.name}: ${tally.disagreements.length} disagreements so far`);
    }
    for (const found of tally.disagreements) {
      outcome.differs(servers.find(({ name }) => name === found.server)!.installation);
    }
    if (options.keep) await keep(servers);
  },
  ({ name }) => chosen === undefined || chosen.includes(name),
);
console.log(tally.report());
const total = [...tally.compared.values()].reduce((sum, count) => sum + count, 0);
outcome.end();
log(`${total - tally.disagreements.length} passed, ${outcome.failures} failed (seed ${seed})`);
if (tally.hungUp.length > fewHangUps) process.exitCode = 1;
