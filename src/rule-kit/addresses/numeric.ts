/** Addresses in numbers. */
export { formatAddress, type NumericAddress, parseNumericAddress } from '../../addresses/numeric-address.js';
