/** The files that PostgreSQL itself ships and initdb makes: nothing may be wrong with them for their own major. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from '../server.js';
import type { Readings } from './readings.js';
import type { Tally } from './tally.js';

/** Checks the sample files of a server's installation, and what initdb made of them. */
export function compareSamples(server: Server, readings: Readings, tally: Tally): void {
  const { major } = server;
  const made = (name: string) => readFileSync(join(server.folder, 'made', name), 'utf8');
  const conf = server.shared('postgresql.conf.sample');
  // initdb replaces what stands between @ signs.
  const hba = server
    .shared('pg_hba.conf.sample')
    .replaceAll(/@(?:remove-line-for-nolocal|authcomment)@/g, '')
    .replaceAll(/@authmethod\w+@/g, 'trust');
  const ident = server.shared('pg_ident.conf.sample');
  const results = [
    ['postgresql.conf.sample', conf, readings.settings({ 'postgresql.conf': conf }, major)],
    ['pg_hba.conf.sample', hba, readings.hba({ 'pg_hba.conf': hba }, major)],
    ['pg_ident.conf.sample', ident, readings.ident({ 'pg_ident.conf': ident }, major)],
    [
      'postgresql.conf of initdb',
      made('postgresql.conf'),
      readings.settings({ 'postgresql.conf': made('postgresql.conf') }, major),
    ],
    ['pg_hba.conf of initdb', made('pg_hba.conf'), readings.hba({ 'pg_hba.conf': made('pg_hba.conf') }, major)],
    [
      'pg_ident.conf of initdb',
      made('pg_ident.conf'),
      readings.ident({ 'pg_ident.conf': made('pg_ident.conf') }, major),
    ],
  ] as const;
  for (const [name, text, { rows, loads }] of results) {
    tally.count('stock files');
    const wrong = rows.filter((row) => row['error'] !== null);
    if (loads !== false && wrong.length === 0) continue;
    tally.add({
      kind: name.includes('hba') ? 'hba' : name.includes('ident') ? 'ident' : 'conf',
      server: server.name,
      files: { [name]: text.length > 500 ? `${text.slice(0, 500)}…` : text },
      expected: 'loads',
      actual: `${loads} ${JSON.stringify(wrong.slice(0, 3))}`,
    });
  }
}
