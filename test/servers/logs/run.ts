/**
 * Replays what real servers logged: random files and logins, the logs in every format, and `replay` through the same files. It must
 * find each login that the client made, decided as it went.
 *
 *   tsx test/servers/logs/run.ts [--seed N] [--logins N] [--servers 12,14,16,18] [--record FOLDER]
 */
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runIn, writeFolder } from '../../cli/terminal.js';
import { Random } from '../generators/random.js';
import { findInstallations, serverAccount } from '../installations.js';
import { makeCertificates } from '../logins/certificates.js';
import { type Attempt, type Heard, password } from '../logins/client.js';
import { attempt, certificateNames, mappings, members, rolesFor } from '../logins/files.js';
import { Outcome } from '../outcome.js';
import { filesWithoutNames } from '../sets/changes.js';
import { logsOf } from './log-server.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    logins: { type: 'string' },
    servers: { type: 'string' },
    record: { type: 'string' },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 32));
const count = Number(values.logins ?? 200);
const wanted = (values.servers ?? '12,14,16,18').split(',');

/** What people and platforms set, one a major. */
const prefixes: Readonly<Record<number, string>> = {
  12: '%t [%p]: user=%u,db=%d,app=%a,client=%h ',
  14: '%t:%r:%u@%d:[%p]:',
  16: '%m [%p] ',
  18: '%m [%p] %q%u@%d ',
};

/** What the log can tell of a login: only whether it got in, and not that it failed after a record was found. */
function toldOf({ refusal }: Heard): 'in' | 'refused' | 'failed' {
  if (refusal === undefined) return 'in';
  return /^(?:no pg_hba\.conf entry |pg_hba\.conf rejects )/.test(refusal) ? 'refused' : 'failed';
}

const account = serverAccount();
const base = mkdtempSync(join(tmpdir(), 'pgconflint-'));
if (account) chownSync(base, account.uid, account.gid);
const comparison = new Outcome();
let replayed = 0;
let listed = 0;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

