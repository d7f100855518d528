/** `log_line_prefix`: what stands before each message (elog.c, log_line_prefix). */

/** What a prefix says of a line. */
export interface PrefixValues {
  time: string | undefined;
  session: string | undefined;
  user: string | undefined;
  database: string | undefined;
  host: string | undefined;
}

/** Names and addresses have at most so many characters; a pattern that is bounded is a fast one. */
const name = '.{0,63}?';

/** For each escape what it writes; those with a name are read. */
const patterns: Readonly<Record<string, string>> = {
  a: name,
  b: '[A-Za-z ]{0,40}?',
  u: `(?<user>${name})`,
  d: `(?<database>${name})`,
  r: '(?<client>\\[local\\]|\\[unknown\\]|[^\\s()]{0,255}\\(\\d{1,5}\\)|)',
  h: '(?<host>\\[local\\]|\\[unknown\\]|[0-9A-Za-z.:%_-]{0,255}?)',
  L: '[0-9A-Za-z.:%_\\[\\]-]{0,255}?',
  p: '(?<process>\\d{1,10})',
  P: '\\d{0,10}',
  t: '(?<seconds>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d [^\\s]{1,10})',
  m: '(?<milliseconds>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} [^\\s]{1,10})',
  n: '(?<epoch>\\d{1,12}\\.\\d{3})',
  i: '[A-Za-z ]{0,40}?',
  e: '[0-9A-Z]{5}',
  c: '(?<session>[0-9a-f]{1,16}\\.[0-9a-f]{1,8})',
  l: '\\d{1,12}',
  s: '\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d [^\\s]{1,10}',
  v: '(?:\\d{1,10}/\\d{1,10})?',
  x: '\\d{1,20}',
  Q: '-?\\d{1,20}',
};

/**
 * Makes a reader of prefixes.
 *
 * @param prefix the setting's value
 * @returns undefined for text that the prefix did not write
 */
export function prefixReader(prefix: string): (text: string) => PrefixValues | undefined {
  const shortest = patternOf(prefix);
  const readings = [shortest, shortest.replaceAll('{0,63}?', '{0,63}')].map((one) => new RegExp(`^${one}$`, 's'));
  return (text) => {
    const [match, longest] = readings.map((pattern) => pattern.exec(text));
    if (!match) return undefined;
    const [found, other] = [match.groups ?? {}, longest?.groups ?? {}];
    const { client, host, process, session, seconds, milliseconds, epoch } = found;
    // A name may hold what separates names; then the prefix does not tell.
    const isClear = (['user', 'database'] as const).every((one) => found[one]?.trim() === other[one]?.trim());
    return {
      time: milliseconds ?? seconds ?? epoch,
      session: session ?? process,
      user: isClear ? found['user'] : undefined,
      database: isClear ? found['database'] : undefined,
      host: host ?? client?.replace(/\(\d+\)$/, ''),
    };
  };
}

function patternOf(prefix: string): string {
  let pattern = '';
  const seen = new Set<string>();
  let isOptional = false;
  for (const [part, padding, letter] of prefix.matchAll(/%(-?\d*)(.)|%$|[^%]+/gs)) {
    if (letter === undefined) pattern += part === '%' ? '' : literal(part);
    else if (letter === '%') pattern += '%';
    else if (letter === 'q') {
      // What is not a session's own writes nothing from here on.
      pattern += '(?:';
      isOptional = true;
    } else if (patterns[letter] !== undefined) {
      const own = seen.has(letter) ? patterns[letter].replaceAll(/\(\?<\w+>/g, '(?:') : patterns[letter];
      seen.add(letter);
      pattern += padding === '' ? own : ` {0,63}?${own} {0,63}?`;
    }
  }
  return isOptional ? `${pattern})?` : pattern;
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
