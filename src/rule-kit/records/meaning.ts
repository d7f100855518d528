/** What records mean, however they are written. */
export { addressKey, isSameAddress, listKey, matchKey, methodKey } from '../../access/record-meaning.js';
export { clientsKey } from '../../access/twins.js';
