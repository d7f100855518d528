import type { Major } from '../catalog/majors.js';
import type { Parameter } from '../catalog/types.js';
import { firstBytes } from './bytes.js';
import type { ValueReading } from './types.js';

/** Parameters that hold one identifier and are cut to 63 bytes (GUC_IS_NAME of guc_tables.c). */
const names = new Set([
  'application_name',
  'client_encoding',
  'cluster_name',
  'default_table_access_method',
  'default_tablespace',
  'role',
  'server_encoding',
  'session_authorization',
]);

/** NAMEDATALEN less the end of the string. */
const maxNameBytes = 63;

/**
 * Reads the value of a string parameter: every text is one; identifiers are cut to their longest length.
 *
 * @param parameter a parameter of type string
 * @param text the setting's value
 */
export function readString(parameter: Parameter, text: string, _major: Major): ValueReading {
  const value = names.has(parameter.name) ? firstBytes(text, maxNameBytes) : text;
  return { ok: true, value, canonical: value };
}
