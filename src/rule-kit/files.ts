/** Paths, as the core writes them: with slashes, absolute. */
export { baseNameOf, folderOf, relativePath } from '../files/paths.js';
