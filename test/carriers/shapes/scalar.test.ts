import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { ScalarWriting } from '../../../src/carriers/shapes/scalar.js';
import { changed } from '../../../src/carriers/shapes/written.js';
import { readYaml } from '../../../src/carriers/shapes/yaml.js';
import { changes, files } from './scalars.js';

/** What YAML's own reader makes of `map`; undefined where it refuses the file. */
function meant(text: string): Record<string, unknown> | undefined {
  try {
    return parse(text, { schema: 'failsafe', logLevel: 'silent' }).map as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function writingIn(text: string): ScalarWriting | undefined {
  const [tree] = readYaml(text);
  return tree?.writing(tree.at(tree.root, 'map', 'key'));
}

describe('a scalar', () => {
  test('is read as YAML reads it, and each character stands where it is written', () => {
    let read = 0;
    fc.assert(
      fc.property(files, ({ text }) => {
        const value = meant(text)?.['key'];
        // YAML's reader is not that of the specification where an empty line follows an escaped line end.
        if (typeof value !== 'string' || value === '' || /\\\r?\n\s*\n/.test(text)) return;
        const writing = writingIn(text);
        const isBlock = writing?.style === 'literal' || writing?.style === 'folded';
        expect(isBlock ? writing?.text.trimEnd() : writing?.text).toBe(isBlock ? value.trimEnd() : value);
        read++;
        const { at, file, text: own } = writing!;
        expect(at).toHaveLength(own.length + 1);
        for (let index = 0; index < own.length; index++) {
          if (index > 0) expect(at[index]).toBeGreaterThanOrEqual(at[index - 1]!);
          const there = text.slice(file.start + at[index]!);
          const character = own[index]!;
          const isFolded = /\s/.test(character) && (/^\s*(?:\r?\n|$)/.test(there) || there[0] === '\\');
          if (isFolded || there.startsWith('\\') || writing!.style === 'double') continue;
          expect(there[0]).toBe(character);
        }
      }),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(500);
  });

  test('a change makes that text and nothing else, or is refused', () => {
    let made = 0;
    fc.assert(
      fc.property(files, fc.nat(), fc.nat(), changes, ({ text, lineEnd }, a, b, inserted) => {
        const before = meant(text);
        const writing = before === undefined ? undefined : writingIn(text);
        if (writing === undefined) return;
        const [one, other] = [a % (writing.text.length + 1), b % (writing.text.length + 1)];
        const change = { start: Math.min(one, other), end: Math.max(one, other), text: inserted };
        const edit = writing.rewrite(change);
        if (edit === undefined) return;
        made++;
        const from = writing.file.start;
        const end = edit.text.replace(/\r?\n/g, lineEnd);
        const after = text.slice(0, from + edit.start) + end + text.slice(from + edit.end);
        const now = meant(after);
        const isBlock = writing.style === 'literal' || writing.style === 'folded';
        const clean = (whole: unknown) => (isBlock ? String(whole).trimEnd() : whole);
        expect(clean(now?.['key'])).toBe(clean(changed(writing.text, change)));
        expect({ ...now, key: '' }).toEqual({ ...before, key: '' });
        // What YAML 1.1 takes for a number or a boolean was one before.
        expect(text.slice(0, from + edit.start)).toBe(after.slice(0, from + edit.start));
      }),
      { numRuns: 1500 },
    );
    expect(made).toBeGreaterThan(400);
  });
});

describe('what a scalar becomes', () => {
  const edited = (text: string, from: string, to: string) => {
    const writing = writingIn(text)!;
    const start = writing.text.indexOf(from);
    const edit = writing.rewrite({ start, end: start + from.length, text: to })!;
    return (
      edit &&
      changed(text, { start: writing.file.start + edit.start, end: writing.file.start + edit.end, text: edit.text })
    );
  };

  test.each([
    ['plain stays plain', 'map:\n  key: replica\n', 'replica', 'logical', 'map:\n  key: logical\n'],
    ['a boolean of YAML 1.1 gets quotes', 'map:\n  key: replica\n', 'replica', 'off', "map:\n  key: 'off'\n"],
    ['a boolean stays one', 'map:\n  key: on\n', 'on', 'off', 'map:\n  key: off\n'],
    ['an asterisk gets quotes', 'map:\n  key: localhost # here\n', 'localhost', '*', "map:\n  key: '*' # here\n"],
    ['a comma in a list of one line', 'map: { key: a }\n', 'a', 'a, b', "map: { key: 'a, b' }\n"],
    ['single quotes are doubled', "map:\n  key: 'x'\n", 'x', "it's", "map:\n  key: 'it''s'\n"],
    ['double quotes are escaped', 'map:\n  key: "x"\n', 'x', '"\\\n', 'map:\n  key: "\\"\\\\\\n"\n'],
    [
      'a line of a block is indented',
      'map:\n  key: |\n     a\n     c\n  x: y\n',
      'c',
      'b\nc',
      'map:\n  key: |\n     a\n     b\n     c\n  x: y\n',
    ],
    [
      'a block keeps the line ends of the file',
      'map:\r\n  key: |\r\n    a\r\n',
      'a',
      'a\nb',
      'map:\r\n  key: |\r\n    a\r\n    b\r\n',
    ],
    ['a line goes whole', 'map:\n  key: |-\n    a\n\n    b\n  x: y\n', 'a\n', '', 'map:\n  key: |-\n\n    b\n  x: y\n'],
  ])('%s', (_, text, from, to, after) => expect(edited(text, from, to)).toBe(after));

  test.each([
    ['an anchored scalar', 'map:\n  key: &a one\n  other: *a\n'],
    ['an alias', 'x: &a one\nmap:\n  key: *a\n'],
    ['what is merged', 'x: &a { key: one }\nmap:\n  <<: *a\n'],
    ['what stands in an anchored map', 'map: &a\n  key: one\nother: *a\n'],
    ['a line within a folded block', 'map:\n  key: >\n    one\n', 'a\nb'],
    ['a space at the start of a block', 'map:\n  key: |\n    one\n', ' one'],
    ['a line end in single quotes', "map:\n  key: 'one'\n", 'a\nb'],
    ['a character that no block may hold', 'map:\n  key: |\n    one\n', 'a\x00'],
  ])('is refused: %s', (_, text, to = 'two') => {
    expect(writingIn(text)!.text.trim()).toBe('one');
    expect(edited(text, 'one', to)).toBeUndefined();
  });
});
