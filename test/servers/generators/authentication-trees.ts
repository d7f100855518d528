/** pg_hba.conf, pg_ident.conf and pg_hosts.conf with the files that they name: @files and, from 16 on, includes. */

import { requote } from './authentication.js';
import type { Files } from './conf-trees.js';
import { hbaLine } from './hba.js';
import { hostsLine } from './hosts.js';
import { identLine } from './ident.js';
import type { Random } from './random.js';

const lists = ['dbs', 'users', 'sub/more', 'a b', 'sub/"q"', 'empty'];
const parts = [
  'inc.conf',
  'sub/inc2.conf',
  'hba.d/10.conf',
  'hba.d/9.conf',
  'hba.d/x.confx',
  'hba.d/.a.conf',
  'hba.d/é.conf',
  'sub/hba.d/a.conf',
];

/** One file as another one may name it, now and then by a detour. */
function relative(random: Random, from: string, to: string): string {
  const up = from.includes('/') ? '../'.repeat(from.split('/').length - 1) : '';
  return (
    up +
    random.choose(
      [20, () => to],
      [1, () => `./${to}`],
      [1, () => `sub/../${to}`],
      [1, () => `nowhere/../${to}`],
      [1, () => `.//${to}`],
    )
  );
}

function atToken(random: Random, from: string, later: readonly string[]): string {
  const to =
    later.length > 0 && random.chance(0.9)
      ? relative(random, from, random.pick(later))
      : random.pick(['nowhere', '', '.', 'sub', 'sub/nowhere']);
  const name = `@${to}`;
  return random.choose(
    [8, () => (/[\s"]/.test(name) ? `@"${to.replaceAll('"', '""')}"` : name)],
    [1, () => `@"${to.replaceAll('"', '""')}"`],
    [1, () => requote(random, name)],
  );
}

function listLine(random: Random, from: string, later: readonly string[]): string {
  const elements = random.list(0, 4, () =>
    random.choose(
      [6, () => random.pick(['a', 'b', 'all', '"all"', '+g', 'sameuser', '/a', '/[', '""', '"x y"'])],
      [2, () => atToken(random, from, later)],
      [1, () => random.pick(['# c', 'include x', '"', ',', 'include_if_exists y'])],
    ),
  );
  return (
    elements.join(random.pick([',', ' ', ', ', '\t', ',,'])) +
    random.pick(['\n', '\n', '\n', '\r\n', ' # c\n', '\\\n', ''])
  );
}

function includeLine(random: Random, from: string, later: readonly string[]): string {
  // A file of a folder that includes the folder doubles the work with each level.
  const others = from.includes('hba.d/') ? [] : ['include_dir'];
  const directive = random.pick(['include', 'include', 'include_if_exists', ...others]);
  const word = random.choose(
    [12, () => directive],
    [1, () => `"${directive}"`],
    [1, () => random.recase(directive)],
    [1, () => `${directive},host`],
  );
  const file =
    later.length > 0 && random.chance(0.9)
      ? relative(random, from, random.pick(later))
      : random.pick(['nowhere.conf', '""', 'sub', '.']);
  const folder = random.choose(
    [8, () => relative(random, from, 'hba.d')],
    [1, () => random.pick(['sub', 'nowhere', '""', 'inc.conf', '.'])],
  );
  const name = directive === 'include_dir' ? folder : file;
  const tail = random.choose([12, () => ''], [1, () => ' x'], [1, () => ',b'], [1, () => ' # c']);
  return `${word}${random.pick([' ', '\t', '  '])}${random.chance(0.2) && !name.startsWith('"') ? `"${name}"` : name}${tail}\n`;
}

/** The files that are read as lines of columns. */
export type TreeKind = 'hba' | 'ident' | 'hosts';

/**
 * An authentication file and what it names, without circles: servers before 16 do not survive those.
 *
 * @param kind which file the main one is
 */
export function authenticationTree(random: Random, kind: TreeKind): Files {
  const files: Files = {};
  const wantedLists = lists.filter(() => random.chance(0.6));
  const wantedParts = parts.filter(() => random.chance(0.4));
  const record = { hba: hbaLine, ident: identLine, hosts: hostsLine }[kind];
  const line = (from: string, later: readonly string[]) =>
    random.choose(
      [4, () => record(random)],
      [5, () => recordWithFile(random, kind, from)],
      [3, () => includeLine(random, from, later)],
    );
  const recordWithFile = (_random: Random, of: TreeKind, from: string) => {
    const token = () => (random.chance(0.5) ? atToken(random, from, wantedLists) : random.pick(['a', 'all', 'x,y']));
    if (of === 'hosts') return `${token()} server.crt server.key\n`;
    if (of === 'ident') return `m ${token()} ${token()}\n`;
    const databases = random.chance(0.2) ? `a,${token()}` : token();
    return `${random.pick(['local', 'local', 'host', '@nowhere'])} ${databases} ${token()} ${random.pick(['', '', '10.0.0.0/8 ', 'all '])}${random.pick(['trust', 'md5', token()])}\n`;
  };
  const main = `pg_${kind}.conf`;
  files[main] = random.list(1, 6, () => line(main, wantedParts)).join('');
  for (const [index, path] of wantedParts.entries()) {
    files[path] = random.list(0, 4, () => line(path, wantedParts.slice(index + 1))).join('');
  }
  for (const [index, path] of wantedLists.entries()) {
    const text = random.list(0, 3, () => listLine(random, path, wantedLists.slice(index + 1))).join('');
    files[path] = path === 'empty' ? '' : text;
  }
  return random.cutEnds(files);
}
