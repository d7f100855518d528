/** Lines of pg_ident.conf: right ones, nearly right ones, and noise. */
import {
  blank,
  expression,
  lineEnd,
  longText,
  name,
  noise,
  oddAspects,
  requote,
  separator,
  tokenAlphabet,
} from './authentication.js';
import type { Random } from './random.js';

function mapName(random: Random): string {
  return random.choose(
    [10, () => random.pick(['m', 'map', 'omicron', 'a-b', '/m', '+m', 'all', 'include', '\ufeffm'])],
    [1, () => name(random)],
  );
}

function systemUser(random: Random): string {
  const text = random.choose(
    [5, () => random.pick(['bryanh', 'user@realm', 'CN=x', 'all', '+grp', 'a b', ''])],
    [6, () => `/${expression(random)}`],
    [3, () => random.pick(['/^(.*)@x$', '/(a)(b)', '/a', '/', '/^(.*)@mydomain\\.com$', '/()'])],
  );
  return /[\s,]/.test(text) || text === '' || random.chance(0.1) ? requote(random, text) : text;
}

function databaseUser(random: Random): string {
  const text = random.choose(
    [5, () => random.pick(['\\1', 'x\\1', '\\1\\1', '\\2', 'postgres', 'all', 'bob', '""'])],
    [3, () => random.pick(['+grp', '+\\1', '+', '+/x'])],
    [3, () => `/${expression(random)}`],
    [1, () => name(random)],
    [1, () => random.pick(['/^\\1$', '/(a)\\1', '"/a"', '"+x"', '"all"', '/\\1'])],
  );
  return random.chance(0.1) ? requote(random, text) : text;
}

const aspects = ['map', 'system', 'database', 'columns', 'blanks', 'text', 'end'] as const;

/** One logical line of pg_ident.conf, its line end included. */
export function identLine(random: Random): string {
  if (random.chance(0.04)) return noise(random);
  const odd = oddAspects(random, aspects);
  const columns = [
    odd.has('map') ? mapName(random) : 'm',
    odd.has('system') ? systemUser(random) : random.pick(['bryanh', '/^(.*)@x$', 'CN=x']),
    odd.has('database') ? databaseUser(random) : random.pick(['\\1', 'postgres', 'bob']),
  ];
  if (odd.has('columns')) {
    const at = random.integer(0, 2);
    random.choose(
      [2, () => void columns.push(name(random))],
      [2, () => void columns.pop()],
      [2, () => void columns.splice(at, 1, `${name(random)},${name(random)}`)],
      [1, () => void columns.splice(at, 0, random.pick(['""', ',', '"', 'x']))],
      [1, () => void columns.splice(at, 1, requote(random, columns[at]!))],
    );
  }
  let line = columns[0] ?? '';
  for (const column of columns.slice(1)) line += (odd.has('blanks') ? separator(random) : blank(random)) + column;
  if (odd.has('text')) line = random.mutate(line, tokenAlphabet);
  if (random.chance(0.002)) line += random.pick([' ', '#', ',', '']) + longText(random);
  return line + (odd.has('end') ? lineEnd(random) : '\n');
}
