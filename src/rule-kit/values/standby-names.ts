/** synchronous_standby_names. */
export { parseStandbyNames } from '../../values/lists/standby-names.js';
