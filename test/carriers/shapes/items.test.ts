/** Lists of records and maps of settings: what they hold, where it stands, and that a change changes that and nothing else. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { quotedScalar } from '../../../src/carriers/shapes/flow-scalar.js';
import { recordList } from '../../../src/carriers/shapes/records.js';
import { settingMaps } from '../../../src/carriers/shapes/settings.js';
import { changed } from '../../../src/carriers/shapes/written.js';
import { readYaml } from '../../../src/carriers/shapes/yaml.js';
import type { CarriedText } from '../../../src/documents/carrier.js';
import type { Replacement } from '../../../src/documents/map.js';

const listIn = (text: string) => {
  const [tree] = readYaml(text);
  return tree && recordList(tree, 'hba', tree.at(tree.root, 'spec', 'pg_hba'));
};
const mapIn = (text: string) => {
  const [tree] = readYaml(text);
  const map = tree?.at(tree.root, 'spec', 'parameters');
  return tree && settingMaps(tree, [{ map, render: (_, value) => ({ value }) }]);
};

const records = [
  'local all all peer',
  'host all all 10.0.0.0/8 md5',
  'host "größe" all all trust',
  "host all all .example.org ldap ldapserver='x'",
  'hostssl all all ::/0 cert map=x',
];
const record = fc
  .record({ text: fc.constantFrom(...records), style: fc.constantFrom('plain', 'single', 'double', 'block') })
  .map(({ text, style }) => {
    if (style === 'single') return `- '${text.replaceAll("'", "''")}'`;
    if (style === 'double') return `- ${JSON.stringify(text)}`;
    return style === 'block' ? `- |-\n      ${text}` : `- ${text}`;
  });
const between = fc.constantFrom('', '', '    # a comment\n', '\n', '    # pgconflint-disable-next-line -- why\n');
const lists = fc
  .record({
    items: fc.array(fc.tuple(between, record, fc.constantFrom('', '', '  # after')), { minLength: 1, maxLength: 5 }),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    rest: fc.constantFrom('  other: x\n', '', '  # the end\n'),
  })
  .map(({ items, lineEnd, rest }) => {
    const written = items.map(([before, item, after]) => `${before}    ${item}${item.includes('|-') ? '' : after}\n`);
    return `# first\nspec:\n  pg_hba:\n${written.join('')}${rest}`.replaceAll('\n', lineEnd);
  });

const apply = (text: string, edit: Replacement, lineEnd: string) =>
  changed(text, { ...edit, text: edit.text.replace(/\r?\n/g, lineEnd) });
const specOf = (text: string) => parse(text, { schema: 'failsafe' }).spec as Record<string, unknown>;

/** The records of a list; what is not one is a comment of the document. */
const recordsIn = (list: string) => listIn(`spec:\n  pg_hba: ${list}\n`)?.text.replace(/^#.*\n/gm, '') ?? '';

describe('a list of records', () => {
  test('makes a line of each item, and comments count', () => {
    const text = `spec:\n  pg_hba:\n    # first\n    - local all all peer # why\n\n    # second\n    - "host \\"a\\" all all md5"\n  x: y\n`;
    expect(listIn(text)!.text).toBe('# first\nlocal all all peer # why\n# second\nhost "a" all all md5\n');
  });

  test.each([
    ['maps, numbers and nothing', '[ { host: all }, 5, null, ~, true, local all all peer ]', 'local all all peer\n'],
    [
      'several lines in one item',
      '\n    - "local all all peer\\nhost all all all md5"',
      'local all all peer\nhost all all all md5\n',
    ],
    ['a list beside its key', '\n  - local all all peer', 'local all all peer\n'],
    ['an alias', '[ &a local all all peer, *a ]', 'local all all peer\nlocal all all peer\n'],
  ])('%s', (_, list, meant) => expect(recordsIn(list)).toBe(meant));

  test.each([
    ['a text', 'local all all peer'],
    ['a map', '{ a: b }'],
    ['nothing', ''],
    ['an empty list', '[]'],
    ['no texts', '[1, {}]'],
  ])('there is none in %s', (_, value) => expect(recordsIn(value)).toBe(''));

  test('every change is that change, or is refused', () => {
    let made = 0;
    const inserted = fc.constantFrom('', 'x', '# c\n', 'local a all peer\n', "it's ", '*');
    fc.assert(
      fc.property(lists, fc.nat(), fc.nat(), fc.boolean(), inserted, (text, a, b, wholeLines, put) => {
        const document = listIn(text)!;
        const lineEnd = text.includes('\r') ? '\r\n' : '\n';
        const starts = [0, ...[...document.text.matchAll(/\n/g)].map(({ index }) => index + 1)];
        const place = (n: number) => (wholeLines ? starts[n % starts.length]! : n % (document.text.length + 1));
        const [one, other] = [place(a), place(b)];
        const change = { start: Math.min(one, other), end: Math.max(one, other), text: put };
        const edit = document.map.write(change);
        if (edit === undefined) return;
        made++;
        const after = apply(text, edit, lineEnd);
        const now = listIn(after);
        const meant = changed(document.text, change);
        const told = meant === '' || meant.endsWith('\n') ? meant : `${meant}\n`;
        expect(withoutLastComments(now!.text)).toBe(withoutLastComments(told));
        expect({ ...specOf(after), pg_hba: 0 }).toEqual({ ...specOf(text), pg_hba: 0 });
        expect(after.startsWith(text.slice(0, edit.start))).toBe(true);
        expect(after.endsWith(text.slice(edit.end))).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(made).toBeGreaterThan(60);
  });

  test('the place of each word is where it is written', () => {
    fc.assert(
      fc.property(lists, (text) => {
        const document = listIn(text)!;
        for (const { 0: word, index } of document.text.matchAll(/[\w./:]+/g)) {
          const { start, end } = document.map.placeOf({ start: index, end: index + word.length });
          expect(text.slice(start, end)).toBe(word);
          expect(document.map.offsetAt(start)).toBe(index);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** After the last item a comment belongs to nothing. */
function withoutLastComments(text: string): string {
  return text.replace(/(?:^#.*\n)+$/m, '');
}

const values = ['on', '128MB', "it's", 'a\\b', '%m [%p] ', '*', '', 'x: y', '100', 'größe 😀', '"a", b'];
const maps = fc
  .record({
    entries: fc.uniqueArray(
      fc.tuple(
        fc.constantFrom('work_mem', 'listen_addresses', 'log_line_prefix', 'pg_stat_statements.max', 'max_connections'),
        fc.constantFrom(...values),
        fc.constantFrom('single', 'double', 'any'),
      ),
      { minLength: 1, maxLength: 4, selector: ([name]) => name },
    ),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    comment: fc.constantFrom('', ' # why'),
  })
  .map(({ entries, lineEnd, comment }) => {
    const write = (value: string, style: string) => {
      if (style === 'single') return `'${value.replaceAll("'", "''")}'`;
      return style === 'any' && /^[\w]+$/.test(value) ? value : JSON.stringify(value);
    };
    const lines = entries.map(([name, value, style]) => `    ${name}: ${write(value, style)}${comment}\n`);
    return `spec:\n  parameters:\n${lines.join('')}  other: x\n`.replaceAll('\n', lineEnd);
  });

/** What the document says of each name. */
function readBack({ text }: CarriedText): Record<string, string> {
  const unquoted = (value: string) => value.replaceAll("''", "'").replaceAll('\\\\', '\\');
  return Object.fromEntries(
    [...text.matchAll(/^([\w.]+) = '((?:[^']|'')*)'/gm)].map(([, name, value]) => [name!, unquoted(value!)]),
  );
}

describe('a map of settings', () => {
  test('makes a line of each entry', () => {
    const text = `spec:\n  parameters:\n    work_mem: 4MB # a\n    # before\n    "log_line_prefix": "it's \\\\ "\n    x: { a: b }\n    y:\n`;
    expect(mapIn(text)!.text).toBe("work_mem = '4MB' # a\n# before\nlog_line_prefix = 'it''s \\\\ '\n");
  });

  test('what is merged counts, and its own entries stand over it', () => {
    const text = 'a: &a { work_mem: 4MB, fsync: off }\nspec:\n  parameters:\n    <<: *a\n    fsync: on\n';
    expect(readBack(mapIn(text)!)).toEqual({ work_mem: '4MB', fsync: 'on' });
  });

  test('a value is replaced as its scalar is written, an entry goes with its line, and comes in quotes', () => {
    fc.assert(
      fc.property(
        maps,
        fc.nat(),
        fc.constantFrom(...values),
        fc.constantFrom('replace', 'remove', 'add'),
        (text, n, value, how) => {
          const document = mapIn(text)!;
          const lineEnd = text.includes('\r') ? '\r\n' : '\n';
          const before = specOf(text)['parameters'] as Record<string, string>;
          expect(readBack(document)).toEqual(before);
          const lines = [...document.text.matchAll(/^([\w.]+) = ('(?:[^']|'')*').*\n/gm)];
          const line = lines[n % lines.length]!;
          const name = line[1]!;
          const written = `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
          const start = line.index + name.length + 3;
          const edit = document.map.write(
            how === 'replace'
              ? { start, end: start + line[2]!.length, text: written }
              : how === 'remove'
                ? { start: line.index, end: line.index + line[0].length, text: '' }
                : { start: document.text.length, end: document.text.length, text: `fsync = ${written}\n` },
          );
          const { [name]: _, ...others } = before;
          if (how === 'remove' && lines.length === 1) return expect(edit).toBeUndefined();
          const after = apply(text, edit!, lineEnd);
          const meant = { replace: { ...before, [name]: value }, remove: others, add: { ...before, fsync: value } }[
            how
          ];
          expect(specOf(after)['parameters']).toEqual(meant);
          expect(readBack(mapIn(after)!)).toEqual(meant);
          if (how === 'add') expect(after).toContain(`    fsync: ${quotedScalar(value)}${lineEnd}`);
          return undefined;
        },
      ),
      { numRuns: 200 },
    );
  });

  test('the place of a value is its scalar with its quotes', () => {
    const text = 'spec:\n  parameters:\n    work_mem: "4MB"\n';
    const { map, text: own } = mapIn(text)!;
    const place = (part: string) => {
      const start = own.indexOf(part);
      const found = map.placeOf({ start, end: start + part.length });
      return text.slice(found.start, found.end);
    };
    expect([place("'4MB'"), place('4MB'), place('work_mem'), place('M')]).toEqual(['"4MB"', '4MB', 'work_mem', 'M']);
  });
});
