/** A parameter’s value, as the server reads it. */
export { readValue } from '../../values/read.js';
