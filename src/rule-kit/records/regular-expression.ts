/** Regular expressions, as the server compiles them. */
export { checkRegularExpression } from '../../syntax/regular-expression.js';
