/** Records that earlier ones take the logins of. */
export type { Covered } from '../../access/coverage.js';
