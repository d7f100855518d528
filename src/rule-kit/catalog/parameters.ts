/** What each major knows of a parameter. */
export { extensionParameter, extensionParametersOf, findParameter } from '../../catalog/parameters.js';
