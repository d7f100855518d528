/** Addresses in numbers. */
export {
  formatAddress,
  maskOfPrefix,
  type NumericAddress,
  parseNumericAddress,
} from '../../addresses/numeric-address.js';
