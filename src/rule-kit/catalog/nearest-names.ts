/** Parameters that were probably meant. */
export { nearestNames } from '../../catalog/nearest.js';
