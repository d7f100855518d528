import { libraryParameters } from '../../values/lists/parameters.js';
import { splitFiles } from '../../values/lists/split.js';
import type { StartupError, StartupSettings } from './settings.js';

/** A malformed list of libraries is logged, and none of them is loaded (load_libraries of miscinit.c; run on 10 to 18). */
export function checkLibraryLists(settings: StartupSettings): StartupError[] {
  const errors: StartupError[] = [];
  for (const name of libraryParameters) {
    const text = settings.text(name);
    if (text === undefined || splitFiles(text, settings.major) !== undefined) continue;
    const when = name === 'shared_preload_libraries' ? 'The server starts' : 'Sessions start';
    errors.push({
      code: 'malformed-library-list',
      severity: 'warning',
      message: `${name} = '${text}' is not a list: it has an empty element or an open quote. ${when} without loading any of the libraries; write names with commas between them.`,
      parameters: [name],
    });
  }
  return errors;
}
