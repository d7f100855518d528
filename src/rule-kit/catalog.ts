/** What each major knows of parameters and of the libraries that bring some. */
export { historyOf, successorOf } from '../catalog/history.js';
export { type Library, libraries, libraryOfPrefix } from '../catalog/libraries.js';
export { defaultMajor, firstMajor, isMajor, lastMajor, majors, majorsText } from '../catalog/majors.js';
export { extensionParameter, extensionParametersOf, findParameter } from '../catalog/parameters.js';
