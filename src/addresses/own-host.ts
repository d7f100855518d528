/** Texts that name the machine itself: a name, or an address in any form that the C library takes for one. */
import { isLoopback, isLoopbackName } from './networks.js';
import { parseNumericAddress } from './numeric-address.js';

/** Whether a text, a name or an address in numbers, surely means the machine itself. */
export function isOwnHost(text: string): boolean {
  const address = parseNumericAddress(text);
  return address === undefined ? isLoopbackName(text) : isLoopback(address.family, address.value);
}
