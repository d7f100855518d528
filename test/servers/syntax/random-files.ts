/** Files that try the tokenizers: random lines out of what makes a difference to them. */
import type { Random } from '../regular-expressions/generator.js';

const hbaWords = [
  ...[' ', ' ', ' ', '\t', ',', '"', '"', '"', '""', '#', '\\', '\\\n', '\\\r\n', '\\\\\n', '\r', '\r\n'],
  ...['a', 'b', 'ab', 'all', 'trust', 'local', 'a ', 'b ', ' a', '"a b"', '\v', '\u{c3}\u{a9}', '\u{e9}'],
];

/** A pg_hba.conf of local records, sound and broken ones, as bytes; one of seven with zero bytes. */
export function randomHbaFile(random: Random): Buffer {
  const words = random.chance(0.15) ? [...hbaWords, '\0'] : hbaWords;
  let text = '';
  for (let lines = 1 + random.below(10); lines > 0; lines--) {
    if (random.chance(0.9)) text += 'local ';
    for (let count = random.below(12); count > 0; count--) text += random.pick(words);
    if (random.chance(0.5)) text += ' trust';
    text += random.pick(['\n', '\n', '\n', '\r\n', '\\\n', '\r\r\n']);
  }
  if (random.chance(0.3)) text = text.replace(/\n$/, '');
  return Buffer.from(text, 'latin1');
}

/** A pg_hba.conf that tries the limits on tokens and lines up to 15. */
export function randomLongHbaFile(random: Random): Buffer {
  const around = (limit: number) => limit - 3 + random.below(6);
  const longToken = () => {
    const length = around(random.pick([255, 10239]));
    const body = random.chance(0.5) ? 'a'.repeat(length) : '\u{c3}\u{a9}'.repeat(length >> 1) + 'a'.repeat(length % 2);
    const open = `"${body.slice(3)}""${random.pick(['', '"', 'b'])}`;
    return random.pick([body, `"${body}"`, `"${body}`, `${body}"`, open]);
  };
  const longLine = () => {
    const start = random.pick(['local all all trust #', '#', 'local all all trust ', 'local "']);
    const line = start.padEnd(around(random.pick([8190, 20478])), random.pick(['x', ' ']));
    return random.chance(0.3) ? line + 'z'.repeat(random.below(6000)) : line;
  };
  let text = '';
  for (let lines = 1 + random.below(6); lines > 0; lines--) {
    if (random.chance(0.4)) text += `local all,${longToken()}${random.pick([',', ' ', '', '#', ' ,'])} all trust`;
    else text += random.chance(0.5) ? longLine() : 'local all all trust';
    text += random.pick(['\n', '\n', '\r\n', '\\\n']);
  }
  return Buffer.from(text, 'latin1');
}

/** A pg_hba.conf with zero bytes in lines that do not fit into one chunk of the server's buffer (14 and later). */
export function randomHbaFileWithZeros(random: Random): Buffer {
  let text = '';
  for (let lines = 1 + random.below(6); lines > 0; lines--) {
    text += random.pick(['local all all ', 'local ', '#', 'local all all trust ']) + 'b'.repeat(random.below(30));
    if (random.chance(0.5)) text += '\0';
    text += random.pick(['x', ' ']).repeat(random.below(5000));
    if (random.chance(0.3)) text += '\0';
    text += random.pick([' trust', '', 'all all trust']) + random.pick(['\n', '\n', '\r\n', '\\\n']);
  }
  return Buffer.from(text, 'latin1');
}

const confWords = [
  ...["'", "'", "''", "\\'", '\\', '\\101', '\\n', '\\303\\251', '\\8', "'ab'", "'a''b'", '"'],
  ...['a', 'b.c', 'd.e.f', 'foo-bar', 'x/y', 'é', '1', '1.5', '0x1f', '0X1', '1e5', '.5', '5.', '4MB', '4.5MB', '1_0'],
  ...['-', '+3', '=', '#', ' ', ' ', '\t', '\r', '$', '*', '%m', ',', '.', ':', '\v', '()', 'e5'],
];

/** A line of postgresql.conf without its line end: half of them sound. */
export function randomConfLine(random: Random): string {
  const words = () => Array.from({ length: 1 + random.below(5) }, () => random.pick(confWords)).join('');
  const name = random.pick(['x.a', 'x.b', 'x.ccc', 'y.é', 'work_mem', 'x.a1']);
  const equals = random.pick([' = ', '=', ' ', ' =', '']);
  return random.pick([
    () => `${name}${equals}'${words()}'`,
    () => `${name}${equals}${words()}`,
    () => `${name}${equals}${words()} ${words()}`,
    () => words() + words(),
  ])();
}