console.log(`seed ${seed}`);
try {
  const certificates = makeCertificates(join(base, 'certificates'), certificateNames);
  for (const installation of findInstallations(account, base)) {
    if (!wanted.includes(installation.name)) continue;
    comparison.add(installation);
    const { major, version } = installation;
    const random = new Random(seed + major);
    const hba = recordsOf(random, major);
    const attempts = random.list(count, count, () => attempt(random));
    const prefix = prefixes[major] ?? '%m [%p] ';
    const files = { 'pg_hba.conf': hba, 'pg_ident.conf': mappings(userInfo().username), 'postgresql.conf': '' };
    const sql = rolesFor(major, password);
    const server = { installation, base, account, certificates, sql, prefix };
    const { heard, logs } = await logsOf({ ...server, purpose: '', files }, attempts);
    const expected = expectedOf(attempts, heard, prefix);
    for (const [format, log] of Object.entries(logs)) {
      if (log === '') continue;
      const { output, errors } = await replay(hba, log, [
        '--log-line-prefix',
        prefix,
        '--postgres',
        `${major}`,
        '-f',
        'json',
      ]);
      const shown = output === '' ? { logins: 0, changes: [] } : JSON.parse(output);
      replayed += shown.logins;
      const number = format === 'stderr' ? expected.stderr : expected.others;
      if (shown.logins === number && shown.changes.length === 0) continue;
      comparison.differs(installation, Math.max(1, shown.changes.length));
      console.log(`WRONG on ${major}, ${format}: ${shown.logins} logins in place of ${number}; ${errors}`);
      for (const change of shown.changes.slice(0, 3)) console.log(`  ${JSON.stringify(change)}`);
    }
    const options = ['--log-line-prefix', prefix, '--postgres', `${major}`];
    for (const more of [[], ['--network', '24,64'], ['--network', 'records']]) {
      const { output: list, errors } = await replay(hba, logs.stderr, [...options, '--generate', ...more]);
      const purpose = more.join('').replaceAll(/\W/g, '');
      const again = await logsOf(
        { ...server, purpose: `-list${purpose}`, files: { ...files, 'pg_hba.conf': list } },
        attempts,
      );
      const shown = await replay(hba, again.logs.stderr, [...options, '-f', 'json']);
      // Who failed to prove who it is, the list does not know, and the files ask again.
      const changes = JSON.parse(shown.output).changes.filter((one: { change: string }) => one.change !== 'let-in');
      const wrong = attempts.flatMap((one, index) => {
        const [was, is] = [heard[index]!, again.heard[index]!].map(toldOf);
        if (was !== 'in') return is === 'in' ? [`${JSON.stringify(one)} gets in`] : [];
        listed++;
        return is === 'in' || !isToldOf(one, true, prefix)
          ? []
          : [`${JSON.stringify(one)} does not get in: ${again.heard[index]!.refusal}`];
      });
      const faults = [...wrong, ...changes.map((change: unknown) => `otherwise: ${JSON.stringify(change)}`)];
      if (faults.length === 0 && errors.replaceAll(/^.*not asked about.*\n/gm, '') === '') continue;
      comparison.differs(installation, Math.max(1, faults.length));
      console.log(`WRONG on ${major}, ${more.join(' ')}: ${errors}\n${list}`);
      for (const fault of faults.slice(0, 3)) console.log(`  ${fault}`);
    }
    console.log(
      `${version}: ${expected.others} of ${attempts.length} logins are told of in full, ${Object.values(logs).filter(Boolean).length} formats`,
    );
    if (values.record !== undefined) {
      mkdirSync(values.record, { recursive: true });
      for (const [format, log] of Object.entries(logs))
        if (log !== '')
          writeFileSync(
            join(values.record, `${major}.${format}`),
            log.replaceAll(/\/\S*\/logs-\d+\//g, '/data/').replaceAll(base, '/run'),
          );
      writeFileSync(join(values.record, `${major}.conf`), hba);
      writeFileSync(join(values.record, `${major}.json`), `${JSON.stringify({ prefix, ...expected }, undefined, 1)}\n`);
    }
  }
} finally {
  rmSync(base, { recursive: true, force: true });
}
comparison.end();
console.log(
  `${replayed} logins replayed, ${listed} let in by generated lists, ${comparison.failures} failed (seed ${seed})`,
);
if (replayed === 0 || listed === 0) process.exitCode = 1;

/** Records of one file, without names of clients. */
function recordsOf(random: Random, major: Parameters<typeof filesWithoutNames>[1]): string {
  const text = filesWithoutNames(random, major)['pg_hba.conf']!;
  return text.replaceAll(/^include.*\n/gm, '').replaceAll(/(?<=[ ,])@"?[\w/]+"?/g, 'alice');
}

/** How many logins a log tells of, with a prefix that has no database without those for replication. */
function expectedOf(
  attempts: readonly Attempt[],
  heard: readonly Heard[],
  prefix: string,
): { stderr: number; others: number } {
  const told = attempts.filter((_, index) => toldOf(heard[index]!) !== 'failed');
  const isTold = (one: Attempt) => isToldOf(one, heard[attempts.indexOf(one)]!.refusal === undefined, prefix);
  return { stderr: told.filter(isTold).length, others: told.length };
}

/** Whether a log with this prefix tells of a login that did not fail after a record was found. */
function isToldOf({ user, database, replication }: Attempt, isLetIn: boolean, prefix: string): boolean {
  if (!replication || !isLetIn) return true;
  // Where a name holds what separates names, the prefix does not tell either, unless the rest is too long for a name.
  const rest = `${user}@${replication === true ? '[unknown]' : database}`.replace(/^[^@]*@/, '');
  const isClear = !prefix.includes('%u@%d') || !user.includes('@') || rest.length > 63;
  return prefix.includes('%d') && isClear;
}

/** What `replay` prints for a log. */
async function replay(hba: string, log: string, args: readonly string[]): Promise<{ output: string; errors: string }> {
  const known = { members, interfaces: ['127.0.0.1/8'] };
  const folder = writeFolder({
    'pg_hba.conf': hba,
    'postgresql.conf': 'ssl = on\n',
    log,
    'pgconflint.config.json': JSON.stringify({ policies: { known } }),
  });
  const { output, errors } = await runIn(folder, ['replay', '--log', 'log', ...args]);
  rmSync(folder, { recursive: true });
  return { output, errors };
}
