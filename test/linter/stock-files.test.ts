/**
 * The fixtures are the settings, the commented defaults and the records of what initdb of 10 and 18 and Debian's
 * pg_createcluster of 15 (with the package ssl-cert) make; the prose of their comments is left out.
 * `npm run test:servers` compares the whole files of every major.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { dockerised, expectedFindings, findingsOf } from '../stock-findings.js';

function filesOf(folder: string): { conf: string; hba: string } {
  const read = (name: string) =>
    readFileSync(fileURLToPath(new URL(`../fixtures/stock/${folder}/${name}`, import.meta.url)), 'utf8');
  return { conf: read('postgresql.conf'), hba: read('pg_hba.conf') };
}

test.each([10, 18] as const)('what initdb of %i makes', (major) => {
  const { conf, hba } = filesOf(`initdb-${major}`);
  const found = findingsOf('/data', { 'postgresql.conf': conf, 'pg_hba.conf': hba }, major);
  expect(found).toEqual(expectedFindings('initdb', major));
});

test.each([10, 18] as const)('what Docker’s image of %i makes of it', (major) => {
  const files = filesOf(`initdb-${major}`);
  const { conf, hba } = dockerised(files.conf, files.hba, major);
  const found = findingsOf('/data', { 'postgresql.conf': conf, 'pg_hba.conf': hba }, major);
  expect(found).toEqual(expectedFindings('docker', major));
});

test('what pg_createcluster of Debian makes', () => {
  const { conf, hba } = filesOf('debian-15');
  const folder = '/etc/postgresql/15/main';
  const found = findingsOf(folder, { 'postgresql.conf': conf, 'pg_hba.conf': hba, 'conf.d/': '' }, 15);
  expect(found).toEqual(expectedFindings('debian', 15));
});
