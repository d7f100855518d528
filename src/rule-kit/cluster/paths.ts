/** Paths as the core writes them: absolute, with slashes. */
export { baseNameOf, folderOf, relativePath } from '../../files/paths.js';
