/** Lines of postgresql.conf: how a setting can be written, and what only looks like one. */
import type { Random } from './random.js';
import { type KnownParameter, value } from './values.js';

/** Characters that mean something to the lexer of postgresql.conf, and some that only look so. */
export const lexerAlphabet = [
  ...'aZ_09xe',
  ..." \t''=#.-+:/\\\"$@%*,;()[]{}<>!?~`|&^",
  '\r',
  '\v',
  '\f',
  '\u00a0',
  'é',
  '\ufeff',
  '\u{1f418}',
  "''",
  "\\'",
  '\0',
  '\\n',
  '\\101',
  '\\303\\251',
];

const unquoted =
  /^(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff:/.-]*|[+-]?(?:\d+|0x[0-9a-fA-F]+)[a-zA-Z]*|[+-]?\d*\.\d*)$/u;

/** Writes a value between single quotes, some of its characters as escapes. */
export function quoted(random: Random, text: string): string {
  const written = [...text].map((letter) => {
    if (letter === "'") return random.pick(["''", "\\'"]);
    if (letter === '\\') return '\\\\';
    if (letter === '\n') return '\\n';
    if (random.chance(0.985)) return letter;
    const code = letter.charCodeAt(0);
    if (code < 128 && random.chance(0.6)) return `\\${code.toString(8).padStart(3, '0')}`;
    return /[bfnrt0-7]/.test(letter) ? letter : `\\${letter}`;
  });
  return `'${written.join('')}'`;
}

/** Writes a value as one token that the lexer takes, with or without quotes. */
export function token(random: Random, text: string): string {
  if (unquoted.test(text) && random.chance(0.6)) return text;
  return quoted(random, text);
}

/** One setting, rightly written: the value may still be wrong. */
export function settingLine(random: Random, name: string, text: string): string {
  const equals = random.pick([' = ', ' = ', ' = ', '=', ' ', '\t', '  =  ', ' =', '= ']);
  const end = random.pick(['', '', '', '', ' ', ' # comment', '#', '\t', '\r', '\r', " # it's"]);
  return `${random.pick(['', '', '', '', ' ', '\t'])}${name}${equals}${token(random, text)}${end}\n`;
}

/** One line that the lexer or the grammar may or may not refuse; the names are known ones, so that only syntax counts. */
export function syntaxLine(random: Random, parameters: readonly KnownParameter[]): string {
  const parameter = random.pick(parameters);
  const name = random.chance(0.7) ? parameter.name : random.pick(['a.b', 'x.y_z', 'A.B', '_a._b', 'é.é']);
  const text = value(random, parameter);
  const line = settingLine(random, name, text).slice(0, -1);
  return `${random.choose(
    [2, () => line],
    [4, () => random.mutate(line, lexerAlphabet)],
    [2, () => name + random.pick([' = ', ' ', '=']) + text.replaceAll('\n', ' ')],
    [1, () => name + random.pick([' = ', ' ', '=']) + random.list(1, 6, () => random.pick(lexerAlphabet)).join('')],
    [1, () => name + random.pick([' = ', ' ', '=']) + random.pick(unusualValues)],
    [1, () => random.pick(unusualLines)],
    [1, () => random.list(0, 14, () => random.pick(lexerAlphabet)).join('')],
  )}\n`;
}

const unusualValues = [
  ...[
    '4.5MB',
    '1.5s',
    '.5',
    '5.',
    '.',
    '1e5',
    '1.5e5',
    '.5e4',
    '1e',
    '0x1f',
    '0x1fGG',
    '0X15',
    '0o17',
    '1_000',
    '5_x',
    '5x',
    '-5',
    '+5',
    '- 5',
  ],
  ...[
    'foo.bar',
    'foo.bar.baz',
    'foo.1',
    'a.b.1',
    'Europe/Paris',
    'TLSv1.2',
    '127.0.0.1',
    '*',
    '%m',
    '@x',
    '$x',
    'a$b',
    '/path',
    '"dq"',
    'a,b',
    '(a)',
  ],
  ...[
    "''",
    "'a''b'",
    "'a\\'b'",
    "'a",
    "a'",
    "'a' 'b'",
    "'a''",
    "''''",
    "'\\",
    "'\\'",
    "'\\000x'",
    "'\\777'",
    "'\\8'",
    "'\\x41'",
    "e'x'",
    "'a'b",
    "'a'#b",
    '-a',
    '+a',
  ],
  ...[
    '1-2',
    '1:2',
    'a:b',
    'a-b',
    'a/b',
    'a.',
    'a..b',
    '_',
    '__',
    '-',
    '+',
    '1.2.3',
    '1.2e',
    '1.2e+',
    '1.2e+3',
    '1.2e3x',
    '0x',
    '00',
    '09',
    'é',
    'éa.b',
    '\u00a0',
    '=',
    '= 1',
  ],
];

const unusualLines = [
  ...[
    'work_mem',
    '= 4MB',
    'work_mem =',
    'work_mem 4MB 5MB',
    'work_mem = 4MB;',
    'work_mem == 4MB',
    'SET work_mem = 4MB',
    'work_mem TO 4MB',
  ],
  ...[
    'work-mem = 4MB',
    'a.b.c = 1',
    '4MB = work_mem',
    "'work_mem' = 4MB",
    'work_mem: 4MB',
    '[section]',
    '-- comment',
    '/* x */',
    '// x',
    '; x',
    '\\',
  ],
  ...[
    '\ufeffwork_mem = 4MB',
    '\ufeff# x',
    "work_mem'4MB'",
    'work_mem=4MB#x',
    'a.b=1',
    'a.=1',
    '.a=1',
    'a.1=1',
    'a.b-c = 1',
    '\r',
    '\t',
    '',
    ' ',
    '#',
    '####',
    '\f',
    '\v',
  ],
];

/** A name that no server of any major knows, or that only looks like a custom one. */
export function unknownName(random: Random, parameters: readonly KnownParameter[]): string {
  const known = random.pick(parameters).name;
  return random.choose(
    [3, () => random.mutate(known, [...'abez_019'])],
    [
      2,
      () =>
        `${random.pick(['a', 'plpgsql', 'pg_stat', 'auto_explain', 'é', '_', 'pgaudit'])}.${random.pick(['x', 'b_c', 'é', '_1', 'log'])}`,
    ],
    [1, () => random.recase(known)],
    [1, () => `\ufeff${known}`],
    [
      1,
      () =>
        random.pick([
          'sort_mem',
          'vacuum_mem',
          'ssl_ecdh_curve',
          'wal_keep_segments',
          'force_parallel_mode',
          'checkpoint_segments',
          'max_fsm_pages',
          'Sort_Mem',
          'SSL_Groups',
        ]),
    ],
  );
}
