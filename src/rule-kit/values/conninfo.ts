/** Connection strings, as libpq reads them. */
export { type ConnectionString, parseConnectionString } from '../../values/conninfo.js';
