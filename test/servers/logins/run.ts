/**
 * Logs in for real: generated files of pg_hba.conf, many logins of each, and what `who --test` says of them.
 *
 *   tsx test/servers/logins/run.ts [--seed N] [--logins N] [--servers 12,14,16,18]
 */
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../../../src/cli/run.js';
import { Random } from '../generators/random.js';
import { findInstallations, serverAccount } from '../installations.js';
import { shrinkList } from '../shrink.js';
import { type Attempt, LoginServer } from './login-server.js';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, logins: { type: 'string' }, servers: { type: 'string' } },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 32));
const wanted = (values.servers ?? '12,14,16,18').split(',');
/** Of each server in all, of each file, and at once. */
const total = Number(values.logins ?? 5_600);
const loginsPerFile = 400;
const atOnce = 8;

const members = { alice: ['ops'], bob: ['dba'], ops: ['staff'], dba: [], staff: [], carol: [], app: [], postgres: [] };
const sql = [
  ...['staff', 'ops', 'dba', 'alice', 'bob', 'carol', 'app'].map((role) => `create role ${role} login`),
  'grant staff to ops',
  'grant ops to alice',
  'grant dba to bob',
].join('\n');
const users = ['alice', 'bob', 'carol', 'app', 'ops', 'nobody', 'Alice', 'postgres'];
const databases = ['app', 'alice', 'staff', 'ops', 'sales', 'replication', 'all'];

function record(random: Random, major: number): string {
  const types = [
    'local',
    'host',
    'host',
    'hostssl',
    'hostnossl',
    ...(major >= 12 ? ['hostgssenc', 'hostnogssenc'] : []),
  ];
  const type = random.pick(types);
  const expressions = major >= 16 ? ['/^a', '/l', '"/^(app|sales)$"'] : [];
  const list = (from: readonly string[]) => random.list(1, 3, () => random.pick(from)).join(',');
  const database = list([
    ...databases,
    'all',
    'sameuser',
    'samerole',
    'replication',
    '"all"',
    '"replication"',
    '+ops',
    ...expressions,
  ]);
  const user = list([...users, 'all', 'all', '+ops', '+staff', '+dba', '+alice', '"all"', '"+ops"', ...expressions]);
  const method = random.pick(['trust', 'reject', 'md5', 'password', 'scram-sha-256']);
  const octets = () => `127.${random.integer(0, 2)}.${random.integer(0, 3)}.${random.integer(1, 40)}`;
  const address = random.choose(
    [6, () => `${octets()}/${random.pick([8, 15, 16, 22, 23, 24, 27, 29, 30, 32])}`],
    [1, () => `${octets()} ${random.pick(['255.0.255.0', '255.255.0.255', '255.0.0.3', '255.255.255.248'])}`],
    [1, () => random.pick(['::1/128', '::/0', '::/127', '::ffff:127.0.0.1/128', 'fe80::/10'])],
    [1, () => random.pick(['all', 'samenet', 'samehost', '0.0.0.0/0', '10.0.0.0/8', '"all"'])],
  );
  return type === 'local' ? `local ${database} ${user} ${method}` : `${type} ${database} ${user} ${address} ${method}`;
}

function attempt(random: Random): Attempt {
  const transport = random.pick(['local', 'plain', 'plain', 'tls'] as const);
  const address = () => `127.${random.integer(0, 2)}.${random.integer(0, 3)}.${random.integer(1, 40)}`;
  const from =
    transport === 'local' ? undefined : random.chance(0.15) ? '::1' : random.chance(0.1) ? '127.0.0.1' : address();
  return {
    user: random.pick(users),
    database: random.pick(databases),
    replication: random.chance(0.15),
    transport,
    from,
  };
}

/** What `who --test` answers, in the words of the server: a method, reject or implicit-reject; `depends` stays. */
async function ours(folder: string, major: number, hba: string, attempts: readonly Attempt[]): Promise<string[]> {
  writeFileSync(join(folder, 'pg_hba.conf'), hba);
  const logins = attempts.map(({ transport, from, ...login }) => ({
    ...login,
    from: from ?? 'local',
    tls: transport === 'tls',
    hostname: '',
  }));
  writeFileSync(join(folder, 'logins.json'), JSON.stringify({ members, logins }));
  let [output, errors] = ['', ''];
  const code = await run(
    ['who', '--test', 'logins.json', '--format', 'json', '--postgres', `${major}`, 'pg_hba.conf'],
    {
      cwd: folder,
      env: {},
      isTerminal: false,
      columns: 80,
      color: false,
      write: (text) => void (output += text),
      writeError: (text) => void (errors += text),
      readStandardInput: async () => new Uint8Array(),
    },
  );
  if (code !== 0) throw new Error(errors);
  const answers = JSON.parse(output) as { verdict: string; decision: { method: string } | null }[];
  return answers.map(({ verdict, decision }) => decision?.method ?? verdict);
}

async function theirs(server: LoginServer, attempts: readonly Attempt[]): Promise<string[]> {
  const outcomes: string[] = new Array(attempts.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < attempts.length; index = next++)
      outcomes[index] = await server.attempt(attempts[index]!);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return outcomes;
}

const account = serverAccount();
const base = mkdtempSync(join(tmpdir(), 'pgconflint-'));
const folder = mkdtempSync(join(tmpdir(), 'pgconflint-'));
if (account) chownSync(base, account.uid, account.gid);
const servers: LoginServer[] = [];
const counts = { compared: 0, open: 0, different: 0 };
console.log(`seed ${seed}`);
try {
  for (const installation of findInstallations(account, base)) {
    if (!wanted.includes(installation.name)) continue;
    const { major } = installation;
    const server = await LoginServer.start(installation, base, account, sql);
    servers.push(server);
    const random = new Random(seed + major);
    const started = { ...counts };
    for (let done = 0; done < total; done += loginsPerFile) {
      const lines = random.list(15, 60, () => record(random, major));
      const attempts = random.list(loginsPerFile, loginsPerFile, () => attempt(random));
      const hba = `${lines.join('\n')}\n`;
      await server.use(hba);
      const [said, happened] = [await ours(folder, major, hba, attempts), await theirs(server, attempts)];
      for (const [index, one] of attempts.entries()) {
        if (said[index] === 'depends') counts.open++;
        else counts.compared++;
        if (said[index] === 'depends' || said[index] === happened[index]) continue;
        counts.different++;
        const fails = async (fewer: readonly string[]) => {
          const text = `${fewer.join('\n')}\n`;
          await server.use(text);
          return (await ours(folder, major, text, [one]))[0] !== (await server.attempt(one));
        };
        const shrunk = counts.different <= 5 ? await shrinkList(lines, fails, 60) : lines;
        console.log(
          `DISAGREEMENT on ${major}: ${JSON.stringify(one)}\n  we ${said[index]}, the server ${happened[index]}\n  ${shrunk.join('\n  ')}`,
        );
        await server.use(hba);
      }
    }
    console.log(
      `${installation.name}: ${counts.compared - started.compared} compared, ${counts.open - started.open} open, ${counts.different - started.different} different`,
    );
    await server.stop();
  }
} finally {
  await Promise.allSettled(servers.map((server) => server.stop()));
  rmSync(base, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${counts.compared - counts.different} passed, ${counts.different} failed (seed ${seed})`);
process.exitCode = counts.different === 0 && counts.compared > 0 ? 0 : 1;
