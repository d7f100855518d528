/** The server’s splitters of lists. */
export { type ListElement, splitFiles, splitIdentifiers, splitPaths, splitWords } from '../../values/lists/split.js';
