/** What pg_hba.conf and pg_ident.conf share: tokens, quotes, separators, comments, continuations, regular expressions. */
import type { Random } from './random.js';

/** Characters that mean something to the tokenizer or to a column, and some that only look so. */
export const tokenAlphabet = [
  ...'abz019',
  ...' \t,,""##@+/=\\|$%&()*-.:;<>?[]^_{}~!',
  "'",
  '\r',
  '\v',
  '\f',
  '\u00a0',
  '\u00e9',
  '\u2003',
  '\ufeff',
  '\u{1f418}',
  '""',
  '\\\n',
  '\0',
] as const;

const names = ['all', 'db1', 'postgres', 'sameuser', 'samerole', 'samegroup', 'replication', 'a', 'u$er', 'a-b', 'All'];

/**
 * Which aspects of a line are to be odd: mostly one, so that what stands behind it is reached; now and then none or several.
 */
export function oddAspects<T>(random: Random, aspects: readonly T[]): ReadonlySet<T> {
  if (random.chance(0.12)) return new Set();
  const count = random.chance(0.75) ? 1 : random.integer(2, aspects.length);
  return new Set(Array.from({ length: count }, () => random.pick(aspects)));
}

/** What stands between two columns of an ordinary line. */
export function blank(random: Random): string {
  return random.pick([' ', ' ', '\t', '    ']);
}

/** What stands between two columns of an odd line. */
export function separator(random: Random): string {
  return random.choose(
    [6, () => blank(random)],
    [1, () => ' , '],
    [1, () => ' ,'],
    [1, () => ', '],
    [1, () => '\r'],
    [1, () => ' \\\n'],
    [1, () => '\\\n '],
    [1, () => '\\\n'],
    [1, () => ' \\\r\n '],
    [1, () => '\\ \n'],
  );
}

/** Puts quotes around, into, or (wrongly) before a token. */
export function requote(random: Random, token: string): string {
  const at = random.integer(0, token.length);
  return random.choose(
    [6, () => `"${token.replaceAll('"', '""')}"`],
    [2, () => `${token.slice(0, at)}"${token.slice(at)}"`],
    [1, () => `""${token}`],
    [1, () => `${token}""`],
    [1, () => `"${token}`],
    [1, () => `${token}"`],
    [1, () => `"${token}"x`],
    [1, () => `"${token} "`],
    [1, () => `"${token}""`],
    [1, () => `'${token}'`],
  );
}

/** One element of a column of names, and nothing odd about it. */
export function plainName(random: Random): string {
  return random.chance(0.85) ? random.pick(names) : `+${random.pick(names)}`;
}

/** One element of a column of names. */
export function name(random: Random): string {
  return random.choose(
    [4, () => plainName(random)],
    [9, () => `/${expression(random)}`],
    [2, () => requote(random, `/${expression(random)}`)],
    [4, () => requote(random, random.pick(names))],
    [2, () => requote(random, `+${random.pick(names)}`)],
    [
      1,
      () =>
        random.pick(['""', '"', '/', '+', '++', '+/a', '@', 'a@b', '"@a"', '""""', '\\', 'a\\b', '//', '"/"', "''"]),
    ],
    [2, () => random.mutate(random.pick(names), tokenAlphabet)],
  );
}

/** A column of one or more names. */
export function nameList(random: Random): string {
  const list = random.chance(0.75) ? [name(random)] : random.list(2, 4, () => name(random));
  return list.join(random.choose([10, () => ','], [3, () => ', '], [1, () => ' ,'], [1, () => ',,']));
}

