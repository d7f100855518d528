/** Which names an element of a record matches. */
export { matchesExpression } from '../../access/names.js';
