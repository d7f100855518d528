/** Random cipher lists: words that OpenSSL knows, words that it does not, and what is no list at all. */
import { suiteNames, suitesOfWords } from '../../src/catalog/data/cipher-suites.js';

const words = Object.keys(suitesOfWords);
const names = suiteNames.split(' ');
const odd = [
  'high',
  'aNUL',
  'foo',
  'EXP',
  'EXPORT',
  'kECDHr',
  'TLS_AES_256_GCM_SHA384',
  'DEFAULT',
  'HIGH_',
  'AES-',
  '=',
  '.',
  '_',
];

function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!;
}

function word(random: () => number): string {
  const kind = random();
  if (kind < 0.55) return pick(random, words);
  if (kind < 0.9) return pick(random, names);
  return pick(random, odd);
}

/** One list of up to eight elements. */
export function randomList(random: () => number): string {
  const count = 1 + Math.floor(random() * 8);
  const elements = Array.from({ length: count }, () => {
    if (random() < 0.04)
      return pick(random, ['@STRENGTH', '@SECLEVEL=2', '@SECLEVEL=0', '@SECLEVEL=10', '@SECLEVEL=', '@FOO', '@']);
    const sign = pick(random, ['', '', '', '', '!', '-', '+', '']);
    const parts = random() < 0.25 ? [word(random), word(random)] : [word(random)];
    if (random() < 0.05) parts.push(word(random));
    return sign + parts.join('+');
  });
  const start = pick(random, [
    '',
    '',
    '',
    '',
    'DEFAULT:',
    'ALL:',
    'HIGH:',
    'DEFAULT',
    'SUITEB128:',
    'ALL:COMPLEMENTOFALL:',
  ]);
  const list = start + elements.join(pick(random, [':', ':', ':', ',', ' ', ';', '::', ': ']));
  return random() < 0.03 ? list + pick(random, ['+', '!', '*', ':', '-', '/', '\u00e9']) : list;
}
