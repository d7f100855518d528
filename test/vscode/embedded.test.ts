/** The colours of files and records inside YAML. */
import { expect, test } from '@jest/globals';
import { scopesOf } from './colours.js';

/** The scopes in which the first character of a text stands. */
async function scopesAt(yaml: string, text: string): Promise<string[]> {
  return (await scopesOf('yaml', yaml))[yaml.indexOf(text)]!;
}

const configMap = [
  'kind: ConfigMap',
  'data:',
  '  postgresql.conf: |',
  '    fsync = off # why',
  '',
  '    port = 5433',
  '  pg_hba.conf: |-',
  '    local all all peer',
  '  other: x # y',
].join('\n');

test('a block under the name of a file has the colours of the file', async () => {
  const alone = await scopesOf('postgresql-conf', 'fsync = off');
  const inside = await scopesAt(configMap, 'fsync');
  expect(inside.slice(0, 1)).toEqual(['meta.embedded.block.postgresql-conf']);
  expect(inside.slice(1)).toEqual(alone[0]);
  expect(await scopesAt(configMap, 'port')).toEqual(inside);
  expect(await scopesAt(configMap, '# why')).toContain('meta.embedded.block.postgresql-conf');
  const records = await scopesOf('pg-hba', 'local all all peer');
  expect(await scopesAt(configMap, 'peer')).toEqual(['meta.embedded.block.pg-hba', ...records[14]!]);
});

test('it ends with its lines, and keys stay keys', async () => {
  for (const key of ['postgresql.conf', 'pg_hba.conf', 'other'])
    expect(await scopesAt(configMap, key)).toEqual(['entity.name.tag.yaml']);
  expect(await scopesAt(configMap, '# y')).toEqual(['comment.line.number-sign.yaml']);
});

test.each(['', '  '])('records of a list %j in have the colours of records', async (indent) => {
  const yaml = ['pg_hba:', `${indent}# why`, `${indent}- local all all peer`, `${indent}- "host"`, 'ttl: 30'].join(
    '\n',
  );
  const records = await scopesOf('pg-hba', 'local all all peer');
  expect(await scopesAt(yaml, 'local')).toEqual(['meta.embedded.inline.pg-hba', ...records[0]!]);
  expect(await scopesAt(yaml, 'peer')).toEqual(['meta.embedded.inline.pg-hba', ...records[14]!]);
  expect(await scopesAt(yaml, '# why')).toEqual(['comment.line.number-sign.yaml']);
  expect(await scopesAt(yaml, '"host"')).toEqual([]);
  expect(await scopesAt(yaml, 'ttl')).toEqual(['entity.name.tag.yaml']);
});

test.each([
  'nginx.conf: |\n  port = 5433\n',
  'postgresql.conf: >\n  port = 5433\n',
  '# postgresql.conf: |\n#  port = 1\n',
])('nothing in %j', async (yaml) =>
  expect((await scopesOf('yaml', yaml)).flat().filter((scope) => scope.startsWith('meta.'))).toEqual([]),
);
