import type { Major } from '../catalog/majors.js';
import type { Parameter } from '../catalog/types.js';
import { accept, refuse, undecidable } from './readings.js';
import type { ValueReading } from './types.js';
import { closestWord, listWords } from './words.js';

/** What a server prints for a value that it takes but does not list. */
const canonicalOfHidden: Record<string, string> = {
  true: 'on',
  yes: 'on',
  '1': 'on',
  false: 'off',
  no: 'off',
  '0': 'off',
  debug: 'debug2',
  archive: 'replica',
  hot_standby: 'replica',
};

/** What `on` means: from 19 on the best that the server was built with, as a rule zstd (guc_tables.c; seen on 19rc1). */
function walCompressionOn(major: Major): string {
  return major < 19 ? 'pglz' : 'zstd';
}

function canonicalSpelling(parameter: Parameter, hidden: string, major: Major): string {
  const listed = parameter.values ?? [];
  // password_encryption was a boolean before 10; its "on" has meant md5 since.
  if (parameter.name === 'password_encryption') return 'md5';
  if (parameter.name === 'wal_compression' && canonicalOfHidden[hidden] === 'on') return walCompressionOn(major);
  // client_min_messages of 10 and 11 never hides errors.
  if (parameter.name === 'client_min_messages' && (hidden === 'fatal' || hidden === 'panic')) return 'error';
  if (hidden === 'debug' && major < 12) return 'debug';
  const canonical = canonicalOfHidden[hidden];
  return canonical !== undefined && listed.includes(canonical) ? canonical : hidden;
}

/**
 * Reads the value of an enum parameter: whole words in any letter case, listed or hidden; white space is not trimmed.
 *
 * @param parameter a parameter of type enum
 * @param text the setting's value
 * @param major the server's major
 */
export function readEnum(parameter: Parameter, text: string, major: Major): ValueReading {
  const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const listed = parameter.values?.find((value) => value.toLowerCase() === lower);
  if (listed !== undefined && parameter.buildValues?.includes(listed)) {
    return undecidable(`${parameter.name} = ${listed} needs a server that was built with it`, listed);
  }
  if (listed === 'debug2' && major < 12) return accept('debug');
  if (listed === 'on' && parameter.name === 'wal_compression') return accept(walCompressionOn(major));
  if (listed !== undefined) return accept(listed);
  const hidden = parameter.hiddenValues?.find((value) => value.toLowerCase() === lower);
  if (hidden !== undefined) {
    return accept(canonicalSpelling(parameter, hidden, major));
  }
  const values = (parameter.values ?? []).filter((value) => value !== '');
  return refuse(
    `'${text}' is not a value of ${parameter.name}; PostgreSQL ${major} knows ${listWords(values)}.`,
    closestWord(text.trim(), values),
  );
}
