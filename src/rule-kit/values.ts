/** Values as the server reads them, and as a file shows them. */
export { type ConnectionString, parseConnectionString } from '../values/conninfo.js';
export { describeNumber, isOctal, writeNumber } from '../values/format.js';
export { libraryName, libraryParameters, splitParameter } from '../values/lists/parameters.js';
export { type ListElement, splitFiles, splitIdentifiers, splitPaths, splitWords } from '../values/lists/split.js';
export { parseStandbyNames } from '../values/lists/standby-names.js';
export { quoteValue, writeElement, writeList, writeValue } from '../values/quote.js';
export { readValue } from '../values/read.js';
