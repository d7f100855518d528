/** Whether an address of pg_hba.conf matches a client (hba.c: check_ip, check_same_host_or_net, check_hostname). */
import type { Address } from '../cluster/types.js';
import type { Login, LoginAddress, OwnAddress } from './login.js';

const loopback6 = 1n;
const loopback4 = 0x7f000001n;

/** Whether an address is 127.0.0.1 or ::1: every machine that a client can reach there has it. */
function isLoopback({ family, value }: LoginAddress): boolean {
  return family === 4 ? value === loopback4 : value === loopback6;
}

function isInLoopbackNetwork(address: LoginAddress): boolean {
  return address.family === 4 ? address.value >> 24n === 127n : isLoopback(address);
}

function isSame(a: LoginAddress, b: LoginAddress): boolean {
  return a.family === b.family && a.value === b.value;
}

/** Whether a client is in the network of an address of the server; undefined where it has a mask that is not known. */
function isInNetwork(client: LoginAddress, { family, value, mask }: OwnAddress): boolean | undefined {
  if (client.family !== family) return false;
  if (mask === undefined) return client.value === value || undefined;
  return (client.value & mask) === (value & mask);
}

function isInOneNetwork(client: LoginAddress, interfaces: readonly OwnAddress[]): boolean | undefined {
  const answers = interfaces.map((own) => isInNetwork(client, own));
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

/**
 * Tells whether a name from the address column stands for a client's name, as in hostname_match: letter case does not
 * count, and a name with a dot in front stands for what ends in it.
 */
export function matchesHostName(pattern: string, hostName: string): boolean {
  const [expected, found] = [asciiLowerCase(pattern), asciiLowerCase(hostName)];
  return expected.startsWith('.') ? found.endsWith(expected) : found === expected;
}

/** Only ASCII letters have a case where host names are compared. */
export function asciiLowerCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/**
 * Tells whether the address of a record matches the client of a login.
 *
 * @param address the record's; not of a `local` record
 * @param interfaces all addresses of the server's machine; undefined where they are not known
 * @returns undefined where that depends on host names or interfaces that are not known
 */
export function matchesAddress(
  address: Address,
  login: Login,
  interfaces: readonly OwnAddress[] | undefined,
): boolean | undefined {
  const client = login.address;
  if (!client) return false;
  switch (address.kind) {
    case 'all':
      return true;
    case 'network':
      return client.family === address.family && (client.value & address.mask) === (address.address & address.mask);
    case 'samehost':
      if (interfaces) return interfaces.some((own) => isSame(client, own));
      return isLoopback(client) || undefined;
    case 'samenet':
      if (interfaces) return isInOneNetwork(client, interfaces);
      return isInLoopbackNetwork(client) || undefined;
    default:
      if (address.name === '') return false;
      if (login.hostName === undefined) return undefined;
      return login.hostName !== null && matchesHostName(address.name, login.hostName);
  }
}
