import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ConfFile } from '../../../src/cluster/types.js';
import { applyEdits } from '../../../src/linter/fixes.js';
import type { Operation } from '../../../src/linter/operations.js';
import { writePlain } from '../../../src/linter/writers/plain.js';
import { parseConf } from '../../../src/syntax/conf.js';
import type { Setting } from '../../../src/syntax/nodes.js';

function fileOf(text: string): ConfFile {
  return { kind: 'conf', path: '/postgresql.conf', text, encoding: 'utf-8', tree: parseConf(text) } as ConfFile;
}

type Without<T> = T extends Operation ? Omit<T, 'at'> : never;

function edited(text: string, operation: Without<Operation>): string {
  return applyEdits(text, writePlain({ ...operation, at: fileOf(text) } as Operation));
}

const lineEnds = fc.constantFrom('\n', '\r\n');

describe('operations on settings', () => {
  test('leave every other line as it was', () => {
    const values = fc.string({ unit: fc.constantFrom(...`ab '\\,#$1`) });
    fc.assert(
      fc.property(
        fc.array(values, { minLength: 1 }),
        fc.nat(),
        values,
        lineEnds,
        fc.boolean(),
        (all, which, value, end, last) => {
          const lines = all.map((_, index) => `p${index} = 'x' # c${index}`);
          const text = lines.join(end) + (last ? end : '');
          const index = which % lines.length;
          const token = (fileOf(text).tree.lines[index] as Setting).value;
          const written = edited(text, { do: 'replace-value', token, value, quoted: true }).split(end);
          expect(written.filter((_, at) => at !== index)).toEqual(text.split(end).filter((_, at) => at !== index));
          const tree = parseConf(written[index]!);
          expect((tree.lines[0] as Setting).value.value).toBe(value);
          expect(written[index]).toContain(`# c${index}`);
        },
      ),
    );
  });

  test.each<[string, Without<Operation>, string]>([
    ['a = 1\n', { do: 'add-setting', below: undefined, name: 'b', value: 'x y', quoted: false }, "a = 1\nb = 'x y'\n"],
    ['a = 1', { do: 'add-setting', below: undefined, name: 'b', value: 'on', quoted: false }, 'a = 1\nb = on\n'],
    ['', { do: 'add-setting', below: undefined, name: 'b', value: 'on', quoted: false }, 'b = on\n'],
    [
      '#b = off # x\r\na = 1\r\n',
      { do: 'add-setting', below: { start: 0, end: 8 }, name: 'b', value: 'on', quoted: false },
      '#b = off # x\r\nb = on\r\na = 1\r\n',
    ],
    ['a = 1\nb = 2', { do: 'remove-setting', entry: { start: 6, end: 11 } }, 'a = 1\n'],
    ['a = 1 # why\nb = 2', { do: 'remove-setting', entry: { start: 0, end: 5 } }, '# why\nb = 2'],
    ['  a = 1\r\nb = 2\r\n', { do: 'remove-setting', entry: { start: 2, end: 7 } }, 'b = 2\r\n'],
    ['a = 1\n', { do: 'rename-setting', token: { start: 0, end: 1 }, name: 'new' }, 'new = 1\n'],
  ])('%j, %j', (text, operation, expected) => {
    expect(edited(text, operation)).toBe(expected);
  });
});

describe('operations on records', () => {
  test.each<[string, Without<Operation>, string]>([
    // Columns stay where they are.
    [
      'host  all  md5   # x\n',
      { do: 'replace-token', token: { start: 6, end: 9 }, text: 'a' },
      'host  a    md5   # x\n',
    ],
    ['host  all  md5\n', { do: 'replace-token', token: { start: 0, end: 4 }, text: 'hostl' }, 'hostl all  md5\n'],
    ['host all md5\n', { do: 'replace-token', token: { start: 0, end: 4 }, text: 'hostssl' }, 'hostssl all md5\n'],
    ['a\nb\n', { do: 'add-record', text: 'c', beside: { record: { start: 2, end: 3 }, side: 'above' } }, 'a\nc\nb\n'],
    ['a\r\nb', { do: 'add-record', text: 'c', beside: { record: { start: 0, end: 1 }, side: 'below' } }, 'a\r\nc\r\nb'],
    ['a', { do: 'add-record', text: 'c', beside: undefined }, 'a\nc\n'],
    ['a\nb', { do: 'move-record', record: { start: 2, end: 3 }, above: { start: 0, end: 1 } }, 'b\na\n'],
    ['a\r\nb\r\n', { do: 'move-record', record: { start: 3, end: 4 }, above: { start: 0, end: 1 } }, 'b\r\na\r\n'],
    ['a ldap x=1\n', { do: 'add-option', after: { start: 7, end: 10 }, option: 'y=2' }, 'a ldap x=1 y=2\n'],
    ['a ldap \t x=1 y\n', { do: 'remove-option', token: { start: 9, end: 12 } }, 'a ldap y\n'],
    ['a\nb\n', { do: 'remove-record', record: { start: 0, end: 1 } }, 'b\n'],
  ])('%j, %j', (text, operation, expected) => {
    expect(edited(text, operation)).toBe(expected);
  });
});
