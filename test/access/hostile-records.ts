/**
 * Texts of pg_hba.conf that bring algorithms on sets of logins to a standstill: lists that are multiplied with each other, masks
 * with holes, expressions that search, members and names that nobody can compare. For tests; nothing here is random but by a seed.
 */

/** Numbers that repeat with the seed. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const lines = (count: number, line: (index: number) => string) =>
  `${Array.from({ length: count }, (_, n) => line(n)).join('\n')}\n`;

/** 440 names of one or two letters, a line each: what an `@file` of 1.5 kB holds. */
export function shortNames(): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return [...letters, ...letters.flatMap((a) => letters.map((b) => a + b))].slice(0, 440);
}

/** One record for all, then many with the same long lists. @param lists what stands in both columns */
export function longListsUnderAll(count: number, lists: string): string {
  return `host all all 0.0.0.0/0 scram-sha-256\n${lines(count, (n) => `host ${lists} ${lists} 10.${n >> 8}.${n & 255}.0/24 md5`)}`;
}

/** The same, but the records above take each transport apart, so that none suffices alone. */
export function longListsUnderTransports(count: number, lists: string): string {
  const above = ['hostssl', 'hostnossl'].map((type) => `${type} all all 0.0.0.0/0 scram-sha-256\n`).join('');
  return above + lines(count, (n) => `host ${lists} ${lists} 10.${n >> 8}.${n & 255}.0/24 md5`);
}

/** Lists of which only the last names are common, with several methods: 32 × 32 pairs a record. */
export function listsThatMeetLate(count: number): string {
  const methods = ['md5', 'scram-sha-256', 'password', 'trust'];
  return lines(count, (n) => {
    const list = (letter: string) => [...Array.from({ length: 31 }, (_, at) => `${letter}${n}_${at}`), 'z'].join(',');
    return `host ${list('a')} ${list('b')} 10.0.0.0/8 ${methods[n % 4]}`;
  });
}

export interface RandomLists {
  /** How many names in each list, and out of how many. */
  names?: number;
  of?: number;
  methods?: readonly string[];
  /** One network for all, or random ones of several lengths. */
  network?: string;
  seed?: number;
}

/** Ordinary lists, such as scripts write. */
export function randomLists(
  count: number,
  { names = 30, of = 400, methods = ['md5'], network, seed = 1 }: RandomLists = {},
): string {
  const below = numbersFrom(seed);
  const list = (letter: string) => {
    const chosen = new Set<string>();
    while (chosen.size < names) chosen.add(`${letter}${below(of)}`);
    return [...chosen].join(',');
  };
  return lines(count, () => {
    const address = network ?? `10.${below(256)}.${below(4) * 64}.0/${[16, 18, 24][below(3)]}`;
    return `host ${list('d')} ${list('u')} ${address} ${methods[below(methods.length)]}`;
  });
}

/** Single addresses, then networks with holes in their masks, then everything. */
export function masksWithHoles(addresses: number, holes: number, everything: number): string {
  return (
    lines(addresses, (n) => `host all all 10.${n >> 8}.${n & 255}.1/32 md5`) +
    lines(holes, (n) => `host all all 0.0.${n & 1}.${(n >> 1) & 255} 0.0.1.255 md5`) +
    lines(everything, () => 'host all all 0.0.0.0/0 md5')
  );
}

/** Expressions whose back-references search for long, and names that they search in. */
export function searchingExpressions(expressions: number, names: number): string {
  const expression = (n: number) => `"/(a+)(a+)(a+)(a+)(a+)(a+)\\6\\5\\4\\3\\2\\1x${n}"`;
  return (
    lines(expressions, (n) => `host all ${expression(n)} 10.0.${n >> 8}.${n & 255}/32 md5`) +
    lines(names, (n) => `host all ${'a'.repeat(58)}x${n} 10.1.${n >> 8}.${n & 255}/32 md5`)
  );
}

/** Members and expressions, which nobody can compare with each other. */
export function membersAndExpressions(count: number, letters: string, method: string): string {
  const [a, b, c] = [...letters];
  return lines(count, (n) => `host all +${a}${n},+${b}${n},/^${c}${n} 0.0.0.0/0 ${method}`);
}

/** Databases for everyone, then everyone's databases: each of the second half crosses each of the first. */
export function crossingRecords(count: number): string {
  return lines(count, (n) => `host db${n} all all md5`) + lines(count, (n) => `host all user${n} all scram-sha-256`);
}
