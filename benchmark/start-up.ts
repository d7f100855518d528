/**
 * Measures what a short run costs over Node doing nothing: `--version`, one stock postgresql.conf, three files by their folder.
 *
 * npm run bench -- start-up
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parametersOf } from '../src/catalog/parameters.js';
import { defaultText } from '../src/values/parameter-text.js';
import { alternate, bareNode, pgconflint } from './measure.js';
import { printAlone, type Row, rowsOf } from './row.js';

/** The samples of PostgreSQL 16, where the servers of the tests are installed. */
const samples = fileURLToPath(
  new URL('../test/servers/node_modules/postgres-16/native/share/postgresql/', import.meta.url),
);

/** What initdb makes of pg_hba.conf's sample. */
const records = `# TYPE  DATABASE        USER            ADDRESS                 METHOD
local   all             all                                     peer
host    all             all             127.0.0.1/32            scram-sha-256
host    all             all             ::1/128                 scram-sha-256
local   replication     all                                     peer
host    replication     all             127.0.0.1/32            scram-sha-256
host    replication     all             ::1/128                 scram-sha-256
`;

/** The stock file, or where no server is installed one like it: every parameter of 16 as a commented default. */
function writeSettings(path: string): void {
  const sample = `${samples}postgresql.conf.sample`;
  if (existsSync(sample)) {
    copyFileSync(sample, path);
    return;
  }
  const lines = parametersOf(16)
    .filter(({ context, hidden }) => context !== 'internal' && hidden !== true)
    .map((parameter) => `#${parameter.name} = '${defaultText(parameter) ?? ''}'\t\t# what it is for`);
  writeFileSync(path, `${lines.join('\n')}\n`);
}

/** The comments of the stock file, and the records that initdb writes. */
function writeRecords(path: string): void {
  const sample = `${samples}pg_hba.conf.sample`;
  const text = existsSync(sample) ? readFileSync(sample, 'utf8') : '';
  const comments = text.split('\n').filter((line) => line.startsWith('#'));
  writeFileSync(path, `${comments.join('\n')}\n${records}`);
}

/** Medians over the rounds, each program once a round. */
export async function run(rounds = 21): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pgconflint-bench-'));
  try {
    const [one, three] = [join(folder, 'one'), join(folder, 'three')];
    mkdirSync(one);
    mkdirSync(three);
    writeSettings(join(one, 'postgresql.conf'));
    writeSettings(join(three, 'postgresql.conf'));
    writeRecords(join(three, 'pg_hba.conf'));
    writeFileSync(join(three, 'pg_ident.conf'), '# MAPNAME       SYSTEM-USERNAME         PG-USERNAME\n');
    const measured = await alternate(
      [
        bareNode,
        pgconflint('--version', ['--version']),
        pgconflint('one postgresql.conf', [join(one, 'postgresql.conf')]),
        pgconflint('three files by their folder', [three]),
      ],
      rounds,
    );
    return rowsOf('start-up', measured);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await printAlone(import.meta.url, run);
