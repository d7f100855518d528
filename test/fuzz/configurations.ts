/** Configurations, baselines, lists of logins and policies: right ones, damaged by their bytes or as data. */
import type { Random } from '../servers/generators/random.js';
import { damage } from './bytes.js';
import type { Input } from './files.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const configuration: Json = {
  $schema: './schema.json',
  root: true,
  extends: ['recommended', './team.json'],
  postgres: [14, 16],
  rules: {
    'hba/no-trust': ['error', { allow: [{ address: ['127.0.0.1/32'] }] }],
    'hba/require-tls': 'warn',
    'conf/*': 'off',
  },
  overrides: [
    { files: 'dev/**', extends: ['none', 'correctness'] },
    { files: ['*.conf', '!x'], except: 'old/**', postgres: 16, rules: { 'hba/no-md5': 'on' } },
  ],
  ignores: ['old/', '**/*.bak'],
  clusters: [{ main: 'postgresql.conf', hba: 'pg_hba.conf', postgres: 16 }],
  reportUnusedSuppressions: true,
  requireReasons: 'warn',
  baseline: 'known.json',
  policies: { networks: { office: '10.1.0.0/16' }, roles: { admins: ['postgres'] }, statements: [] },
};
const policy: Json = {
  networks: { office: '10.1.0.0/16', vpn: ['10.8.0.0/24'] },
  roles: { superusers: ['postgres'] },
  statements: [
    { name: 'tls', always: { transport: 'encrypted' }, for: { transport: 'tcp' } },
    { name: 'hr', never: { database: 'hr', from: { not: ['$office', '$vpn', 'local'] } } },
    { name: 'works', works: { role: 'monitor', database: 'postgres', from: '10.0.0.5', transport: 'tls' } },
  ],
};
const logins: Json = {
  members: { alice: ['ops'], ops: [] },
  logins: [
    { user: 'alice', database: 'app', from: '10.0.0.1', tls: true, expect: 'scram-sha-256' },
    { user: 'bob', from: 'local', replication: true },
  ],
};
const baseline: Json = { version: 2, files: { 'pg_hba.conf': { 'hba/no-trust': [{ text: 'local all all trust' }] } } };

const strange: readonly Json[] = [
  null,
  true,
  -1,
  1e308,
  '',
  '__proto__',
  'a'.repeat(10_000),
  '**/'.repeat(300),
  '+(a|'.repeat(40),
  '[',
  '../../../etc/passwd',
  '/dev/zero',
  './team.json',
  'pgconflint.config.json',
  [],
  {},
  [[[[[]]]]],
];

/** Stands for lists in lists, far too many. */
const deep = 'deep in lists';

/** The data with one to four of its parts taken out, exchanged, nested or given another name. */
function changed(random: Random, value: Json): Json {
  const copy = structuredClone(value);
  for (let left = random.integer(1, 4); left > 0; left--) {
    let at: Json = copy;
    for (;;) {
      if (at === null || typeof at !== 'object') break;
      const keys = Object.keys(at);
      const key = keys.length > 0 ? random.pick(keys) : 'extends';
      const held: Record<string, Json> = at as Record<string, Json>;
      const inner: Json = held[key] ?? null;
      if (inner !== null && typeof inner === 'object' && random.chance(0.7)) {
        at = inner;
        continue;
      }
      random.choose(
        [4, () => void (held[key] = structuredClone(random.pick(strange)))],
        [2, () => void delete held[key]],
        [1, () => void (held[key] = [inner, structuredClone(inner)])],
        [1, () => void (held[random.pick(['constructor', 'rules', 'files', 'extends', 'x'])] = structuredClone(inner))],
        [1, () => void (held[key] = deep)],
      );
      break;
    }
  }
  return copy;
}

/** The text of data, as JSON or as YAML that says the same, mostly with damage. */
function written(random: Random, value: Json): Uint8Array {
  const data = random.chance(0.7) ? changed(random, value) : value;
  const lines = JSON.stringify(data, null, random.pick([0, 2]));
  const text = Buffer.from(lines.replace(`"${deep}"`, `${'['.repeat(3_000)}${']'.repeat(3_000)}`));
  const yaml = ['&a [*a, *a]\n', '<<: *x\n', '!!js/function x\n', '? - a\n', '%YAML 9\n---\n', '- &b b\n'.repeat(200)];
  const other = Buffer.from(random.pick([...yaml, '//', '/*', ',', '}', ']', '\\u0000']));
  return random.chance(0.6) ? damage(random, text, other, 6) : text;
}

/** A folder with one or more such files, and a command that reads them. */
export function configurationInput(random: Random): Input {
  const name = random.pick([
    'pgconflint.config.json',
    'pgconflint.config.jsonc',
    'pgconflint.config.yaml',
    'package.json',
  ]);
  const own = random.pick([configuration, { pgconflint: configuration }]);
  const files: Input['files'] = {
    'pg_hba.conf': Buffer.from('local all all peer\nhost all all 10.0.0.0/8 trust\n'),
    'postgresql.conf': Buffer.from('fsync = off\n'),
    'team.json': written(random, { extends: './pgconflint.config.json', rules: { 'hba/no-md5': 'error' } }),
    'known.json': written(random, baseline),
    'logins.yaml': written(random, logins),
    'policy.yaml': written(random, policy),
  };
  if (random.chance(0.7)) files[name] = written(random, own);
  if (random.chance(0.3)) files['d/pgconflint.config.yaml'] = written(random, configuration);
  if (random.chance(0.3)) files['d/pg_hba.conf'] = Buffer.from('local all all trust\n');
  const args = random.pick([
    ['lint', '.', '--format', 'json'],
    ['lint', '.', '--baseline', 'known.json'],
    ['lint', '.', '--config', 'team.json'],
    ['lint', '.', '--baseline-write', '--baseline', 'known.json'],
    ['lint', '.', '--cache'],
    ['config', 'pg_hba.conf'],
    ['who', '--test', 'logins.yaml', '.'],
    ['prove', '--policy', 'policy.yaml', '.'],
    ['prove', '.'],
    ['access', '.'],
    ['audit', '.', '--benchmark', 'cis-16'],
    ['format', '--check', '.'],
  ]);
  return { files, args };
}
