import { expect, test } from '@jest/globals';
import { rules } from '../../../rules/index.js';
import type { ClusterDefinition } from '../../../src/cluster/find/definition.js';
import { loadCluster } from '../../../src/cluster/load.js';
import { MemoryFileSystem } from '../../../src/files/memory-file-system.js';
import type { RuleSetting } from '../../../src/linter/configuration/config.js';
import { lint } from '../../../src/linter/engine/lint.js';
import { findPlaceholders } from '../../../src/syntax/placeholders.js';
import { LineTable } from '../../../src/syntax/positions.js';

/** The problems of all rules in a cluster, as `file:line rule`. */
function problemsOf(files: Record<string, string>): string[] {
  const fileSystem = new MemoryFileSystem(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`/c/${name}`, text])),
  );
  const has = (name: string) => (name in files ? `/c/${name}` : undefined);
  const path = has('postgresql.conf') ?? has('pg_hba.conf')!;
  const definition: ClusterDefinition = {
    id: path,
    path,
    folder: '/c',
    auto: undefined,
    targets: undefined,
    targetSource: undefined,
    main: has('postgresql.conf'),
    hba: has('pg_hba.conf'),
    ident: has('pg_ident.conf'),
    hosts: undefined,
    extent: has('postgresql.conf') === undefined ? 'snippet' : 'whole',
  };
  const settings = new Map(rules.map(({ id }): [string, RuleSetting] => [id, { severity: 'error', options: {} }]));
  const result = lint({
    sources: [{ path, load: (target) => loadCluster(definition, fileSystem, target, { workspace: ['/c'] }) }],
    rules: rules.filter(({ meta }) => meta.options === undefined),
    resolveConfig: () => ({ rules: settings, targets: undefined }),
    today: '2026-11-22',
  });
  return result.files.flatMap(({ path: file, text, problems }) => {
    const table = new LineTable(text);
    return problems.map(({ start, ruleId }) => `${file.slice(3)}:${table.positionAt(start).line} ${ruleId}`);
  });
}

test('lines with placeholders are not judged, the others are', () => {
  const problems = problemsOf({
    'pg_hba.conf': 'host all all ${HOST} trust extra=1\nhost all all 10.0.0.256/8 md5\nlocal all all ${METHOD}\n',
  });
  expect(problems).toContain('pg_hba.conf:1 cluster/template');
  expect(problems).toContain('pg_hba.conf:2 hba/invalid-record');
  expect(problems.filter((each) => /:[13] /.test(each))).toEqual(['pg_hba.conf:1 cluster/template']);
});

test('a setting with a placeholder is neither at its default nor at another value', () => {
  const conf = (value: string) => {
    const problems = problemsOf({ 'postgresql.conf': `fsync = ${value}\n`, 'pg_hba.conf': 'local all all peer\n' });
    return problems.filter((each) => each.startsWith('postgresql.conf'));
  };
  expect(conf('off')).toContain('postgresql.conf:1 conf/fsync');
  expect(conf('off').length).toBeGreaterThan(2);
  expect(conf('{{ fsync }}')).toEqual(['postgresql.conf:1 cluster/template']);
  expect(conf("'${FSYNC}'")).toEqual(['postgresql.conf:1 cluster/template']);
});

test('nothing is said of a file with statements, of its neighbours what they alone tell', () => {
  const problems = problemsOf({
    'postgresql.conf': '{% if a %}\nfsync = off\n{% endif %}\nnonsense\n',
    'pg_hba.conf': 'local all all peer map=m\nlocal all all nonsense\n',
    'pg_ident.conf': '{{ map }} a b\n',
  });
  expect(problems).toEqual([
    'pg_hba.conf:2 hba/invalid-record',
    'pg_ident.conf:1 cluster/template',
    'postgresql.conf:1 cluster/template',
  ]);
});

test('what is not closed is no placeholder, and costs one look', () => {
  for (const opening of ['{{ a\n', '{% a\n', '<% a\n', '${A\n', '@a\n']) {
    expect(findPlaceholders(opening.repeat(20_000))).toEqual([]);
  }
  const found = findPlaceholders('{{ a }}\n'.repeat(20_000));
  expect(found).toHaveLength(20_000);
});

test.each([
  ['{{ a }}', 'value'],
  ['{{ ifconfig }}', 'value'],
  ['{{- if .A }}', 'statement'],
  ['{{#each hosts}}', 'statement'],
  ['{# a\nb #}', 'value'],
  ['{% for a in b\n   if a %}', 'statement'],
  ['<%= a %>', 'value'],
  ['<%# a %>', 'value'],
  ['<%- if a -%>', 'statement'],
  ['${A:-b}', 'value'],
  ['$A_1', 'value'],
  ['@a-b@', 'value'],
])('%j is a placeholder for a %s', (text, kind) => {
  expect(findPlaceholders(`x ${text} y`)).toMatchObject([{ start: 2, end: 2 + text.length, kind }]);
});
