/** Seeded random values, made from pieces that the servers' readers look at. */
import type { Parameter } from '../../../src/catalog/types.js';

/** A small generator of pseudo-random numbers (mulberry32): the same seed gives the same sequence. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const numberPieces = [
  '0',
  '1',
  '2',
  '5',
  '7',
  '8',
  '9',
  '00',
  '0x',
  '.',
  '.5',
  'e',
  'E3',
  'e-2',
  '+',
  '-',
  ' ',
  '\t',
  'p2',
  '1000',
  '65535',
  '4294967296',
  'inf',
];
const unitPieces = [
  '',
  '',
  'kB',
  'MB',
  'GB',
  'B',
  'TB',
  'ms',
  's',
  'min',
  'h',
  'd',
  'us',
  'kb',
  'M',
  ' kB',
  ' s ',
  'x',
  ' ',
];
const wordPieces = ['on', 'off', 'true', 'fal', 'yes', 'n', '1', '0', 'x', ' ', 'e', 'T', 'O'];
const listPieces = [
  'a',
  'B',
  ',',
  ',',
  ' ',
  '"',
  '""',
  '1',
  '(',
  ')',
  '*',
  'any',
  'first',
  '-',
  '_',
  '.',
  'é',
  '/',
  '..',
  '\t',
  ':',
  '5',
  '+',
  '<',
  '>',
  'M3.2.0',
  'J60',
];

/** A text for a parameter; the same seed gives the same text. */
export function randomText(parameter: Parameter, seed: number): string {
  const random = generator(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const join = (pieces: readonly string[], most: number) =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(pieces)).join('');
  switch (parameter.type) {
    case 'bool':
      return join(wordPieces, 2);
    case 'integer':
    case 'real': {
      const { min = 0, max = 1000 } = parameter;
      const inside = min + Math.floor((random() * (Math.min(max, 2 ** 31) - min)) / (random() < 0.5 ? 1 : 1e5));
      return (random() < 0.3 ? String(inside) : join(numberPieces, 3)) + pick(unitPieces);
    }
    case 'enum': {
      const value = pick([...(parameter.values ?? []), ...(parameter.hiddenValues ?? []), 'on', '1']);
      return random() < 0.5 ? value.toUpperCase() : value + pick([' ', 'x', '', '1']);
    }
    case 'string':
      return join(listPieces, 6);
  }
}
