/** Booleans of which one value is history. */
import { accept, refuse } from '../readings.js';
import type { Check } from './check.js';

/** default_with_oids from 12 on: tables with OIDs are gone, only `off` is left. */
export const checkDefaultWithOids: Check = ({ value, major }) => {
  if (major < 12 || value === false) return accept(value, value ? 'on' : 'off');
  return refuse(
    `PostgreSQL ${major} has no tables with OIDs, so that default_with_oids can only be off. Remove the line.`,
  );
};

/** standard_conforming_strings from 19 on: only `on` is left. */
export const checkStandardConformingStrings: Check = ({ value, major }) => {
  if (major < 19 || value === true) return accept(value, value ? 'on' : 'off');
  return refuse(
    `PostgreSQL ${major} always reads backslashes in plain strings as text, so that standard_conforming_strings can only be on. Remove the line.`,
  );
};
