import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Major, majors } from '../../src/catalog/majors.js';
import { ClusterFinder } from '../../src/cluster/find/find.js';
import { loadCluster } from '../../src/cluster/load.js';
import { MemoryFileSystem } from '../../src/files/memory-file-system.js';
import { formatRecords } from '../../src/format/records.js';
import { parseAuth } from '../../src/syntax/auth.js';
import type { AuthTree } from '../../src/syntax/nodes.js';

const format = (text: string, kind: AuthTree['kind'] = 'hba', target: Major = 18) =>
  formatRecords(parseAuth(text, kind, target));

/** What the text means: the words of each line, without the places where they stand. */
function meaning(text: string, kind: AuthTree['kind'], target: Major) {
  const { lines, comments } = parseAuth(text, kind, target);
  return {
    lines: lines.map((line) => [
      line.type,
      line.line,
      line.type === 'AuthLine' ? line.error?.code : undefined,
      line.fields.map(({ tokens }) => tokens.map(({ value, quoted, terminated }) => [value, quoted, terminated])),
    ]),
    comments: comments.map((comment) => [comment.line, text.slice(comment.start, comment.end)]),
  };
}

describe('formatRecords', () => {
  test('puts the columns of records below each other, and the method of local records below the others', () => {
    const text = [
      '# TYPE DATABASE USER ADDRESS METHOD',
      '  local all   all peer map=x   # here',
      '',
      'hostssl app,"my db" +staff\t10.0.0.0/8 scram-sha-256   clientcert=verify-full   clientname=DN   ',
      'host all all 10.0.0.0 255.0.0.0 md5',
      'include   other.conf',
      '',
    ].join('\n');
    expect(format(text)).toBe(
      [
        '# TYPE DATABASE USER ADDRESS METHOD',
        'local    all          all                 peer map=x  # here',
        '',
        'hostssl  app,"my db"  +staff  10.0.0.0/8  scram-sha-256 clientcert=verify-full clientname=DN',
        'host     all          all     10.0.0.0 255.0.0.0  md5',
        'include other.conf',
        '',
      ].join('\n'),
    );
  });

  test('puts the columns of mappings below each other', () => {
    expect(format('net alice app # a\nlonger /^(.*)$ \\1\n', 'ident')).toBe(
      'net     alice    app  # a\nlonger  /^(.*)$  \\1\n',
    );
  });

  test('lets one long cell push only its own line', () => {
    const long = 'x'.repeat(60);
    expect(format(`local ${long} all peer\nlocal all all peer\n`)).toBe(
      `local  ${long}  all  peer\nlocal  all  all  peer\n`,
    );
  });

  test('leaves continued lines and line ends as they are', () => {
    const text = 'host all all \\\n  10.0.0.0/8   md5\nlocal   all,\nlocal   all all peer\r\n';
    expect(format(text)).toBe('host all all \\\n  10.0.0.0/8   md5\nlocal   all,\nlocal  all  all  peer\r\n');
  });

  test('changes no more when done again, and nothing that a server of any major reads', () => {
    const word = fc.constantFrom(
      'local',
      'host',
      'hostssl',
      'all',
      '"all"',
      'app',
      '"my db"',
      'a,b',
      'a, b',
      '"a,b"',
      '@list',
      '+x',
      '/^a b$',
      '10.0.0.0/8',
      '10.0.0.0',
      '255.0.0.0',
      '::1',
      'md5',
      'peer',
      'map=x',
      '"map=x y"',
      '"open',
      'größe',
      '\\',
      ',',
      'x,',
      '#c',
      'include',
    );
    const blanks = fc.constantFrom(' ', '  ', '\t', '\t  ', ' \\\n ', '\r', '\f');
    const line = fc
      .tuple(
        fc.constantFrom('', '  '),
        fc.array(fc.tuple(word, blanks), { maxLength: 8 }),
        fc.constantFrom('', ' # x', '#y'),
      )
      .map(([start, words, end]) => start + words.map(([one, gap]) => one + gap).join('') + end);
    const text = fc
      .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
      .map(([lines, end, closed]) => lines.join(end) + (closed ? end : ''));
    const kind = fc.constantFrom('hba' as const, 'ident' as const, 'hosts' as const);
    fc.assert(
      fc.property(text, kind, fc.constantFrom(...majors), (before, ofKind, target) => {
        const after = format(before, ofKind, target);
        expect(meaning(after, ofKind, target)).toEqual(meaning(before, ofKind, target));
        expect(format(after, ofKind, target)).toBe(after);
        // What one target formats, every other one reads as before.
        for (const other of [10, 13, 14, 19] as const) {
          expect(meaning(after, ofKind, other)).toEqual(meaning(before, ofKind, other));
        }
      }),
      { numRuns: 400, seed: 20261122 },
    );
  });

  test('leaves what the records decode to unchanged', () => {
    const text = 'local all   all peer map=m\nhost  a,b   "x y" 10.0.0.0 255.0.0.0   ldap ldapserver=h  \nhost all\n';
    const decoded = (hba: string) => {
      const files = new MemoryFileSystem({ '/c/pg_hba.conf': hba });
      const finder = new ClusterFinder(files, { workspace: ['/c'] });
      const [found] = finder.find(['/c/pg_hba.conf']);
      const { hba: reading } = loadCluster(found!.definition, files, 18, finder.readerOptions);
      return reading!.records.map((record) => ({
        type: record.connectionType,
        databases: record.databases.map(({ kind, value }) => [kind, value]),
        users: record.users.map(({ kind, value }) => [kind, value]),
        address: record.address?.kind === 'network' ? [record.address.address, record.address.mask] : record.address,
        method: record.method,
        options: record.options.map(({ name, value }) => [name, value]),
        error: record.error?.message,
      }));
    };
    expect(decoded(format(text))).toEqual(decoded(text));
  });
});
