/** Lines of pg_hosts.conf: right ones, nearly right ones, and noise. */
import { blank, lineEnd, name, noise, oddAspects, requote, separator, tokenAlphabet } from './authentication.js';
import type { Random } from './random.js';

const aspects = ['names', 'certificate', 'ca', 'reload', 'columns', 'blanks', 'text', 'end'] as const;

function hostNames(random: Random): string {
  return random.choose(
    [6, () => random.pick(['*', '/no_sni/', '"*"', '"/no_sni/"', '/NO_SNI/', '**', '*.example.com'])],
    [3, () => random.list(2, 4, () => random.pick(['a', 'B.example.com', '*', '/no_sni/', 'a', '""'])).join()],
    [2, () => name(random)],
    [1, () => random.recase('db.example.com')],
  );
}

/** A certificate and its key: mostly the server's own, so that the file loads. */
function certificate(random: Random): string[] {
  if (random.chance(0.7)) return ['server.crt', 'server.key'];
  return random.choose(
    [3, () => ['server.crt']],
    [2, () => ['server.crt,server.crt', 'server.key']],
    [2, () => ['server.crt', 'server.key,']],
    [2, () => ['"server.crt"', '"server.key"']],
    [1, () => ['@nowhere', 'server.key']],
    [1, () => ['server.crt', name(random)]],
  );
}

function furtherColumns(random: Random, odd: ReadonlySet<(typeof aspects)[number]>): string[] {
  const columns = random.pick([[], [], ['server.crt'], ['""'], ['server.crt', '"echo x"']]) as string[];
  if (odd.has('ca')) columns.push(random.pick(['a,b', '""', 'server.crt', name(random)]));
  if (odd.has('reload') || columns.length === 2) {
    const words = ['on', 'off', 'ON', 'y', 'tr', 'fals', 'o', 'of', '1', '0', '2', '"on"', 'on,off', 'maybe', '""'];
    while (columns.length < 2) columns.push(random.pick(['server.crt', '"echo x"']));
    if (odd.has('reload')) columns.push(random.pick(words));
    if (random.chance(0.1)) columns.push(random.pick(['x', '""', ',']));
  }
  return columns;
}

/** One logical line of pg_hosts.conf, its line end included. */
export function hostsLine(random: Random): string {
  if (random.chance(0.04)) return noise(random);
  const odd = oddAspects(random, aspects);
  const own = `h${random.integer(1, 60)}.example.com`;
  const columns = [
    odd.has('names') ? hostNames(random) : own,
    ...(odd.has('certificate') ? certificate(random) : ['server.crt', 'server.key']),
    ...furtherColumns(random, odd),
  ];
  if (odd.has('columns')) {
    const at = random.integer(0, columns.length - 1);
    random.choose(
      [2, () => void columns.push(name(random))],
      [2, () => void columns.pop()],
      [1, () => void columns.splice(at, 0, random.pick(['""', ',', '"', 'x']))],
      [1, () => void columns.splice(at, 1, requote(random, columns[at]!))],
    );
  }
  let line = columns[0] ?? '';
  for (const column of columns.slice(1)) line += (odd.has('blanks') ? separator(random) : blank(random)) + column;
  if (odd.has('text')) line = random.mutate(line, tokenAlphabet);
  return line + (odd.has('end') ? lineEnd(random) : '\n');
}
