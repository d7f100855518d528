/** Networks, and what they have in common. */
export {
  containsNetwork,
  isLoopback,
  isLoopbackName,
  isLoopbackNetwork,
  loopback,
  type Network,
  networksMeet,
  prefixLength,
} from '../../addresses/networks.js';
