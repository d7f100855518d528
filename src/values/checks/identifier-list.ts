import { listSyntaxAdvice, splitIdentifiers } from '../lists/split.js';
import { accept, refuse, undecidable } from '../readings.js';
import type { Check } from './check.js';

/**
 * output_plugin_libraries: a list, in any letter case, of which nothing is looked up. Servers check it since the minor
 * releases of November 2026 (seen on 15.20); earlier ones, and 19rc1, take what is not a list, and fail once a
 * replication slot needs it. Whether 19.0 checks it was not observed.
 */
export const checkOutputPluginLibraries: Check = ({ parameter, text, major }) => {
  if (splitIdentifiers(text, major) !== undefined) return accept(text);
  if (major < 19) return refuse(`'${text}' is not a list as ${parameter.name} needs one: ${listSyntaxAdvice}.`);
  return undecidable(`whether PostgreSQL ${major} refuses what is not a list was not seen on a server`, text);
};

/** search_path and temp_tablespaces: any identifiers; whether they exist is asked when a session needs them. */
export const checkIdentifierList: Check = ({ parameter, text, major }) => {
  if (splitIdentifiers(text, major) !== undefined) return accept(text);
  return refuse(`'${text}' is not a list as ${parameter.name} needs one: ${listSyntaxAdvice}.`);
};
