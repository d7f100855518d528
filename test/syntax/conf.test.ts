import { describe, expect, test } from '@jest/globals';
import { parseConf } from '../../src/syntax/conf.js';
import type { ConfSyntaxError, ConfTree } from '../../src/syntax/nodes.js';

/** What a line came to, in a form that a person can read. */
function reading(tree: ConfTree): string[] {
  const slice = (span: { start: number; end: number } | undefined) =>
    span === undefined ? '-' : tree.text.slice(span.start, span.end);
  return tree.lines.map((line) =>
    line.type === 'ConfSyntaxError'
      ? `${line.line}: error, ${line.expected} expected, near ${slice(line.near)}`
      : `${line.line}: ${line.type} ${line.name.class} ${line.name.value} := ${line.value.class} ${line.value.value}`,
  );
}

const read = (text: string) => reading(parseConf(text));

describe('a line of postgresql.conf', () => {
  test.each([
    ['work_mem = 4MB', '1: Setting ID work_mem := INTEGER 4MB'],
    ['work_mem 4MB # why', '1: Setting ID work_mem := INTEGER 4MB'],
    ["application_name'x'", '1: Setting ID application_name := STRING x'],
    ["a.b='c'", '1: Setting QUALIFIED_ID a.b := STRING c'],
    ['a = b.c.d', '1: Setting ID a := UNQUOTED_STRING b.c.d'],
    ['a = foo.1', '1: Setting ID a := UNQUOTED_STRING foo.1'],
    ['a = Europe/Paris', '1: Setting ID a := UNQUOTED_STRING Europe/Paris'],
    ['a = .', '1: Setting ID a := REAL .'],
    ['a = -1.5e-3', '1: Setting ID a := REAL -1.5e-3'],
    ['a = 0x1fGG', '1: Setting ID a := INTEGER 0x1fGG'],
    ['a = 5.', '1: Setting ID a := REAL 5.'],
    ['a\r=\r1\r', '1: Setting ID a := INTEGER 1'],
    ['\ufeffwork_mem = 1', '1: Setting ID \ufeffwork_mem := INTEGER 1'],
    ["INCLUDE_dir 'x'", '1: ConfInclude ID INCLUDE_dir := STRING x'],
    ["include = 'x'", '1: ConfInclude ID include := STRING x'],
    ["includes = 'x'", '1: Setting ID includes := STRING x'],
  ])('%j is a setting', (text, expected) => {
    expect(read(text)).toEqual([expected]);
    expect(read(`${text}\r\n`)).toEqual([expected]);
  });

  test.each([
    ['a = 4.5MB', 'end-of-line expected, near MB'],
    ['a = 1e5', 'end-of-line expected, near 5'],
    ['a = 0X15', 'end-of-line expected, near 15'],
    ['a = 127.0.0.1', 'end-of-line expected, near .0'],
    ['a = foo.bar', 'value expected, near foo.bar'],
    ['a = *', 'value expected, near *'],
    ['a == 1', 'value expected, near ='],
    ['a =', 'value expected, near -'],
    ['a # b', 'value expected, near -'],
    ['a', 'value expected, near -'],
    ["a = 'b", "value expected, near '"],
    ["a = 'b''c", "end-of-line expected, near '"],
    ["a = 'b' 'c''d' e", "end-of-line expected, near 'c''d'"],
    ['a TO b', 'end-of-line expected, near b'],
    ['work-mem = 1', 'name expected, near work-mem'],
    ['a.b.c = 1', 'name expected, near a.b.c'],
    ['= 1', 'name expected, near ='],
    ["'a' = 1", "name expected, near 'a'"],
    ['a\f= 1', 'value expected, near \f'],
  ])('%j is refused', (text, expected) => {
    expect(read(text)).toEqual([`1: error, ${expected}`]);
    expect(read(`${text}\nb = 1`)).toEqual([`1: error, ${expected}`, '2: Setting ID b := INTEGER 1']);
  });

  test.each([
    ["'it''s'", "it's"],
    ["'a\\'b'", "a'b"],
    ["'\\b\\f\\n\\r\\t'", '\b\f\n\r\t'],
    ["'\\x41'", 'x41'],
    ["'\\101\\60'", 'A0'],
    ["'\\303\\251'", 'é'],
    ["'\\351'", 'é'],
    ["'\\501'", 'A'],
    ["'ab\\000cd'", 'ab'],
    ["'é\\é'", 'éé'],
  ])('the value %s means %j', (written, value) => {
    expect(parseConf(`a = ${written}`).lines[0]).toMatchObject({ value: { class: 'STRING', value } });
  });
});

test('comments are found behind settings, alone, and behind what is broken, but not in strings', () => {
  const text = "# one\na = 'x # y' # two\r\n* 'z # ''' \\ # three\n= 'a # ''b # four\n#";
  const { comments } = parseConf(text);
  expect(comments.map(({ line, start, end }) => [line, text.slice(start, end)])).toEqual([
    [1, '# one'],
    [2, '# two'],
    [3, '# three'],
    [4, '# four'],
    [5, '#'],
  ]);
});

test('a broken line ends with its last token, and keeps what was understood', () => {
  const text = 'a = 1 2  \t # c\n';
  const line = parseConf(text).lines[0] as ConfSyntaxError;
  expect(text.slice(line.start, line.end)).toBe('a = 1 2');
  expect([line.name?.value, line.value?.value]).toEqual(['a', '1']);
});

test.each([
  ["'ab\0cd'", 'a'],
  ["'ab\\\0cd'", 'ab'],
  ["'ab''\0'", 'ab'],
  ["'\0'", ''],
])('a zero byte ends the value %j a character early: %j', (written, value) => {
  expect(parseConf(`a = ${written}`).lines[0]).toMatchObject({ value: { class: 'STRING', value } });
});
