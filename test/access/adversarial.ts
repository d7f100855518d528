/** Texts of pg_hba.conf that are made to cost much, at random: every shape that multiplies, in any mixture and size. */
import type { Random } from '../servers/generators/random.js';

const expressions = [
  '/(a+)+$',
  '"/(a+)(a+)(a+)\\3\\2\\1x"',
  '"/^(a|aa)+\\1$"',
  '/.*.*.*.*x',
  '"/(.)(.)(.)\\3\\2\\1"',
  '/^[a-z0-9_]{1,63}$',
  '"/((((a*)*)*)*)b"',
  '/(?=a)(?!b).*',
];

/** How the columns of one text are made. */
interface Shape {
  names: number;
  lists: number;
  expressions: number;
  members: number;
}

const name = (random: Random, letter: string, { names }: Shape) => `${letter}${random.integer(0, names)}`;

function column(random: Random, letter: string, shape: Shape): string {
  const words = random.list(1, random.pick([1, 2, shape.lists]), () => {
    if (random.chance(shape.expressions)) return random.pick(expressions);
    if (random.chance(shape.members)) return `+${name(random, 'g', shape)}`;
    return random.chance(0.05) ? 'a'.repeat(random.integer(1, 200)) : name(random, letter, shape);
  });
  return random.choose(
    [12, () => [...new Set(words)].join(',')],
    [1, () => 'all'],
    [1, () => (letter === 'd' ? random.pick(['sameuser', 'samerole', 'replication']) : 'all')],
  );
}

/** Networks that overlap, wide ones, and masks with holes. */
function address(random: Random): string {
  const octet = () => random.pick([0, 1, 2, 127, 128, 254, 255, random.integer(0, 255)]);
  const ip = () => `10.${octet()}.${octet()}.${octet()}`;
  return random.choose(
    [6, () => `${ip()}/${random.integer(0, 32)}`],
    [3, () => `${ip()} ${[0, 0, 0, 0].map(octet).join('.')}`],
    [1, () => `fd00::${random.integer(0, 9999)}/${random.integer(0, 128)}`],
    [1, () => random.pick(['all', 'samenet', 'samehost', '.example.com', `h${random.integer(0, 9)}.example.com`])],
  );
}

/**
 * A text of at most some hundred kilobytes.
 *
 * @param most how many records at most
 * @param usual how many records a text has that is not of the longest
 * @param names how many names there may be to choose from: of few, records have many in common
 */
export function adversarialRecords(random: Random, most: number, usual = 60, names = [4, 40, 400, 4_000]): string {
  const shape: Shape = {
    names: random.pick(names),
    lists: random.pick([1, 8, 30, 120]),
    expressions: random.pick([0, 0, 0.05, 0.5]),
    members: random.pick([0, 0.1, 0.5]),
  };
  const types = ['local', 'host', 'host', 'hostssl', 'hostnossl', 'hostgssenc', 'hostnogssenc'];
  const methods = random.pick([['md5'], ['md5', 'trust', 'reject', 'scram-sha-256']]);
  const lines = random.list(2, random.pick([10, usual, most]), () => {
    const type = random.pick(types);
    const who = `${type} ${column(random, 'd', shape)} ${column(random, 'u', shape)}`;
    return `${who}${type === 'local' ? '' : ` ${address(random)}`} ${random.pick(methods)}\n`;
  });
  // 200 kB are what the bounds are promised for.
  let size = 0;
  return lines.filter((line) => (size += line.length) < 200_000).join('');
}
