/** Libraries that bring parameters. */
export { type Library, libraries, libraryOfPrefix } from '../../catalog/libraries.js';
