import { splitPathList } from '../../values/lists/identifier-list.js';
import type { StartupError, StartupSettings } from './settings.js';

const lists: { name: string; when: string }[] = [
  { name: 'shared_preload_libraries', when: 'The server starts' },
  { name: 'session_preload_libraries', when: 'Sessions start' },
  { name: 'local_preload_libraries', when: 'Sessions start' },
];

/** A malformed list of libraries is logged, and none of them is loaded (load_libraries of miscinit.c; run on 10 to 18). */
export function checkLibraryLists(settings: StartupSettings): StartupError[] {
  const errors: StartupError[] = [];
  for (const { name, when } of lists) {
    const text = settings.text(name);
    if (text === undefined || splitPathList(text) !== undefined) continue;
    errors.push({
      code: 'malformed-library-list',
      severity: 'warning',
      message: `${name} = '${text}' is not a list: it has an empty element or an open quote. ${when} without loading any of the libraries; write names with commas between them.`,
      parameters: [name],
    });
  }
  return errors;
}
