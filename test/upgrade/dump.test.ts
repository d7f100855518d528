/** Settings of roles and databases in dumps. The texts are what pg_dumpall 15 writes. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dumpedSettings } from '../../src/upgrade/dump/statements.js';
import { makeFolder } from '../cli/folder.js';
import { runIn } from '../cli/terminal.js';

const dump = `-- ALTER ROLE comment SET jit TO 'on';
\\restrict x
SET standard_conforming_strings = off;
/* ALTER ROLE other SET jit TO 'on'; /* nested */ */
CREATE ROLE "Odd ""one";
ALTER ROLE "Odd ""one" WITH NOSUPERUSER INHERIT NOCREATEROLE;
ALTER ROLE "Odd ""one" SET wal_compression TO 'on';
ALTER ROLE app SET force_parallel_mode TO 'on';
ALTER ROLE app SET search_path TO 'a', 'B c';
ALTER ROLE app SET "TimeZone" TO 'UTC';
ALTER ROLE app SET "app.x" TO E'a\\\\b''c
d';
ALTER ROLE app SET "my-app.level" TO '1';
CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $body$
ALTER ROLE app SET enable_sort TO 'off';
$body$;
COPY public.t (a) FROM stdin;
ALTER ROLE app SET enable_hashjoin TO 'off';
\\.
\\connect shop
ALTER DATABASE shop OWNER TO postgres;
ALTER DATABASE shop SET TABLESPACE fast;
ALTER DATABASE shop SET extra_float_digits TO '3';
ALTER ROLE app IN DATABASE shop SET session_preload_libraries TO 'auto_explain', 'x y';
ALTER USER app SET work_mem = 5;
`;

describe('dumpedSettings', () => {
  test('finds the settings of roles and databases, and nothing else', () => {
    expect(dumpedSettings(dump).map(({ line, scope, name, value }) => [line, scope, name, value])).toEqual([
      [7, 'ROLE Odd "one', 'wal_compression', 'on'],
      [8, 'ROLE app', 'force_parallel_mode', 'on'],
      [9, 'ROLE app', 'search_path', 'a, "B c"'],
      [10, 'ROLE app', 'TimeZone', 'UTC'],
      [11, 'ROLE app', 'app.x', "a\\b'c\nd"],
      [13, 'ROLE app', 'my-app.level', '1'],
      [23, 'DATABASE shop', 'extra_float_digits', '3'],
      [24, 'ROLE app IN DATABASE shop', 'session_preload_libraries', 'auto_explain, "x y"'],
      [25, 'USER app', 'work_mem', '5'],
    ]);
  });

  test('reads back whatever a dump may hold', () => {
    const quoted = (text: string) =>
      text.includes('\\') ? ` E'${text.replace(/['\\]/g, '$&$&')}'` : `'${text.replaceAll("'", "''")}'`;
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, value) => {
        const text = `SELECT ${quoted(before)};\nALTER ROLE a SET x.y TO ${quoted(value)};\n`;
        expect(dumpedSettings(text).map((setting) => setting.value)).toEqual([value]);
      }),
    );
  });

  test('takes time in proportion to the text, and any text', () => {
    for (const text of ["'", "E'\\", '"', '$a$', '/*', 'ALTER ROLE a SET x TO ', '$', 'COPY t FROM stdin;\n']) {
      expect(() => dumpedSettings(text.repeat(20_000))).not.toThrow();
    }
  });
});

const upgrade = async (from: number, to: number, ...args: string[]) => {
  const folder = makeFolder({
    'globals.sql': dump,
    'data/postgresql.conf': 'port = 5432\n',
    'data/PG_VERSION': `${from}\n`,
  });
  const { code, output, errors } = await runIn(folder, [
    'upgrade',
    '--from',
    `${from}`,
    '--to',
    `${to}`,
    '--dump',
    'globals.sql',
    ...args,
  ]);
  return { code, output, errors };
};

test('what the new major refuses or reads otherwise is told with the line of the dump', async () => {
  const { code, output } = await upgrade(13, 19, '--format', 'json');
  expect(code).toBe(1);
  const { clusters } = JSON.parse(output);
  expect(clusters.map(({ path }: { path: string }) => path)).toEqual(['globals.sql']);
  const [{ refused, items, defaults }] = clusters;
  expect(refused.map(({ place, rule }: Record<string, string>) => [place, rule])).toEqual([
    ['globals.sql:8', 'conf/removed-parameter'],
  ]);
  expect(items.map(({ place, id }: Record<string, string>) => [place, id])).toEqual([
    ['globals.sql:7', 'wal-compression'],
    ['globals.sql:13', 'custom-names'],
  ]);
  expect(defaults).toEqual([]);
});

test('the dump comes after the files where both are given, as a table and in Markdown', async () => {
  const { output } = await upgrade(15, 19, 'data');
  expect(output).toMatch(/^data\/postgresql\.conf: from(?:.|\n)+^globals\.sql: from(?:.|\n)+\[ \] globals\.sql:7 /m);
  expect(output.match(/pg_upgrade --check/g)).toHaveLength(1);
  const markdown = await upgrade(15, 19, 'data', '--format', 'markdown');
  expect(markdown.output).toMatch(/## globals\.sql: PostgreSQL 15 to 19(?:.|\n)+\*\*globals\.sql:7\*\*/);
});

test('a dump that is not there is told', async () => {
  const { code, errors } = await runIn(makeFolder({}), ['upgrade', '--from', '15', '--to', '19', '--dump', 'x.sql']);
  expect([code, errors]).toEqual([2, expect.stringMatching(/^pgconflint: x\.sql cannot be read: /)]);
});
