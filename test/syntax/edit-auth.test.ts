/** A tree that went through edits is the tree of the text. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Major } from '../../src/catalog/majors.js';
import { parseAuth } from '../../src/syntax/auth.js';
import { editAuth } from '../../src/syntax/edit-auth.js';
import type { AuthTree } from '../../src/syntax/nodes.js';

const runs = { numRuns: Number(process.env['PGCONFLINT_RANDOM_RUNS'] ?? 300) };
const pieces = fc.constantFrom(
  'host all all 10.0.0.0/8 md5\n',
  'local  db,"a ""b""" +x peer # why\n',
  '# why\n',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  'x',
  '"',
  '\\',
  '\\\n',
  ',',
  '@f',
  '#',
  '\ufeff',
  'ü€😀',
  'include x\n',
  'a_name_of_more_than_thirteen',
  '\0',
  'x'.repeat(5000),
  'y'.repeat(12_000),
); // prettier-ignore
const common = fc.constantFrom(
  'host all all 10.0.0.0/8 md5\n',
  'local db,e all peer # why\n',
  '# why\n',
  '\n',
  'x',
  ' ',
);
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: common }, pieces), { maxLength: 12 })
  .map((list) => list.join(''));
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  gone: fc.nat(12),
  put: fc.oneof(common, pieces, fc.constant('')),
});

/** All that a tree says: its lines with their tokens, its comments. */
const said = ({ tokens, ...tree }: AuthTree) =>
  JSON.stringify({ ...tree, fields: tree.lines.map(({ first, count }) => tokens.fields(first, count)) });

describe('edited trees', () => {
  test.each<Major>([10, 14, 15, 16, 18, 19])('are those of the text, for %i', (target) => {
    let edits = 0;
    const check = fc.property(text, fc.array(edit, { maxLength: 8 }), (first, list) => {
      let tree = parseAuth(first, 'hba', target);
      for (const { at, gone, put } of list) {
        const start = Math.floor(at * tree.text.length);
        const now = tree.text.slice(0, start) + put + tree.text.slice(start + gone);
        const edited = editAuth(tree, now, target, 'utf-8');
        if (edited !== undefined) edits++;
        tree = edited ?? parseAuth(now, 'hba', target);
        expect(said(tree)).toBe(said(parseAuth(now, 'hba', target)));
      }
    });
    fc.assert(check, runs);
    expect(edits).toBeGreaterThan(runs.numRuns / 2);
  });

  test('keep the lines that did not change, at their new places', () => {
    const before = parseAuth('a b\n\nc d # e\n', 'hba', 18);
    const [first, second] = before.lines;
    const after = editAuth(before, 'a b\nx y z\n\nc d # e\n', 18, 'utf-8')!;
    expect(after.lines[0]).toBe(first);
    expect(after.lines[2]).toBe(second);
    expect(second).toMatchObject({ start: 11, end: 14, line: 4, first: 5, count: 2 });
    expect(after.comments).toMatchObject([{ start: 15, end: 18, line: 4 }]);
  });

  test('are not used twice', () => {
    const before = parseAuth('a b\nc d\n', 'hba', 18);
    expect(editAuth(before, 'a b\nc\n', 18, 'utf-8')).toBeDefined();
    expect(editAuth(before, 'a\nc d\n', 18, 'utf-8')).toBeUndefined();
  });
});
