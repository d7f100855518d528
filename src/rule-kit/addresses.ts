/** Addresses and networks. */
export {
  containsNetwork,
  isLoopback,
  isLoopbackName,
  isLoopbackNetwork,
  isOwnHost,
  loopback,
  type Network,
  networksMeet,
  prefixLength,
} from '../addresses/networks.js';
export { formatAddress, maskOfPrefix, type NumericAddress, parseNumericAddress } from '../addresses/numeric-address.js';
