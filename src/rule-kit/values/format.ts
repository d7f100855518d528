/** Numbers, as people read them. */
export { describeNumber, isOctal, writeNumber } from '../../values/format.js';