const atoms = [
  ...[
    'a',
    'b',
    '.',
    'x',
    '0',
    'é',
    '\\d',
    '\\w',
    '\\s',
    '\\y',
    '\\m',
    '\\M',
    '\\A',
    '\\Z',
    '\\D',
    '\\n',
    '\\t',
    '\\e',
    '\\B',
  ],
  ...[
    '\\.',
    '\\x41',
    '\\u0041',
    '\\U00000041',
    '\\101',
    '\\1',
    '\\2',
    '\\0',
    '\\777',
    '\\q',
    '\\cA',
    '\\x',
    '\\u12',
    '\\_',
    '\\é',
  ],
  ...[
    '^',
    '$',
    '()',
    '[a-z]',
    '[^a]',
    '[]a]',
    '[a-]',
    '[[:alpha:]]',
    '[[:ALPHA:]]',
    '[[:foo:]]',
    '[[.-.]]',
    '[[=a=]]',
    '[[:<:]]',
  ],
  ...[
    '[\\d]',
    '[\\w-a]',
    '[a-b-c]',
    '[z-a]',
    '[a',
    '[]',
    '[[.hyphen.]]',
    '[[.zz.]]',
    '[\\]]',
    '[\\q]',
    '{',
    '}',
    ']',
    ')',
    '(',
    '\\',
  ],
  ...[
    '[[:word:]]',
    '[[:>:]]',
    '[^\\D]',
    '[a\\',
    '[[:alpha:',
    '[[.a',
    '(?:a)',
    '(?=a)',
    '(?!a)',
    '(?<=a)',
    '(?<!a)',
    '(?#c)',
  ],
];
const quantifiers = [
  '*',
  '+',
  '?',
  '*?',
  '+?',
  '??',
  '{2}',
  '{1\\,2}',
  '{0}',
  '{256}',
  '{255}',
  '{1',
  '{x}',
  '{,2}',
  '{2,1}',
];
const prefixes = [
  '***=',
  '***:',
  '***',
  '(?i)',
  '(?q)',
  '(?x)',
  '(?z)',
  '(?',
  '(?n)',
  '(?e)',
  '(?b)',
  '(?ic)',
  '(*)',
  '***a',
];

/** A regular expression, often a wrong one, in the dialect that PostgreSQL compiles. */
export function expression(random: Random, depth = 0): string {
  const branch = () =>
    random
      .list(0, 4, () => {
        const atom =
          depth < 3 && random.chance(0.15)
            ? `${random.pick(['(', '(', '(?:', '(?=', '(?!', '(?<='])}${expression(random, depth + 1)})`
            : random.pick(atoms);
        return random.chance(0.25) ? atom + random.pick(quantifiers) : atom;
      })
      .join('');
  const branches = random.chance(0.85) ? [branch()] : random.list(2, 3, branch);
  const body = branches.join('|');
  return depth === 0 && random.chance(0.08) ? random.pick(prefixes) + body : body;
}

/** What may stand behind a line's last column. */
export function lineEnd(random: Random): string {
  return random.choose(
    [4, () => '\r\n'],
    [4, () => ' \n'],
    [4, () => ' # comment\n'],
    [2, () => '# comment\n'],
    [1, () => '#\n'],
    [1, () => ' # "open\n'],
    [1, () => ' # goes on \\\n'],
    [1, () => ',\n'],
    [1, () => ' ,\n'],
    [1, () => '\r\r\n'],
    [1, () => '\\\n'],
    [1, () => '"\n'],
    [1, () => '\\\\\n'],
  );
}

/** Lengths at which some major gives up a token or a line, and their neighbours. */
const limits = [255, 256, 8189, 8190, 8191, 8192, 10_239, 10_240, 20_477, 20_478, 20_479, 20_480];

/** A text of about a length that matters to majors with fixed buffers. */
export function longText(random: Random): string {
  const length = random.pick(limits) + random.integer(-3, 3);
  const letter = random.pick(['a', 'a', 'é', '"', ' ', 'a,', '\\']);
  return letter.repeat(Math.ceil(length / letter.length)).slice(0, length);
}

/** A line without a record, or one that only noise makes. */
export function noise(random: Random): string {
  return random.choose(
    [3, () => '\n'],
    [3, () => `# ${random.pick(['comment', 'local all all trust', 'x \\', '"'])}\n`],
    [1, () => ' \t\n'],
    [1, () => ',\n'],
    [1, () => '\\\n'],
    [1, () => '"\n'],
    [1, () => '""\n'],
    [1, () => '\ufeff\n'],
    [4, () => `${random.list(1, 20, () => random.pick(tokenAlphabet)).join('')}\n`],
  );
}
