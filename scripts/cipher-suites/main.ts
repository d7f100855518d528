/**
 * Writes src/catalog/data/cipher-suites.ts: the suites of TLS 1.2 and before that OpenSSL has, and which of them each word
 * of a cipher list means, as the program `openssl` says.
 *
 *     tsx scripts/cipher-suites/main.ts [--compare 3000 [--seed N] [--record 300]]
 *
 * With --compare it writes nothing but compares what the project makes of so many random lists with what `openssl ciphers`
 * makes of them; --record keeps the first of them in test/fixtures/cipher-lists.jsonl.
 *
 * Suites of old algorithms (RC4, 3DES, IDEA, SEED) are compiled into few builds, so they come from old-suites.ts.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { oldSuites } from './old-suites.js';

/** Every word that the alias table of OpenSSL 1.1.1 to 3.5 has (ssl_ciph.c: cipher_aliases). */
const keywords = [
  'ALL COMPLEMENTOFALL COMPLEMENTOFDEFAULT HIGH MEDIUM LOW FIPS',
  'kRSA kEDH kDHE DH kEECDH kECDHE ECDH kPSK kRSAPSK kECDHEPSK kDHEPSK kSRP kGOST kGOST18',
  'aRSA aDSS DSS aNULL aECDSA ECDSA aPSK aGOST01 aGOST12 aGOST aSRP',
  'EDH DHE EECDH ECDHE NULL RSA ADH AECDH PSK SRP',
  '3DES RC4 RC2 IDEA SEED eNULL GOST AES128 AES256 AES AESGCM AESCCM AESCCM8',
  'CAMELLIA128 CAMELLIA256 CAMELLIA CHACHA20 GOST2012 GOST2012-GOST8912-GOST8912 ARIA ARIAGCM ARIA128 ARIA256 CBC',
  'MD5 SHA1 SHA GOST94 GOST89MAC SHA256 SHA384 GOST12 SSLv3 TLSv1 TLSv1.0 TLSv1.2',
].flatMap((line) => line.split(' '));

const { values: options } = parseArgs({
  options: {
    compare: { type: 'string' },
    record: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1122' },
  },
});

/** The suites of a list in OpenSSL's order, those of TLS 1.3 left out; undefined where it refuses the list. */
function ask(list: string, ...more: string[]): string[] | undefined {
  // A hyphen in front would be an option of the program.
  const text = list.startsWith('-') ? `:${list}` : list;
  const run = spawnSync('openssl', ['ciphers', ...more, text], { encoding: 'utf8', timeout: 10_000 });
  if (run.error) throw run.error;
  if (run.status !== 0) return undefined;
  return run.stdout
    .trim()
    .split(':')
    .filter((name) => name !== '' && !name.startsWith('TLS_'));
}

function write(): void {
  const version = execFileSync('openssl', ['version'], { encoding: 'utf8' }).split(' ').slice(0, 2).join(' ');
  const built = (ask('ALL:COMPLEMENTOFALL') ?? []).sort();
  const old = oldSuites.filter(({ name }) => !built.includes(name));
  const suites = [...built, ...old.map(({ name }) => name)];
  const maskOf = (names: Iterable<string>) => {
    const wanted = new Set(names);
    return suites.reduce((mask, name, index) => (wanted.has(name) ? mask | (1n << BigInt(index)) : mask), 0n);
  };
  const words = keywords.map((word) => {
    const names = [...(ask(word) ?? []), ...old.filter((suite) => suite.words.includes(word)).map(({ name }) => name)];
    return [word, maskOf(names)] as const;
  });
  const levels = [0, 1, 2, 3, 4, 5].map((level) =>
    maskOf([
      ...(ask(`ALL:COMPLEMENTOFALL:@SECLEVEL=${level}`, '-s') ?? []),
      ...old.filter((suite) => suite.highestLevel >= level).map(({ name }) => name),
    ]),
  );
  const hex = (mask: bigint) => `'${mask.toString(16)}'`;
  writeFileSync(
    fileURLToPath(new URL('../../src/catalog/data/cipher-suites.ts', import.meta.url)),
    `// Made by scripts/cipher-suites/main.ts of ${version}; do not edit.

/** The suites of TLS 1.2 and before, by OpenSSL's names. The last ${old.length} are in builds with old algorithms only. */
export const suiteNames =
  '${suites.join(' ')}';

/** How many suites, from the first, the build has that made this table. */
export const builtSuites = ${built.length};

/** The suites that each word of a cipher list means: a bit for each name, the first name the lowest, in hexadecimal digits. */
export const suitesOfWords: Readonly<Record<string, string>> = {
${words.map(([word, mask]) => `  ${/^[A-Za-z]\w*$/.test(word) ? word : `'${word}'`}: ${hex(mask)},`).join('\n')}
};

/** The suites that a server can agree on at the security levels 0 to 5, without pre-shared keys and SRP. */
export const suitesOfLevels: readonly string[] = [
${levels.map((mask) => `  ${hex(mask)},`).join('\n')}
];
`,
  );
  console.log(`${built.length} suites of ${version}, ${old.length} of other builds, ${words.length} words`);
}

async function compare(count: number, recorded: number): Promise<void> {
  const { randomList } = await import('./random-list.js');
  const { readCipherList } = await import('../../src/values/cipher-list.js');
  const { builtSuites } = await import('../../src/catalog/data/cipher-suites.js');
  const random = randomSource(Number(options.seed));
  const lines: string[] = [];
  let differences = 0;
  let open = 0;
  for (let index = 0; index < count; index++) {
    const list = randomList(random);
    const theirs = ask(list)?.sort().join(':');
    const ours = readCipherList(list);
    const built = ours.suites.filter(({ index: at }) => at < builtSuites).map(({ name }) => name);
    const mine = ours.error !== undefined || built.length === 0 ? undefined : built.sort().join(':');
    if (lines.length < recorded && !ours.isOpen) lines.push(JSON.stringify({ list, ...digestOf(theirs) }));
    if (ours.isOpen) open++;
    if (ours.isOpen || theirs === mine) continue;
    differences++;
    console.log(`${JSON.stringify(list)}\n  openssl ${theirs}\n  we      ${mine}`);
  }
  const version = execFileSync('openssl', ['version'], { encoding: 'utf8' }).trim();
  console.log(
    `${count} lists, ${differences} differences, ${open} that depend on the build (${version}, seed ${options.seed})`,
  );
  if (lines.length > 0) {
    writeFileSync(
      fileURLToPath(new URL('../../test/fixtures/cipher-lists.jsonl', import.meta.url)),
      `${lines.join('\n')}\n`,
    );
  }
  if (differences > 0) process.exitCode = 1;
}

/** How many suites there are and what they are, in short. */
function digestOf(suites: string | undefined): { count: number; digest?: string } {
  if (suites === undefined) return { count: 0 };
  return { count: suites.split(':').length, digest: createHash('sha256').update(suites).digest('hex').slice(0, 16) };
}

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

if (options.compare === undefined) write();
else await compare(Number(options.compare), Number(options.record));
