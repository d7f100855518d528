/** Words that were probably meant. */
export { nearestOf } from '../../catalog/nearest-words.js';
