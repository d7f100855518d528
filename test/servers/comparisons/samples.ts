/** The files that PostgreSQL itself ships and initdb makes: nothing may be wrong with them for their own major. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../../rules/index.js';
import type { Major } from '../../../src/catalog/majors.js';
import type { RuleSetting } from '../../../src/linter/configuration/config.js';
import { defaultOptions } from '../../../src/linter/configuration/options.js';
import { lint } from '../../../src/linter/engine/lint.js';
import { dockerised, expectedFindings, findingsOf, type StockOrigin } from '../../stock-findings.js';
import type { Server } from '../server.js';
import { loadInMemory } from './our-readings.js';
import type { Readings } from './readings.js';
import type { Tally } from './tally.js';

/** Every rule of correctness, as an error. */
const correctness = new Map(
  rules
    .filter(({ meta }) => meta.category === 'correctness')
    .map((rule): [string, RuleSetting] => [rule.id, { severity: 'error', options: defaultOptions(rule) }]),
);

/** What the rules of correctness say of a cluster of stock files. */
function problemsOf(files: Readonly<Record<string, string>>, major: Major): string[] {
  const { files: results } = lint({
    sources: [{ path: '/data/postgresql.conf', targets: [major], load: (target) => loadInMemory(files, target) }],
    rules,
    resolveConfig: () => ({ targets: [major], rules: correctness }),
    today: '2000-01-01',
  });
  return results.flatMap(({ path, problems }) =>
    problems.map(({ ruleId, message }) => `${path}: ${ruleId}: ${message}`),
  );
}

/** A sample with every setting that it shows in a comment: all but the includes, which name no file. */
export function uncommented(sample: string): string {
  return sample.replaceAll(/^#(?!include)(\w+ = )/gm, '$1');
}

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
  compareFindings(server, { conf, hbaSample: server.shared('pg_hba.conf.sample'), ident, made }, tally);
  tally.count('stock clusters', 2);
  const clusters = [
    { 'postgresql.conf': conf, 'pg_hba.conf': hba, 'pg_ident.conf': ident },
    {
      'postgresql.conf': made('postgresql.conf'),
      'pg_hba.conf': made('pg_hba.conf'),
      'pg_ident.conf': made('pg_ident.conf'),
    },
  ];
  for (const problem of clusters.flatMap((files) => problemsOf(files, major))) {
    tally.add({
      kind: 'conf',
      server: server.name,
      files: {},
      expected: 'no problem with stock files',
      actual: problem,
    });
  }
}

/** What `recommended` says of stock files must be what is known to be right, and no more. */
function compareFindings(
  { name, major }: Server,
  { conf, hbaSample, ident, made }: { conf: string; hbaSample: string; ident: string; made(file: string): string },
  tally: Tally,
): void {
  const docker = dockerised(conf, made('pg_hba.conf'), major);
  const origins: [StockOrigin, Record<string, string>][] = [
    ['samples', { 'postgresql.conf.sample': conf, 'pg_hba.conf.sample': hbaSample, 'pg_ident.conf.sample': ident }],
    ['initdb', Object.fromEntries(serverFiles.map((file) => [file, made(file)]))],
    ['docker', { 'postgresql.conf': docker.conf, 'pg_hba.conf': docker.hba, 'pg_ident.conf': made('pg_ident.conf') }],
  ];
  tally.count('stock findings', origins.length);
  for (const [origin, files] of origins) {
    const expected = expectedFindings(origin, major).join(' ');
    const actual = findingsOf('/data', files, major).join(' ');
    if (actual !== expected) tally.add({ kind: 'conf', server: `${name}, ${origin}`, files: {}, expected, actual });
  }
}

const serverFiles = ['postgresql.conf', 'pg_hba.conf', 'pg_ident.conf'];
