import type { Parameter } from '../catalog/types.js';
import type { Encoding } from '../files/encoding.js';
import { firstBytes } from './bytes.js';
import { accept } from './readings.js';
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
 * @param encoding how the file's bytes became text
 */
export function readString(parameter: Parameter, text: string, encoding: Encoding | undefined): ValueReading {
  return accept(names.has(parameter.name) ? firstBytes(text, maxNameBytes, encoding) : text);
}
