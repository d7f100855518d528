/** The colours of the VS Code extension against what the parser reads: the records, settings and comments of every case. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ClusterDefinition } from '../../src/cluster/find/definition.js';
import { loadCluster } from '../../src/cluster/load.js';
import type { Cluster, HbaRecord } from '../../src/cluster/types.js';
import { MemoryFileSystem } from '../../src/files/memory-file-system.js';
import { parse } from '../../src/formats/parse.js';
import type { FileKind, Span } from '../../src/syntax/nodes.js';
import { scopesOf } from './colours.js';

interface Sample {
  id: string;
  file: FileKind;
  text: string;
}

const languages: Record<FileKind, string> = {
  conf: 'postgresql-conf',
  hba: 'pg-hba',
  ident: 'pg-ident',
  hosts: 'pg-hosts',
};
const names: Record<FileKind, string> = {
  conf: 'postgresql.conf',
  hba: 'pg_hba.conf',
  ident: 'pg_ident.conf',
  hosts: 'pg_hosts.conf',
};

const examples = (['conf', 'hba', 'ident'] as const).flatMap((file) =>
  ['insecure', 'hardened'].map((folder): Sample => {
    const text = readFileSync(`examples/${folder}/${names[file]}`, 'utf8');
    return { id: `examples/${folder}/${names[file]}`, file, text };
  }),
);
const cases = readFileSync('test/fixtures/cases.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Sample => JSON.parse(line));

/** An editor takes a carriage return for the end of a line, and shows no zero byte. */
const isForEditors = ({ text }: Sample) => !/\r(?!\n)|\0/.test(text);
/** A token over several lines is coloured by the server alone. */
const isOverLines = ({ text }: Pick<Sample, 'text'>) =>
  /"[^"\n]*\\\n/.test(text) || /,[ \t]*\\\n/.test(text) || /[^\s\\"]\\\n[^\s#]/.test(text);

const samples = [...examples, ...cases.filter(({ text }) => text !== undefined)]
  .filter(isForEditors)
  .map((sample) => ({ ...sample, text: sample.text.replaceAll('\r\n', '\n') }));

function load({ file, text }: Sample): Cluster {
  const path = `/data/${names[file]}`;
  const definition: ClusterDefinition = {
    id: path,
    path,
    folder: '/data',
    main: undefined,
    extent: 'snippet',
    auto: undefined,
    hba: undefined,
    ident: undefined,
    hosts: undefined,
    targets: undefined,
    targetSource: undefined,
    [file === 'conf' ? 'main' : file]: path,
  };
  return loadCluster(definition, new MemoryFileSystem({ [path]: text }), 18, { workspace: ['/data'] });
}

/** What of a span is not in the scope. */
function outside({ start, end }: Span, scope: string, scopes: string[][], text: string): string[] {
  const wrong: string[] = [];
  for (let at = start; at < end; at++) {
    if (text[at] === '\n' || scopes[at]!.some((one) => one === scope || one.startsWith(`${scope}.`))) continue;
    wrong.push(
      `${text.slice(start, end)}: “${text[at]}” at ${at} is ${scopes[at]!.join(' ') || 'plain'}, not ${scope}`,
    );
  }
  return wrong.slice(0, 1);
}

/** Pieces of which random files are made: what begins, ends, hides or joins comments. */
const pieces = {
  conf: [
    "'",
    "''",
    '\\',
    '#',
    '=',
    ' ',
    ' ',
    '\n',
    'a',
    'work_mem',
    '4MB',
    '-',
    '.',
    'include',
    '"',
    '1.5',
    '\t',
    'on',
  ],
  hba: [
    'local',
    'host',
    'all',
    '"',
    '#',
    ',',
    '\\',
    ' ',
    ' ',
    '\n',
    '@f',
    '/r',
    '10.0.0.0/8',
    '=',
    'md5',
    '\t',
    "'",
    '\\\n',
  ],
  ident: ['m', 'all', '"', '#', ',', '\\', ' ', ' ', '\n', '/r', '\\\n', '\\1', 'include'],
};

/** Where the colours first say of a character otherwise than the parser whether it stands in a comment; -1 where nowhere. */
async function firstDifference(kind: FileKind, text: string): Promise<number> {
  const scopes = await scopesOf(languages[kind], text);
  const isComment = new Uint8Array(text.length);
  for (const { start, end } of parse(text, kind, 18).comments) isComment.fill(1, start, end);
  for (let at = 0; at < text.length; at++) {
    // A line end, and the backslash that takes it away, are neither.
    if (text[at] === '\n' || (kind !== 'conf' && /^\\(\n|$)/.test(text.slice(at, at + 2)))) continue;
    if (scopes[at]!.some((scope) => scope.startsWith('comment')) !== (isComment[at] === 1)) return at;
  }
  return -1;
}

describe('comments stand where the parser sees them', () => {
  test.each(['conf', 'hba', 'ident'] as const)('in the cases of %s', async (kind) => {
    const wrong: string[] = [];
    const own = samples.filter((sample) => sample.file === kind && !(kind !== 'conf' && isOverLines(sample)));
    for (const { id, text } of own) {
      const at = await firstDifference(kind, text);
      if (at !== -1) wrong.push(`${id}: ${JSON.stringify(text)} at ${at}`);
    }
    expect(wrong).toEqual([]);
    expect(own.length).toBeGreaterThan(50);
  });

  test.each(['conf', 'hba', 'ident'] as const)('in random files of %s', async (kind) => {
    const texts = fc.array(fc.constantFrom(...pieces[kind]), { maxLength: 16 }).map((parts) => parts.join(''));
    const property = fc.asyncProperty(texts, async (text) => {
      fc.pre(kind === 'conf' || !isOverLines({ text }));
      expect(await firstDifference(kind, text)).toBe(-1);
    });
    await fc.assert(property, { seed: 1122, numRuns: 1500 });
  });
});

describe('settings', () => {
  test('names, strings and numbers are what the parser reads', async () => {
    const wrong: string[] = [];
    for (const { id, text } of samples.filter(({ file }) => file === 'conf')) {
      const scopes = await scopesOf('postgresql-conf', text);
      for (const line of parse(text, 'conf', 18).lines) {
        if (line.type === 'ConfSyntaxError') continue;
        const { name, value } = line;
        const nameScope = line.type === 'ConfInclude' ? 'keyword.control.include' : 'variable.other.property';
        const found = outside(name, nameScope, scopes, text);
        if (value.class === 'STRING') found.push(...outside(value, 'string.quoted.single', scopes, text));
        const number = /^[+-]?(?:0x[0-9a-fA-F]+|[0-9.]+)/.exec(value.value)?.[0] ?? '';
        if (value.class === 'INTEGER' || value.class === 'REAL') {
          found.push(
            ...outside({ start: value.start, end: value.start + number.length }, 'constant.numeric', scopes, text),
          );
        }
        wrong.push(...found.map((one) => `${id}: ${one}`));
      }
    }
    expect(wrong).toEqual([]);
  });

  test('a quote that nothing closes is marked', async () => {
    const scopes = await scopesOf('postgresql-conf', "log_line_prefix = '%m # no\n");
    expect(scopes[19]).toContain('invalid.illegal.unclosed-string');
    expect(scopes[23]?.[0]).toBe('comment.line.number-sign');
  });

  test('units, escapes and suppressions stand out', async () => {
    const scopes = await scopesOf('postgresql-conf', "work_mem = 4MB # pgconflint-disable-line\na.b = 'it''s'\n");
    expect(scopes[12]).toContain('keyword.other.unit');
    expect(scopes[20]).toContain('keyword.other.suppression');
    expect(scopes[51]).toContain('constant.character.escape');
  });
});

const keywords = ['all', 'sameuser', 'samerole', 'replication'];
const scopeOfKind: Record<string, string> = { regex: 'string.regexp', members: 'entity.name.type.role' };
for (const keyword of keywords) scopeOfKind[keyword] = 'constant.language';

/** What a record's parts should be coloured as. */
function expectedScopes(record: HbaRecord): [Span, string][] {
  const expected: [Span, string][] = [];
  if (record.connectionTypeToken) expected.push([record.connectionTypeToken, 'storage.type']);
  for (const { kind, token } of [...record.databases, ...record.users]) {
    const scope = scopeOfKind[kind];
    if (scope !== undefined && token.via === undefined && token.file === record.file) expected.push([token, scope]);
  }
  const { address } = record;
  if (address?.kind === 'network') {
    expected.push([address.token, 'constant.numeric']);
    if (address.maskToken !== undefined) expected.push([address.maskToken, 'constant.numeric']);
  }
  if (address && ['all', 'samehost', 'samenet'].includes(address.kind))
    expected.push([address.token, 'constant.language']);
  if (record.methodToken) expected.push([record.methodToken, 'support.function']);
  return expected;
}

describe('records', () => {
  test('each column of a record that loads has its colour', async () => {
    const wrong: string[] = [];
    let count = 0;
    for (const sample of samples.filter((one) => one.file === 'hba' && !isOverLines(one))) {
      const scopes = await scopesOf('pg-hba', sample.text);
      for (const record of load(sample).hba?.records ?? []) {
        if (record.error !== undefined || record.file.path !== '/data/pg_hba.conf') continue;
        for (const [span, scope] of expectedScopes(record)) {
          count++;
          // What has quotes is a string first of all.
          if (sample.text.slice(span.start, span.end).includes('"')) continue;
          wrong.push(...outside(span, scope, scopes, sample.text).map((one) => `${sample.id}: ${one}`));
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(1000);
  });

  test('a backslash goes on with the same record', async () => {
    const text = 'host all \\\n  app 10.0.0.0/8 \\\n  scram-sha-256 # why \\\nhost\nhost all all all trust\n';
    const scopes = await scopesOf('pg-hba', text);
    const at = (part: string, from = 0) => scopes[text.indexOf(part, from)];
    expect(at('\\')).toContain('constant.character.escape.line-continuation');
    expect(at('10.0')).toContain('constant.numeric');
    expect(at('scram')).toContain('support.function');
    expect(at('\nhost\n', 0)).toEqual([]);
    expect(at('host\nhost')?.[0]).toBe('comment.line.number-sign');
    expect(at('host all all all')).toContain('storage.type');
  });

  test('options, files and unknown methods', async () => {
    const text =
      'host @dbs "a b",+ops 10.0.0.0 255.0.0.0 ldap ldapserver=ldap.example "ldapprefix=cn= x"\nlocal all all tust\n';
    const scopes = await scopesOf('pg-hba', text);
    const at = (part: string) => scopes[text.indexOf(part)];
    expect(at('@dbs')).toContain('keyword.control.include');
    expect(at('"a b"')).toContain('string.quoted.double');
    expect(at('+ops')).toContain('entity.name.type.role');
    expect(at('255.')).toContain('constant.numeric');
    expect(at('ldapserver')).toContain('variable.parameter');
    expect(at('ldap.example')).toContain('string.unquoted');
    expect(at('ldapprefix')).toContain('variable.parameter');
    expect(at('tust')).toContain('invalid.illegal');
  });
});

describe('mappings and host entries', () => {
  test('pg_ident.conf', async () => {
    const text =
      'people /^(.*)@example\\.com$ \\1\npeople bob +ops\ninclude more.conf\npeople "carl c" all x # too much\n';
    const scopes = await scopesOf('pg-ident', text);
    const at = (part: string) => scopes[text.indexOf(part)];
    expect(at('people')).toContain('entity.name.section');
    expect(at('/^(')).toContain('string.regexp');
    expect(at('\\1')).toContain('variable.other');
    expect(at('+ops')).toContain('entity.name.type.role');
    expect(at('include')).toContain('keyword.control.include');
    expect(at('more.conf')).toContain('string.unquoted');
    expect(at('"carl')).toContain('string.quoted.double');
    expect(at('x #')).toContain('invalid.illegal');
    expect(at('# too')?.[0]).toBe('comment.line.number-sign');
  });

  test('pg_hosts.conf', async () => {
    const text = 'db.example,www.example server.crt server.key root.crt "pass word" on\n# none\n';
    const scopes = await scopesOf('pg-hosts', text);
    const at = (part: string) => scopes[text.indexOf(part)];
    expect(at('www')).toContain('variable.other');
    expect(at('server.key')).toContain('string.unquoted');
    expect(at('"pass')).toContain('string.quoted.double');
    expect(at('on\n')).toContain('constant.language.boolean');
    expect(at('# none')?.[0]).toBe('comment.line.number-sign');
  });
});
