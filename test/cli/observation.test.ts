import { expect, test } from '@jest/globals';
import { makeFolder, runIn } from './terminal.js';

const files = {
  'a/pg_hba.conf': 'host all all 10.0.0.0/8 trust\n',
  'a/PG_VERSION': '16\n',
  'a/postgresql.conf': 'port = 5432\n',
};

test('--stats says how long reading and each rule took, the slowest first, and changes nothing else', async () => {
  const folder = makeFolder(files);
  const plain = await runIn(folder, []);
  const { code, output, errors } = await runIn(folder, ['--stats']);
  expect({ code, output }).toEqual({ code: plain.code, output: plain.output });
  const lines = errors.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^ +\d+\.\d ms +from the first file to the report$/);
  for (const part of ['load', 'suppressions', 'rule hba/no-trust'])
    expect(errors).toMatch(new RegExp(`ms +1 {2}${part}$`, 'm'));
  const times = lines.slice(1).map((line) => Number.parseFloat(line));
  expect(times).toEqual([...times].sort((a, b) => b - a));
});

test('--debug says which configuration and which targets hold, and why', async () => {
  const folder = makeFolder({ ...files, 'pgconflint.config.json': '{ "root": true, "extends": ["correctness"] }' });
  const { errors } = await runIn(folder, ['--debug']);
  expect(errors).toMatch(
    /^pgconflint: a\/postgresql\.conf: PostgreSQL 16 \(the files\); pgconflint\.config\.json; asked for a\//,
  );
  const named = await runIn(folder, ['--debug', '--postgres', '14']);
  expect(named.errors).toContain('PostgreSQL 14 (the configuration or the command line)');
});
