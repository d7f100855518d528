/** Libraries that bring parameters. */
export { isKnownLibrary, type Library, libraries, libraryNames, libraryOfPrefix } from '../../catalog/libraries.js';
