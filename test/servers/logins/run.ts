/**
 * Logs in for real: generated files of pg_hba.conf, many logins of each, and what `who --test` says of them. Where the
 * server's log names the record that decided, file and line are compared; else the method, or how it was refused.
 *
 *   tsx test/servers/logins/run.ts [--seed N] [--logins N] [--servers 12,14,16,18,19]
 */
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Random } from '../generators/random.js';
import { findInstallations, serverAccount } from '../installations.js';
import { Outcome } from '../outcome.js';
import { shrinkList } from '../shrink.js';
import { agrees, answersOf } from './answers.js';
import { makeCertificates } from './certificates.js';
import { type Attempt, password } from './client.js';
import { attempt, certificateNames, hbaFiles, mappings, rolesFor } from './files.js';
import { surroundings } from './host-names.js';
import { LoginServer } from './login-server.js';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, logins: { type: 'string' }, servers: { type: 'string' } },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 32));
const wanted = (values.servers ?? '12,14,16,18,19').split(',');
/** Of each server in all, and of each set of files. */
const total = Number(values.logins ?? 4_600);
const loginsPerFile = 200;

const account = serverAccount();
const base = mkdtempSync(join(tmpdir(), 'pgconflint-'));
if (account) chownSync(base, account.uid, account.gid);
const started = Date.now();
const servers: LoginServer[] = [];
const comparison = new Outcome();
const counts = { compared: 0, lines: 0, open: 0, different: 0 };
/** How many answers depend on what. */
const openFor = new Map<string, number>();
const abandon = () => {
  for (const server of servers) server.kill();
};
process.on('exit', abandon);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

/** The fewest lines of pg_hba.conf with which one login still differs. */
async function shrink(
  server: LoginServer,
  files: Readonly<Record<string, string>>,
  differs: (files: Readonly<Record<string, string>>) => Promise<boolean>,
): Promise<Readonly<Record<string, string>>> {
  let small = files;
  for (const name of Object.keys(files).filter((one) => one !== 'postgresql.conf')) {
    const withLines = (lines: readonly string[]) => ({ ...small, [name]: lines.join('') });
    const lines = small[name]!.match(/(?:[^\n]*\\\n)*[^\n]*\n/g) ?? [];
    small = withLines(await shrinkList(lines, (some) => differs(withLines(some)), 60));
  }
  await server.use(files);
  return small;
}

console.log(`seed ${seed}`);
try {
  const certificates = makeCertificates(join(base, 'certificates'), certificateNames);
  const around = surroundings(base, account);
  const names = around !== undefined;
  if (!names) console.log('left out: records with host names, for want of a mount namespace with names of its own');
  for (const installation of findInstallations(account, base)) {
    if (!wanted.includes(installation.name)) continue;
    comparison.add(installation);
    const { major, version } = installation;
    const ident = mappings(userInfo().username);
    const sql = rolesFor(major, password);
    const options = { installation, base, account, certificates, surroundings: around, sql, ident };
    const server = await LoginServer.start(options);
    servers.push(server);
    const random = new Random(seed + major);
    const before = { ...counts };
    for (let done = 0; done < total; done += loginsPerFile) {
      const files = hbaFiles(random, { major, names });
      const attempts = random.list(loginsPerFile, loginsPerFile, () => attempt(random));
      await server.use(files);
      const said = await answersOf(files, major, attempts, names);
      const happened = await server.outcomes(attempts);
      for (const [index, one] of attempts.entries()) {
        const [answer, outcome] = [said[index]!, happened[index]!];
        if (answer.verdict === 'depends') {
          counts.open++;
          const reasons = [...new Set(answer.depends.map(({ kind, subject }) => `${kind} ${subject}`.trim()))].join();
          openFor.set(reasons, (openFor.get(reasons) ?? 0) + 1);
        } else {
          counts.compared++;
          if (outcome.line !== undefined) counts.lines++;
        }
        if (agrees(answer, outcome)) continue;
        counts.different++;
        comparison.differs(installation);
        const small = counts.different > 5 ? files : await shrink(server, files, (some) => differs(server, some, one));
        const [ours] = await answersOf(small, major, [one], names);
        console.log(`DISAGREEMENT on ${major}: ${JSON.stringify(one)}`);
        console.log(`  we: ${JSON.stringify(ours!.possible ?? ours!.decision)}\n  server: ${JSON.stringify(outcome)}`);
        for (const [name, text] of Object.entries(small)) console.log(`  ${name}: ${JSON.stringify(text)}`);
      }
    }
    const [compared, lines, open] = (['compared', 'lines', 'open'] as const).map((key) => counts[key] - before[key]);
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    console.log(
      `${version}: ${compared} compared, ${lines} by file and line, ${open} open, ${counts.different - before.different} different (${seconds} s)`,
    );
    await server.stop();

    async function differs(
      server: LoginServer,
      some: Readonly<Record<string, string>>,
      one: Attempt,
    ): Promise<boolean> {
      // Files that the server refuses show nothing.
      const taken = await server.use(some).then(
        () => true,
        () => false,
      );
      if (!taken) return false;
      const [answer] = await answersOf(some, major, [one], names);
      const [outcome] = await server.outcomes([one]);
      return !agrees(answer!, outcome!);
    }
  }
} finally {
  await Promise.allSettled(servers.map((server) => server.stop()));
  rmSync(base, { recursive: true, force: true });
}
const { compared, lines, open, different } = counts;
for (const [reasons, times] of openFor) console.log(`depends ${times}: ${reasons}`);
console.log(
  `${lines} of ${compared} by file and line; ${open} answers depend on what files do not tell, and name what happened`,
);
comparison.end();
console.log(`${compared - different} passed, ${comparison.failures} failed (seed ${seed})`);
if (compared === 0) process.exitCode = 1;
