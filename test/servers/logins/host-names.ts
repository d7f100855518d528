/**
 * Names for client addresses. The server asks the C library for the name of an address and for the addresses of that
 * name (hba.c, check_hostname). So that neither the machine's own names nor a name service take part, the server runs in
 * a mount namespace of its own with another /etc/hosts and /etc/nsswitch.conf; only root may make one.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from '../installations.js';

/** Lines of /etc/hosts: an address, its name, further names that lead to the address but not back. */
const hosts: readonly (readonly string[])[] = [
  ['127.0.0.1', 'localhost', 'loop.example.com'],
  ['::1', 'ip6-localhost', 'localhost'],
  ...range(1, 13).map((n) => [`127.0.0.${n + 1}`, `c${n}.clients.example.com`, `c${n}`]),
  ...range(1, 12).map((n) => [`127.0.1.${n}`, `db${n % 4}.Example.COM`]),
  ...range(1, 12).map((n) => [`127.1.2.${n}`, n % 2 ? 'clients.example.com' : 'myclients.example.com']),
  ...range(1, 8).map((n) => [`127.2.3.${n}`, 'web', `web${n}.clients.example.com`]),
];

/** The name of each address that has one: the first of its line. */
export const nameOf: ReadonlyMap<string, string> = new Map(hosts.map(([address, name]) => [address!, name!]));

/** Names and ends of names as records have them: fitting ones, further ones, other letter case, and near misses. */
export const hostPatterns: readonly string[] = [
  'localhost',
  'LocalHost',
  'ip6-localhost',
  'loop.example.com',
  'c1.clients.example.com',
  'c2',
  'C3.Clients.Example.Com',
  'db1.example.com',
  'db2.EXAMPLE.com',
  'clients.example.com',
  'web',
  'web3.clients.example.com',
  '.clients.example.com',
  '.Example.com',
  '.com',
  '.web',
  '.localhost',
  'example.com',
];

/** How to start a program that sees these names. */
export interface Surroundings {
  command: string;
  args: string[];
}

/**
 * Prepares names for a server.
 *
 * @param folder an existing folder for two files
 * @param account who runs the server
 * @returns what to put in front of the program and its arguments; undefined where this machine does not allow it
 */
export function surroundings(folder: string, account: Account | undefined): Surroundings | undefined {
  if (!account) return undefined;
  const [hostsFile, switchFile] = [join(folder, 'hosts'), join(folder, 'nsswitch.conf')];
  writeFileSync(hostsFile, hosts.map((line) => `${line.join(' ')}\n`).join(''));
  writeFileSync(switchFile, 'passwd: files\ngroup: files\nhosts: files\n');
  const script = [
    'set -e',
    `mount --bind '${hostsFile}' /etc/hosts`,
    `mount --bind '${switchFile}' /etc/nsswitch.conf`,
    `exec setpriv --reuid ${account.uid} --regid ${account.gid} --clear-groups -- "$@"`,
  ].join('\n');
  const args = ['--mount', '--propagation', 'private', 'sh', '-c', script, 'sh'];
  const probe = spawnSync('unshare', [...args, 'getent', 'hosts', '127.0.1.2'], { encoding: 'utf8', timeout: 10_000 });
  return probe.status === 0 && probe.stdout.includes('db2.Example.COM') ? { command: 'unshare', args } : undefined;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
