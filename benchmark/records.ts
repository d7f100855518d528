/**
 * How long a pg_hba.conf of many records takes: the command with the default preset, the server's own reader over its socket
 * (`select … from pg_hba_file_rules`, and a reload), Augeas, which reads without judging. Needs `npm ci` in test/servers.
 *
 * npm run build && npx tsx benchmark/records.ts
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withServers } from '../test/servers/harness.js';
import type { Server } from '../test/servers/server.js';
import { switchTlsOn } from '../test/servers/settings.js';
import { alternate, pgconflint, processorTimeOf, program, type Subject } from './measure.js';
import { printAlone, type Row, rowsOf } from './row.js';
import { hbaText, shapes } from './texts.js';

const sizes = [10_000, 30_000, 100_000];
const rounds = 5;

/** Measures the sizes, then the shapes at 100,000 records. */
export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pgconflint-'));
  try {
    return await withServers(
      async ([server]) => {
        await switchTlsOn(server!);
        const rows: Row[] = [];
        for (const size of sizes) rows.push(...(await measure(size, 'networks', server!, folder, true)));
        for (const shape of Object.keys(shapes).slice(1)) {
          rows.push(...(await measure(sizes.at(-1)!, shape, server!, folder, false)));
        }
        return rows;
      },
      ({ name }) => name === '18',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(size: number, shape: string, server: Server, base: string, all: boolean): Promise<Row[]> {
  const folder = join(base, `${shape.replaceAll(' ', '-')}-${size}`);
  const text = hbaText(size, shape);
  mkdirSync(folder);
  writeFileSync(join(folder, 'pg_hba.conf'), text);
  server.write('pg_hba.conf', text);
  const subjects = [await viewOf(server), pgconflint('pgconflint', ['lint', '--format', 'json', folder])];
  if (all) subjects.push(reloadOf(server), ...augeas(folder));
  return rowsOf(`${size} records, ${shape}`, await alternate(subjects, rounds));
}

async function viewOf(server: Server): Promise<Subject> {
  const { rows } = await server.query('select pg_backend_pid()');
  const pid = Number(rows[0]![0]);
  return {
    name: 'server 18: pg_hba_file_rules',
    async run() {
      const [start, before] = [performance.now(), processorTimeOf(pid)];
      const result = await server.query('select count(*), count(error) from pg_hba_file_rules');
      const time = performance.now() - start;
      const after = processorTimeOf(pid);
      if (result.rows[0]![1] !== '0') throw new Error(`The server finds errors: ${result.rows[0]!.join(' ')}`);
      return { time, processor: before === undefined || after === undefined ? undefined : after - before };
    },
  };
}

/** Until the postmaster has read the file and looked at the next one. */
function reloadOf(server: Server): Subject {
  return {
    name: 'server 18: reload',
    async run() {
      const start = performance.now();
      const { ok } = await server.reloadHba();
      if (!ok) throw new Error('The server does not take the file.');
      return { time: performance.now() - start };
    },
  };
}

/** Reads and throws away; Augeas says nothing of what a record means. */
function augeas(folder: string): Subject[] {
  if (spawnSync('augtool', ['--version']).status !== 0) return [];
  const args = ['-A', '-r', folder, '-t', 'Pg_hba.lns incl /pg_hba.conf', 'get', '/files/pg_hba.conf/1/method'];
  return [program('augtool, lens Pg_hba', 'augtool', args)];
}

await printAlone(import.meta.url, run);
