/**
 * How long many clusters take: of each the stock postgresql.conf of 18, a pg_hba.conf of 22 records and a pg_ident.conf.
 * Augeas reads the same files with its lenses, without judging them. Needs `npm ci` in test/servers.
 *
 * npm run build && npx tsx benchmark/clusters.ts
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findInstallations } from '../test/servers/installations.js';
import { alternate, bareNode, pgconflint, program, type Subject } from './measure.js';
import { printAlone, type Row, rowsOf } from './row.js';
import { hbaText } from './texts.js';

/** Measures with one thread and with as many as there are cores, then one cluster among all of them beside the same one alone. */
export async function run(): Promise<Row[]> {
  const base = mkdtempSync(join(tmpdir(), 'pgconflint-'));
  try {
    const stock = findInstallations(undefined, base).find(({ name }) => name === '18');
    if (stock === undefined) throw new Error('No server 18 is installed: run npm ci in test/servers.');
    const conf = readFileSync(join(stock.share, 'postgresql.conf.sample'), 'utf8');
    const rows: Row[] = [];
    for (const [count, rounds] of [
      [100, 5],
      [200, 5],
      [1_000, 3],
    ] as const) {
      const folder = join(base, `${count}`);
      for (let index = 0; index < count; index++) writeCluster(join(folder, `db${index}`), conf, index);
      const lint = ['lint', '--format', 'json', folder];
      const subjects = [
        bareNode,
        pgconflint('pgconflint, 1 thread', [...lint, '--jobs', '1']),
        pgconflint('pgconflint, 2 threads', [...lint, '--jobs', '2']),
        ...augeas(folder),
      ];
      rows.push(...rowsOf(`${count} clusters, ${count * 3} files`, await alternate(subjects, rounds)));
    }
    return [...rows, ...(await oneOfMany(base, conf))];
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** A file of one cluster, in a repository that holds nothing else and in one of 1,000. */
async function oneOfMany(base: string, conf: string): Promise<Row[]> {
  const alone = join(base, 'alone');
  const many = join(base, '1000');
  writeCluster(join(alone, 'db500'), conf, 500);
  for (const repository of [alone, many]) mkdirSync(join(repository, '.git'));
  const lint = (repository: string) => ['lint', '--format', 'json', join(repository, 'db500', 'pg_hba.conf')];
  const subjects = [pgconflint('alone', lint(alone)), pgconflint('one of 1,000', lint(many))];
  return rowsOf('one cluster by its pg_hba.conf', await alternate(subjects, 15));
}

function writeCluster(folder: string, conf: string, index: number): void {
  mkdirSync(folder, { recursive: true });
  const settings = `${conf}\nssl = on\nshared_buffers = ${(index % 64) + 1}GB\nlog_connections = on\n`;
  writeFileSync(join(folder, 'postgresql.conf'), settings);
  const local = 'local all postgres peer\nlocal all all scram-sha-256\n';
  writeFileSync(join(folder, 'pg_hba.conf'), local + hbaText(20));
  writeFileSync(join(folder, 'pg_ident.conf'), '# MAPNAME SYSTEM-USERNAME PG-USERNAME\nm alice postgres\n');
}

function augeas(folder: string): Subject[] {
  if (spawnSync('augtool', ['--version']).status !== 0) return [];
  const lenses = ['Postgresql.lns incl /*/postgresql.conf', 'Pg_hba.lns incl /*/pg_hba.conf'];
  const args = ['-A', '-r', folder, ...lenses.flatMap((lens) => ['-t', lens]), 'get', '/files/db0/postgresql.conf/ssl'];
  return [program('augtool, lenses Postgresql and Pg_hba', 'augtool', args)];
}

await printAlone(import.meta.url, run);
