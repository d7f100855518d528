import { describe, expect, test } from '@jest/globals';
import type { Major } from '../../src/catalog/majors.js';
import { parseAuth } from '../../src/syntax/auth.js';
import type { AuthTree } from '../../src/syntax/nodes.js';

/** Lines as `number: field | field`, list elements with commas, quoted tokens in brackets, `…` behind an open quote. */
function reading(tree: AuthTree): string[] {
  return tree.lines.map((line) => {
    const fields = line.fields.map((field) =>
      field.tokens
        .map((token) => (token.quoted ? `[${token.value}]` : token.value) + (token.terminated ? '' : '…'))
        .join(','),
    );
    const error = line.type === 'AuthLine' && line.error !== undefined ? ` !${line.error.code}` : '';
    const directive = line.type === 'AuthInclude' ? `${line.directive} of ${line.path.value}: ` : '';
    return `${line.line}: ${directive}${fields.join(' | ')}${error}`;
  });
}

const read = (text: string, target: Major = 18) => reading(parseAuth(text, 'hba', target));

describe('tokens and fields', () => {
  test.each([
    ['local all all trust', 'local | all | all | trust'],
    [' \tlocal\tall  all\rtrust\r\n', 'local | all | all | trust'],
    [',local a, b all trust,', 'local | a,b | all | trust'],
    ['local a,,b ,c', 'local | a,b | c'],
    ['local a,# b', 'local | a'],
    ['trust#x', 'trust'],
    ['"a b,#c" d', '[a b,#c] | d'],
    ['al"l" ""all "all" "a"b', 'all | [all] | [all] | [ab]'],
    ['+"grp" "+grp" @"my dbs"', '+grp | [+grp] | @my dbs'],
    ['"a""b" """" ""', '[a"b] | ["] | []'],
    ['"",""', '[],[]'],
    ['a "trust \r\n', 'a | [trust ]…'],
    ['a trust"', 'a | trust…'],
    ['\ufefflocal \u00a0 \v', '\ufefflocal | \u00a0 | \v'],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual([`1: ${expected}`]);
  });

  test('lines without a token are no lines', () => {
    expect(read('\n , ,\r\n# c\n  # d\n')).toEqual([]);
  });
});

describe('carriage returns', () => {
  test('inside a line they are blanks up to 18, bytes of a token in 19', () => {
    expect(read('local\rall\r\r\n', 18)).toEqual(['1: local | all']);
    expect(read('local\rall\r\r\nx', 19)).toEqual(['1: local\rall', '2: x']);
    expect(read('\r local \r', 19)).toEqual(['1: \r | local']);
    expect(read('\r\n\r\nlocal\r\n', 19)).toEqual(['3: local']);
  });
});

describe('continuation lines', () => {
  test.each([
    ['tru\\\nst', ['1: trust']],
    ['tru\\\r\nst', ['1: trust']],
    ['a \\\n\\\nb\nc', ['1: a | b', '4: c']],
    ['\\\n\\\n a\nc', ['1: a', '4: c']],
    ['"a\\\nb" c', ['1: [ab] | c']],
    ['# x \\\nlocal\nhost', ['3: host']],
    ['a \\ \nb', ['1: a | \\', '2: b']],
    ['a \\\\\n\nb', ['1: a | \\', '3: b']],
    ['a \\\\\ntrust', ['1: a | \\trust']],
    ['a\\', ['1: a']],
    ['a\\\n', ['1: a']],
  ])('%j from 14 on', (text, expected) => {
    expect(read(text, 14)).toEqual(expected);
  });

  test('up to 13 a backslash is text', () => {
    expect(read('tru\\\nst', 13)).toEqual(['1: tru\\', '2: st']);
  });

  test('offsets point into the file', () => {
    const text = 'x\n\\\n  ho\\\r\nst "a\\\nb",c\\\n # d \\\nmore\nlast';
    const tree = parseAuth(text, 'hba', 16);
    const slices = tree.lines.map((line) =>
      line.fields.map((field) => field.tokens.map((token) => text.slice(token.start, token.end))),
    );
    expect(slices).toEqual([[['x']], [['ho\\\r\nst'], ['"a\\\nb"', 'c']], [['last']]]);
    expect(tree.lines.map((line) => line.line)).toEqual([1, 2, 8]);
    expect(tree.comments).toEqual([{ type: 'Comment', start: 25, end: 35, line: 2 }]);
    expect(text.slice(25, 35)).toBe('# d \\\nmore');
  });
});

describe('zero bytes', () => {
  test('hide the rest of their line; from 14 on the next line is glued on', () => {
    const text = 'a trust\0 x\nlocal b\n';
    expect(read(text, 13)).toEqual(['1: a | trust', '2: local | b']);
    expect(read(text, 14)).toEqual(['1: a | trustlocal | b']);
  });

  test('a backslash in front of one still continues where only a line end follows', () => {
    expect(read('a\\\0x\n\nb', 18)).toEqual(['1: ab']);
    expect(read('a\\\0x\nb', 18)).toEqual(['1: a\\b']);
  });
});

describe('limits of old majors', () => {
  const a = (count: number) => 'a'.repeat(count);
  test.each<[string, Major, string, string[]]>([
    ['a token that fits', 10, `local ${a(255)} all`, [`1: local | ${a(255)} | all`]],
    ['a token too long', 10, `local ${a(256)} all\nx`, ['1: local !token-too-long', '2: x']],
    ['a list that breaks off', 10, `local b,${a(256)} all`, ['1: local | b !token-too-long']],
    ['a comma behind a full token', 10, `${a(255)},b`, ['1:  !token-too-long']],
    ['a quote behind a full token', 10, `"${a(255)}"`, ['1:  !token-too-long']],
    ['an open quote with a full token', 10, `"${a(255)}`, [`1: [${a(255)}]…`]],
    ['bytes, not characters', 10, 'é'.repeat(128), ['1:  !token-too-long']],
    ['a token too long for 15', 15, `x ${a(10240)}`, ['1: x !token-too-long']],
    ['no limit from 16 on', 16, `x ${a(10240)}`, [`1: x | ${a(10240)}`]],
    ['a line too long', 10, `#${a(8189)}\nx`, ['1:  !line-too-long', '2: x']],
    ['a line that just fits', 10, `#${a(8188)}\nx`, ['2: x']],
    ['a line cut in two', 10, `#${a(8190)} y\nx`, ['1:  !line-too-long', '1: y', '2: x']],
    ['a longer buffer from 11 on', 11, `#${a(20477)}\nx`, ['1:  !line-too-long', '2: x']],
    ['no limit from 14 on', 14, `#${a(20477)}\nx`, ['2: x']],
  ])('%s (%i)', (_, target, text, expected) => {
    expect(read(text, target)).toEqual(expected);
  });
});

describe('includes', () => {
  test.each([
    ['include f', '1: include of f: include | f'],
    ['"include_dir" "d e"', '1: include_dir of d e: [include_dir] | [d e]'],
    ['include_if_exists,host a,b', '1: include_if_exists of a: include_if_exists,host | a,b'],
    ['include f g', '1: include | f | g'],
    ['include', '1: include'],
    ['INCLUDE f', '1: INCLUDE | f'],
  ])('%j from 16 on', (text, expected) => {
    expect(read(text, 16)).toEqual([expected]);
  });

  test('up to 15 they are records', () => {
    expect(read('include f', 15)).toEqual(['1: include | f']);
  });
});
