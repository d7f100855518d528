import { sharedOptions } from '../../linter/configuration/shared-options.js';

/** The schema of the option `superusers`. */
export const superusersOption = sharedOptions.superusers;
