/** Values for a parameter: right ones, wrong ones, and those at the edge, by what a server says of the parameter. */
import type { Random } from './random.js';
import { stringValues } from './string-values.js';

/** What pg_settings of one server says of one parameter. */
export interface KnownParameter {
  name: string;
  vartype: 'bool' | 'integer' | 'real' | 'enum' | 'string';
  unit: string | null;
  min_val: string | null;
  max_val: string | null;
  enumvals: string[] | null;
  context: string;
}

const valueAlphabet = [...'019aefnostxyETB', ...' \t.,-+_%/*@"#=:', "'", '\\', 'é', '\v'];

const booleans = [
  ...[
    'on',
    'off',
    'true',
    'false',
    'yes',
    'no',
    '1',
    '0',
    't',
    'f',
    'y',
    'n',
    'tr',
    'tru',
    'fa',
    'ye',
    'of',
    'o',
    'ON',
    'False',
    'oFf',
  ],
  ...['', ' on', 'on ', '2', '-1', '01', '1.0', 'enabled', 'truee', 'offf', 'yess', '00', '+1', 'null', 'default', 'm'],
];

function bool(random: Random): string {
  return random.chance(0.85) ? random.pick(booleans) : random.mutate(random.pick(booleans), valueAlphabet);
}

const memory = ['B', 'kB', 'MB', 'GB', 'TB', 'KB', 'mb', 'K', 'M', 'PB', 'kb', 'k', 'Gb', 'b'];
const time = ['us', 'ms', 's', 'min', 'h', 'd', 'S', 'sec', 'm', 'hour', 'ns', 'Min', 'w', 'US'];
const memoryFactors: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1024,
  '8kB': 8192,
  MB: 2 ** 20,
  GB: 2 ** 30,
  TB: 2 ** 40,
};
const timeFactors: Readonly<Record<string, number>> = {
  us: 1e-3,
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** A number of the parameter's range: inside, at its edges, beside them, or far out. */
function magnitude(random: Random, { min_val, max_val, vartype }: KnownParameter): number {
  const low = Number(min_val ?? 0);
  const high = Number(max_val ?? 1e9);
  const step = vartype === 'real' ? random.pick([0.001, 0.5, 1]) : 1;
  return random.choose(
    [4, () => random.integer(0, 200)],
    [3, () => low + Math.floor(random.next() * Math.min(high - low, 1e6))],
    [2, () => low],
    [2, () => high],
    [2, () => low - step],
    [2, () => high + step],
    [1, () => low + random.next() * (high - low)],
    [
      1,
      () =>
        random.pick([
          -1,
          0,
          1,
          2 ** 31 - 1,
          2 ** 31,
          -(2 ** 31),
          -(2 ** 31) - 1,
          2 ** 32,
          2 ** 53,
          2 ** 63,
          1e19,
          65_535,
          65_536,
          1e30,
        ]),
    ],
  );
}

/** The same quantity, told in another unit: a whole number of it, or not quite. */
function inUnit(random: Random, number: number, unit: string): string {
  const factors = unit in memoryFactors ? memoryFactors : timeFactors;
  const [name, factor] = random.pick(Object.entries(factors).filter(([other]) => other !== '8kB'));
  const told = (number * (factors[unit] ?? 1)) / factor;
  const shift = random.pick([0, 0, 0.5, -0.5, 0.49, 0.51, 0.25, 1, -1]);
  const digits = random.choose<string>(
    [4, () => plain(Math.round(told))],
    [2, () => plain(Math.floor(told) + shift)],
    [1, () => plain(told)],
  );
  return digits + random.pick(['', '', '', ' ', '\t', '  ']) + name + random.pick(['', '', '', '', ' ', '\t', 'x']);
}

function plain(number: number): string {
  return Math.abs(number) < 1e21 && Number.isInteger(number) ? BigInt(number).toString() : `${number}`;
}

/** The same number in another notation. */
function notation(random: Random, number: number): string {
  const whole = Math.trunc(number);
  const big = Number.isFinite(whole) ? BigInt(whole) : 0n;
  const magnitude = big < 0n ? -big : big;
  const sign = big < 0n ? '-' : '';
  return random.choose(
    [10, () => plain(number)],
    [2, () => `${sign}0x${magnitude.toString(16)}`],
    [1, () => `${sign}0X${magnitude.toString(16).toUpperCase()}`],
    [2, () => `${sign}0${magnitude.toString(8)}`],
    [2, () => `${plain(whole)}.${random.pick(['', '0', '4', '5', '6', '49999999999', '50', '500000001', '5e0'])}`],
    [1, () => number.toExponential()],
    [1, () => `${number / 1000}e3`],
    [1, () => `${plain(whole)}e${random.pick(['', '0', '1', '-1', '+2', '400', '-400'])}`],
    [1, () => `${random.pick([' ', '\t', '\n', '+', '-', '0', '00', '\v', '\r'])}${plain(number)}`],
    [1, () => `${plain(number)}${random.pick([' ', '\t', '.', 'e', 'x', '_000', ',0', '\n', '\v', '\r', '%'])}`],
    [1, () => `${sign}0x${magnitude.toString(16)}.${random.pick(['8', '7', 'p1', '8p0'])}`],
    [
      1,
      () =>
        random.pick([
          'inf',
          'nan',
          'NaN',
          'infinity',
          '-inf',
          'INF',
          'nan(1)',
          '',
          ' ',
          '.',
          '.5',
          '-.5',
          '5.',
          'e5',
          '0x',
          '08',
          '0b1',
          '0o7',
          '1_000',
          '- 1',
          '--1',
          '1e',
          '0x1p3',
          'default',
          '٣',
        ]),
    ],
  );
}

function numeric(random: Random, parameter: KnownParameter): string {
  const number = magnitude(random, parameter);
  const text = random.choose(
    [6, () => notation(random, number)],
    [parameter.unit ? 8 : 0.3, () => inUnit(random, number, parameter.unit ?? 'ms')],
    [
      parameter.unit ? 4 : 0.5,
      () => notation(random, number) + random.pick(['', '', ' ']) + random.pick(random.chance(0.5) ? memory : time),
    ],
  );
  return random.chance(0.06) ? random.mutate(text, valueAlphabet) : text;
}

const hidden = [
  'true',
  'false',
  'yes',
  'no',
  '1',
  '0',
  'on',
  'off',
  'debug',
  'info',
  'fatal',
  'panic',
  'archive',
  'hot_standby',
  'plain',
  'md5',
  'none',
  'default',
];

function enumeration(random: Random, { enumvals }: KnownParameter): string {
  const listed = enumvals && enumvals.length > 0 ? enumvals : ['on'];
  return random.choose(
    [5, () => random.pick(listed)],
    [2, () => random.recase(random.pick(listed))],
    [3, () => random.pick(hidden)],
    [1, () => random.pick([' ', '', '\t']) + random.pick(listed) + random.pick([' ', '', 'x'])],
    [1, () => random.pick(listed).slice(0, -1)],
    [1, () => random.mutate(random.pick(listed), valueAlphabet)],
  );
}

/** A value for a parameter, as the server's value parser gets it, quotes and escapes undone. It holds no NUL. */
export function value(random: Random, parameter: KnownParameter): string {
  if (random.chance(0.02)) return random.list(0, 12, () => random.pick(valueAlphabet)).join('');
  if (parameter.vartype === 'bool') return bool(random);
  if (parameter.vartype === 'enum') return enumeration(random, parameter);
  if (parameter.vartype === 'string') return text(random, parameter.name);
  return numeric(random, parameter);
}

function text(random: Random, name: string): string {
  const pool = stringValues[name] ?? ['', 'x', 'a b', 'a,b', "it's", '/a/b', '%m [%p]', '*', '0', 'é', 'a\nb'];
  return random.choose(
    [8, () => random.pick(pool)],
    [1, () => random.recase(random.pick(pool))],
    [1, () => random.pick(pool) + random.pick([',', ', ', ' ']) + random.pick(pool)],
    [2, () => random.mutate(random.pick(pool), valueAlphabet)],
  );
}
