import type { OwnAddress } from '../../../access/login.js';
import { maskOfPrefix } from '../../../addresses/masks.js';
import { parseNumericAddress, parsePrefixLength } from '../../../addresses/numeric-address.js';
import { CommandError } from '../../command.js';

/** What every machine has for itself. */
const ofEveryMachine = ['127.0.0.1/8', '::1/128'];

/**
 * Reads the addresses of a server, by which samehost and samenet are decided (hba.c, check_same_host_or_net).
 *
 * @param lists as a person wrote them, with commas between addresses: `10.0.0.5/24,fd00::5/64`, as `ip address` shows them; of
 *   one without a prefix length the network is not known
 * @returns all addresses, those that every machine has among them
 * @throws CommandError where one is not an address in numbers
 */
export function readServerAddresses(lists: readonly string[]): OwnAddress[] {
  const written = lists.flatMap((list) => list.split(',')).map((one) => one.trim());
  return [...written.filter((one) => one !== ''), ...ofEveryMachine].map(readOne);
}

function readOne(text: string): OwnAddress {
  const [, address = '', length] = /^([^/]*)(?:\/(.*))?$/.exec(text) ?? [];
  const numeric = parseNumericAddress(address);
  const prefix = numeric && length !== undefined ? parsePrefixLength(length, numeric.family) : undefined;
  if (!numeric || (length !== undefined && prefix === undefined)) {
    throw new CommandError(`--server-address: “${text}” is not an address in numbers, such as 10.0.0.5/24.`);
  }
  const { family, value } = numeric;
  return prefix === undefined ? { family, value } : { family, value, mask: maskOfPrefix(prefix, family) };
}
