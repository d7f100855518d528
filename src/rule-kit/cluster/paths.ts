/** Paths as the core writes them: absolute, with slashes. */
export { baseNameOf, folderOf, isAbsolutePath, relativePath } from '../../files/paths.js';
export { isRecoveryName } from '../../formats/names.js';
