/** Releases in the order in which they come out. */
export { compareReleases } from '../../catalog/releases.js';
