/** Texts to try as values: what is right, what is nearly right, and what people write. */
import type { Major } from '../../../src/catalog/majors.js';
import type { Parameter } from '../../../src/catalog/types.js';
import { unitsFor } from '../../../src/values/units.js';
import { stringCases } from './string-cases.js';

const booleans =
  'on off true false yes no 1 0 ON Off TRUE fAlse t f y n o of tr tru fal ye Y N T F 2 01 00 1.0 -1 +1 enabled disable none onn oon tt'
    .split(' ')
    .concat(['', ' ', 'true ', ' on', 'on\n', '0x1', 'é', 'null', 'default', '"on"', 'ja']);

const plainNumbers =
  '0 1 -1 5 10 15 16 17 64 100 128 1000 +5 -0 007 010 08 09 0777 777 0x10 0X1F 0x 0xg 00 1.5 2.5 0.5 -0.5 1. .5 . 1e3 1E3 1e 1e+ 1e-3 1.5e3 0x1.8 0x1p3 0x1.8p3 1_000 1,000 1e400 1e-400 2147483647 2147483648 -2147483648 -2147483649 4294967296 9223372036854775807 9223372036854775808 99999999999999999999 1e10 inf nan infinity -inf abc - + 1e5x 1x 1.x 5433.5 100.4999 12e0 0b101 ١'
    .split(' ')
    .concat(['', ' ', ' 5', '5 ', '\t5\v', '5 5', ' .5', '- 5', '5\n', '0 x10', '"5"', '1 e3']);

const units =
  'B kB MB GB TB us ms s min h d kb KB Kb mb M K G T k m g PB ns sec S H D Min MS µs w hour b % kBB minn'.split(' ');
const amounts = '1 0 8 127 133 1024 1.5 0.1 -1 1e2 0x10 59 90 2500 1073741824 66048 1.5e-2'.split(' ');

/** Texts for a parameter of any type; the same for every run. */
export function casesFor(parameter: Parameter, major: Major): string[] {
  switch (parameter.type) {
    case 'bool':
      return booleans;
    case 'integer':
    case 'real':
      return [...plainNumbers, ...bounds(parameter, major), ...amountsWithUnits(parameter)];
    case 'enum':
      return enumCases(parameter);
    case 'string':
      return stringCases(parameter.name);
  }
}

/** The bounds, what lies just outside, and the bounds in every unit. */
function bounds(parameter: Parameter, major: Major): string[] {
  const texts: string[] = [];
  for (const bound of [parameter.min, parameter.max]) {
    if (bound === undefined) continue;
    texts.push(...[bound, bound - 1, bound + 1, bound - 0.5, bound + 0.5].map(String));
    for (const { name, multiplier } of parameter.unit === undefined ? [] : unitsFor(parameter.unit, major)) {
      const whole = Math.floor(bound / multiplier);
      for (const amount of [whole - 1, whole, whole + 1])
        if (Number.isSafeInteger(amount)) texts.push(`${amount}${name}`);
    }
  }
  return texts;
}

function amountsWithUnits(parameter: Parameter): string[] {
  if (parameter.unit === undefined) return ['1kB', '1 s', '1ms', '5 x'];
  const texts = amounts.flatMap((amount, index) =>
    units.filter((_, at) => index < 2 || at < 11).map((unit) => `${amount}${unit}`),
  );
  return [...texts, '1 kB', '1  ms ', ' 1 MB\t', '1 k B', '1kB x', '1 s s', '1min1', '2 GB\n', '1 \v s'];
}

function enumCases(parameter: Parameter): string[] {
  const known = [...(parameter.values ?? []), ...(parameter.hiddenValues ?? [])];
  const near = known.flatMap((value) => [
    value.toUpperCase(),
    ` ${value}`,
    `${value} `,
    value.slice(0, -1),
    `${value}x`,
  ]);
  const foreign =
    'on off true false yes no 1 0 t f y n none all default debug info debug2 archive hot_standby md5 plain auto try';
  return [
    ...known,
    ...near,
    ...foreign.split(' '),
    '',
    ' ',
    'é',
    '2',
    'read committed',
    'READ COMMITTED',
    'read_committed',
  ];
}
