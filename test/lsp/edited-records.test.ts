/** A workspace that went through edits says what a new one says: records that did not change are kept. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rules } from '../../rules/index.js';
import { MemoryFileSystem } from '../../src/files/memory-file-system.js';
import { Workspace } from '../../src/lsp/workspace/workspace.js';

const numRuns = Number(process.env['PGCONFLINT_RANDOM_RUNS'] ?? 8);
const uri = 'file:///w/pg_hba.conf';

const words = (...list: string[]) => fc.constantFrom(...list);
const record = fc
  .tuple(
    words('host', 'host', 'hostssl', 'hostnossl', 'local'),
    words('all', 'db', 'replication', '"all"', 'sameuser', 'a,b', 'a_name_of_more_than_thirteen'),
    words('all', 'app', 'postgres', '+staff', '/^r.*', '"another long name"'),
    words('0.0.0.0/0', '::/0', '10.0.0.5/32', '10.0.0.0 255.0.0.0', 'all', '127.0.0.1/32', ''),
    words('trust', 'md5', 'scram-sha-256', 'scram-sha-256', 'reject', 'cert', 'ident map=m', 'oauth'),
  )
  .map((columns) => columns.join(' '));
const line = fc.oneof(
  { weight: 14, arbitrary: record },
  { weight: 4, arbitrary: words('', '# why', '# pgconflint-disable-next-line hba/no-trust -- x') },
  words(
    'include other',
    'host @names all 10.0.0.0/8 md5',
    'x',
    'host all all {{ net }} md5',
    '# pgconflint: postgres=14',
  ),
); // prettier-ignore
const edit = fc.record({
  at: fc.nat(9),
  gone: fc.nat(1),
  lines: fc.array(line, { maxLength: 2 }),
  more: words('', '', ' ', 'x', ' \\'),
});

function workspace(conf: string | undefined): Workspace {
  const files = new MemoryFileSystem({
    '/w/names': 'x y',
    '/w/other': 'host all all all reject',
    '/w/pgconflint.config.jsonc': '{ "extends": "all" }',
    ...(conf === undefined ? {} : { '/w/postgresql.conf': conf }),
  });
  const made = new Workspace(files, rules, () => '2026-11-28');
  made.folders = ['/w'];
  return made;
}

/** What is found, and what the records are. */
async function said(made: Workspace): Promise<string> {
  await made.ready();
  const found = [...made.update().values()].map(({ path, problems, suppressed }) => ({ path, problems, suppressed }));
  const read = made.clusters().map(({ hba }) =>
    hba?.records.map(({ file, node, databases, users, ...rest }) => ({
      ...rest,
      path: file.path,
      isNow: file.text === made.documents.get(uri)?.lines.text || file.path !== '/w/pg_hba.conf',
      fields: node.fields,
      names: [...databases, ...users].map(({ kind, value, token }) => [
        kind,
        value,
        token.start,
        token.end,
        token.value,
        token.file.path,
      ]),
    })),
  );
  return JSON.stringify([found, read], (key, value) =>
    typeof value === 'bigint' ? `${value}` : key === 'file' && typeof value === 'object' ? value.path : value,
  );
}

describe('edited records', () => {
  test('are those of the text', async () => {
    const check = fc.asyncProperty(
      fc.array(line, { minLength: 4, maxLength: 9 }),
      fc.array(edit, { minLength: 1, maxLength: 5 }),
      words('', "ssl = on\nlisten_addresses = '*'\n"),
      async (first, edits, conf) => {
        let lines = first;
        const edited = workspace(conf === '' ? undefined : conf);
        edited.open(uri, 'plaintext', 1, lines.join('\n'));
        await said(edited);
        for (const [version, { at, gone, lines: put, more }] of edits.entries()) {
          const before = lines.slice(0, at).map((text, index) => (index === at - 1 ? text + more : text));
          lines = [...before, ...put, ...lines.slice(at + gone)];
          edited.change(uri, version + 2, [{ text: lines.join('\n') }]);
          const fresh = workspace(conf === '' ? undefined : conf);
          fresh.open(uri, 'plaintext', 1, lines.join('\n'));
          expect(JSON.parse(await said(edited))).toEqual(JSON.parse(await said(fresh)));
        }
      },
    );
    await fc.assert(check, { numRuns });
  });

  test('keep their identity where they did not change', async () => {
    const made = workspace('ssl = on\n');
    const text = 'hostssl db app 10.0.0.1/32 scram-sha-256\nhostssl db app 10.0.0.2/32 scram-sha-256\n';
    made.open(uri, 'plaintext', 1, text);
    await made.ready();
    const [first, second] = made.clusters()[0]!.hba!.records;
    const start = { line: 1, character: 0 };
    made.change(uri, 2, [{ range: { start, end: start }, text: 'local all all peer\n' }]);
    await made.ready();
    const records = made.clusters()[0]!.hba!.records;
    expect(records).toHaveLength(3);
    expect(records[0]).toBe(first);
    expect(records[2]).toBe(second);
    expect(second).toMatchObject({ line: 3, ruleNumber: 3, start: 60 });
    expect(text.slice(41)).toContain(second!.databases[0]!.token.value);
    expect(second!.databases[0]!.token.start).toBe(68);
  });
});
