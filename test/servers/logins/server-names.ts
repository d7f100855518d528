/**
 * Which certificate a client meets that asks for a host name (SNI): generated files of pg_hosts.conf, handshakes with
 * the server, and what `show hosts --server-name` says of them. From 19 on.
 *
 *   tsx test/servers/logins/server-names.ts [--seed N] [--files N]
 */
import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { parseArgs } from 'node:util';
import { runIn, writeFolder } from '../../cli/terminal.js';
import { Random } from '../generators/random.js';
import { findInstallations, serverAccount } from '../installations.js';
import { Outcome } from '../outcome.js';
import { type Certificates, makeCertificates } from './certificates.js';
import { LoginServer } from './login-server.js';

const { values } = parseArgs({ options: { seed: { type: 'string' }, files: { type: 'string', default: '120' } } });
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 32));

const hostNames = ['a.example.com', 'B.Example.com', 'c', 'xn--bcher-kva.example', '*.example.com', '/NO_SNI/'];
const askedNames = [
  '',
  'a.example.com',
  'A.EXAMPLE.COM',
  'b.example.com',
  'c',
  'x.example.com',
  'nobody',
  'xn--Bcher-kva.example',
];
const entries = 4;

/** Certificates for one key, which say in their name which entry has them. */
function namedCertificates({ key }: Certificates): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: entries }, (_, index) => {
      const args = ['req', '-x509', '-key', key, '-days', '2', '-subj', `/CN=entry${index}`];
      return [`entry${index}.crt`, execFileSync('openssl', args, { encoding: 'utf8', stdio: 'pipe' })] as const;
    }),
  );
}

function hostsFile(random: Random): string {
  const names = [...hostNames];
  const take = () => names.splice(random.integer(0, names.length - 1), 1)[0]!;
  const lines = random.list(1, entries - 1, () => random.list(1, 2, take).join(','));
  if (random.chance(0.4)) lines.push('*');
  if (random.chance(0.4) && lines.length < entries) lines.push('/no_sni/');
  return lines.map((line, index) => `${line} entry${index}.crt key.pem\n`).join('');
}

/** The name in the certificate that a client meets; undefined where the server ends the handshake. */
function met(port: number, serverName: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.setTimeout(20_000, () => reject(new Error('no answer'))).on('error', () => resolve(undefined));
    socket.once('data', (answer) => {
      if (answer.toString() !== 'S') return reject(new Error(`no TLS: ${answer}`));
      const secure = connectTls({ socket, rejectUnauthorized: false, servername: serverName }, () => {
        const { CN } = secure.getPeerCertificate().subject;
        secure.destroy();
        resolve(CN as string);
      });
      secure.on('error', () => resolve(undefined));
    });
    socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]));
  });
}

/** The same by `show hosts --server-name`. */
async function said(folder: string, serverName: string): Promise<string | undefined> {
  const { code, output, errors } = await runIn(folder, [
    'show',
    'hosts',
    '.',
    '--server-name',
    serverName || '/no_sni/',
    '--format',
    'json',
    '--postgres',
    '19',
  ]);
  if (code !== 0) throw new Error(errors);
  const [row] = JSON.parse(output) as { certificate: string }[];
  return row?.certificate.replace('.crt', '');
}

const account = serverAccount();
const base = mkdtempSync(join(tmpdir(), 'pgconflint-'));
if (account) chownSync(base, account.uid, account.gid);
const comparison = new Outcome();
let [server, compared, refused]: [LoginServer | undefined, number, number] = [undefined, 0, 0];
process.on('exit', () => server?.kill());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
console.log(`seed ${seed}`);
try {
  const certificates = makeCertificates(join(base, 'certificates'), []);
  const named = namedCertificates(certificates);
  for (const installation of findInstallations(account, base)) {
    if (installation.major < 19) continue;
    comparison.add(installation);
    const random = new Random(seed);
    server = await LoginServer.start({
      installation,
      base,
      account,
      certificates,
      surroundings: undefined,
      sql: '',
      ident: '',
    });
    for (let file = 0; file < Number(values.files); file++) {
      const text = hostsFile(random);
      const files = { ...named, 'pg_hosts.conf': text, 'postgresql.conf': 'ssl_sni = on\n' };
      await server.use(files);
      const folder = writeFolder({ 'pg_hosts.conf': text, 'postgresql.conf': 'ssl = on\nssl_sni = on\n' });
      for (const name of askedNames) {
        const [theirs, ours] = [await met(server.port, name), await said(folder, name)];
        compared++;
        if (theirs === undefined) refused++;
        if (theirs === ours) continue;
        comparison.differs(installation);
        console.log(
          `DISAGREEMENT: ${JSON.stringify(text)} asked for ${JSON.stringify(name)}: server ${theirs}, we ${ours}`,
        );
      }
      rmSync(folder, { recursive: true });
    }
    await server.stop();
  }
} finally {
  await server?.stop();
  rmSync(base, { recursive: true, force: true });
}
if (compared === 0) console.log('left out: no server of 19 or later is here');
else comparison.end();
console.log(`${compared} handshakes compared, ${refused} of them refused, ${comparison.failures} different`);
