import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decode, encode, whyNotText } from '../../src/files/decode.js';
import { byteLength } from '../../src/files/encoding.js';

test('any bytes come back as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const source = decode(bytes);
      expect(Buffer.from(encode(source))).toEqual(Buffer.from(bytes));
      expect(byteLength(source.text, source.encoding)).toBe(bytes.length);
    }),
    { seed: 1 },
  );
});

test('a byte order mark stays in the text', () => {
  expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toEqual({ text: '\ufeffa', encoding: 'utf-8' });
});

test('bytes that are not UTF-8 are characters of Latin-1, also in long files', () => {
  const bytes = new Uint8Array(20000).fill(0xe9);
  expect(decode(bytes)).toEqual({ text: 'é'.repeat(20000), encoding: 'latin1' });
});

test('what an edit brings into a Latin-1 file is written as UTF-8 where Latin-1 has no byte for it', () => {
  expect([...encode({ text: 'é€', encoding: 'latin1' })]).toEqual([0xe9, 0xe2, 0x82, 0xac]);
});

describe('what is no text', () => {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  test.each<[string, Uint8Array, RegExp | undefined]>([
    ['UTF-16 with a mark', Buffer.concat([Buffer.of(0xff, 0xfe), utf16('port = 1')]), /UTF-16 \(little/],
    ['UTF-16 of the other order', Buffer.of(0xfe, 0xff, 0, 0x61), /UTF-16 \(big/],
    ['UTF-16 without a mark', utf16('port = 5432\n'), /UTF-16 \(little/],
    ['UTF-16 of the other order without a mark', utf16('port = 5432\n').swap16(), /UTF-16 \(big/],
    ['a program', Buffer.from('\x7fELF\0\0\0\0\x01\x02\0\0\0\0\0\0abc'), /binary/],
    ['a text with a stray zero byte', Buffer.from('port = 1\0\n'), undefined],
    ['a text', Buffer.from('port = 1\n'), undefined],
    ['nothing', Buffer.of(), undefined],
  ])('%s', (_, bytes, expected) => {
    if (expected === undefined) expect(whyNotText(bytes)).toBeUndefined();
    else expect(whyNotText(bytes)).toMatch(expected);
  });
});
