/** Masks of networks. */
export { maskOfPrefix } from '../../addresses/masks.js';
