import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { faultsOfFixes } from './faults-of-fixes.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fileNames: Readonly<Record<string, string>> = {
  conf: 'postgresql.conf',
  hba: 'pg_hba.conf',
  ident: 'pg_ident.conf',
};

/** Every example of the rules’ pages. */
const examples = readdirSync(`${root}rules`, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .flatMap((path) => {
    const text = readFileSync(`${root}rules/${path}`, 'utf8');
    return [...text.matchAll(/^```(conf|hba|ident) bad\n([\s\S]*?)^```$/gm)].map(
      ([, kind, content]) => [path, { [fileNames[kind!]!]: content! }] as const,
    );
  });

describe('a safe fix hides no fault', () => {
  test('of the examples of all rules', () => {
    expect(examples.length).toBeGreaterThan(150);
    expect(examples.flatMap(([path, files]) => faultsOfFixes(files, path.replace(/\.md$/, '')))).toEqual([]);
  });

  test.each(['log_line_prefix = ‘localhost\n', 'listen_addresses = ‘*’\n', 'log_line_prefix = “%m”\n'])(
    'of %j',
    (text) => {
      expect(faultsOfFixes({ 'postgresql.conf': text })).toEqual([]);
    },
  );

  test.each([
    'max_replication_slots = 10\nport = 5432\n',
    'wal_level = hot_standby\nport = 5432\n',
    'port = 5432\nwal_level = archive\n',
    "listen_addresses = 'localhost'\nport = 5432 \n",
    'random_page_cost = 4\nseq_page_cost = 5\n',
    'max_wal_senders = 10\nwal_level = replica\n',
    'sort_mem = 4MB\n',
  ])('of %j, which says in part what holds by default', (text) => {
    const files = { 'postgresql.conf': text, 'pg_hba.conf': 'local all all peer\nhost all all 127.0.0.1/32 md5\n' };
    expect(faultsOfFixes(files, 'conf/explicit-default')).toEqual([]);
    // As every fix would be applied with the first one: no line goes of which another rule speaks.
    expect(faultsOfFixes(files)).toEqual([]);
  });

  const quotes = ['‘', '’', '“', '”', '„', '«', '»', '`', '´', "'", '"', ''];
  const names = ['listen_addresses', 'archive_command', 'log_line_prefix', 'work_mem', 'ssl', 'log_statement', 'x.y'];
  const values = ['*', 'localhost', 'cp %p /a/%f', '%m ', '4MB', 'on', 'ddl', 'a b', 'a,b', '', "it's", 'x = y', '#'];

  test('of values in quotes of any kind', () => {
    const line = fc.tuple(
      fc.constantFrom(...names),
      fc.constantFrom(' = ', '=', ' '),
      fc.constantFrom(...quotes),
      fc.constantFrom(...values),
      fc.constantFrom(...quotes),
      fc.constantFrom('', ' # why'),
    );
    // Of two lines for one parameter, the second one counts as soon as it loads: what the first one says is no fault then.
    const lines = fc.uniqueArray(line, { selector: ([name]) => name, minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(lines, (all) => {
        expect(faultsOfFixes({ 'postgresql.conf': all.map((parts) => `${parts.join('')}\n`).join('') })).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
