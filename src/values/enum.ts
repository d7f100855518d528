import type { Major } from '../catalog/majors.js';
import type { Parameter } from '../catalog/types.js';
import { closestWord, listWords } from './words.js';
import type { ValueReading } from './types.js';

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

function canonicalSpelling(parameter: Parameter, hidden: string): string {
  const listed = parameter.values ?? [];
  // password_encryption was a boolean before 10; its "on" has meant md5 since.
  if (parameter.name === 'password_encryption') return 'md5';
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
  if (listed !== undefined) return { ok: true, value: listed, canonical: listed };
  const hidden = parameter.hiddenValues?.find((value) => value.toLowerCase() === lower);
  if (hidden !== undefined) {
    const canonical = canonicalSpelling(parameter, hidden);
    return { ok: true, value: canonical, canonical };
  }
  const needsBuild = buildDependent(parameter.name, lower, major);
  if (needsBuild !== undefined) return { ok: undefined, reason: needsBuild };
  const values = (parameter.values ?? []).filter((value) => value !== '');
  const suggestion = closestWord(text.trim(), values);
  const advice = suggestion === undefined ? '' : ` Write ${suggestion}.`;
  return {
    ok: false,
    code: 'invalid-value',
    message: `'${text}' is not a value of ${parameter.name}; PostgreSQL ${major} knows ${listWords(values)}.${advice}`,
    suggestion,
  };
}

/** Values that exist only where the server was built with a library or for another system. */
const built: { parameters: string[]; value: string; since: Major; until?: Major; needs: string }[] = [
  { parameters: ['wal_compression'], value: 'lz4', since: 15, needs: 'a server built with LZ4' },
  { parameters: ['wal_compression'], value: 'zstd', since: 15, needs: 'a server built with Zstandard' },
  { parameters: ['default_toast_compression'], value: 'lz4', since: 14, needs: 'a server built with LZ4' },
  { parameters: ['io_method'], value: 'io_uring', since: 18, needs: 'a server built with liburing, on Linux' },
  { parameters: ['wal_sync_method'], value: 'fsync_writethrough', since: 10, needs: 'macOS or Windows' },
  { parameters: ['wal_sync_method'], value: 'open_sync', since: 10, needs: 'a system that has O_SYNC' },
  { parameters: ['wal_sync_method'], value: 'open_datasync', since: 10, needs: 'a system that has O_DSYNC' },
  { parameters: ['dynamic_shared_memory_type', 'shared_memory_type'], value: 'windows', since: 10, needs: 'Windows' },
];

function buildDependent(name: string, value: string, major: Major): string | undefined {
  const entry = built.find(
    (one) =>
      one.parameters.includes(name) &&
      one.value === value &&
      major >= one.since &&
      (one.until === undefined || major <= one.until),
  );
  return entry === undefined ? undefined : `${name} = ${value} needs ${entry.needs}`;
}
