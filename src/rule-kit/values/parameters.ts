/** How the server splits the value of a parameter that is a list. */
export { libraryName, libraryParameters, splitParameter } from '../../values/lists/parameters.js';
