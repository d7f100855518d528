/** Reads records and mappings out of memory, for tests. */

import type { Major } from '../../src/catalog/majors.js';
import type {
  Configuration,
  EffectiveSetting,
  HbaReading,
  HostsReading,
  IdentReading,
} from '../../src/cluster/types.js';
import { type MemoryEntry, MemoryFileSystem } from '../../src/files/memory-file-system.js';
import { createFileReader } from '../../src/formats/file-reader.js';
import { readHba } from '../../src/formats/hba/read.js';
import { readHosts } from '../../src/formats/hosts/read.js';
import { readIdent } from '../../src/formats/ident/read.js';
import { isOpenError } from '../../src/formats/open-error.js';

/** A configuration that sets a few parameters and knows no defaults. */
export function configurationOf(settings: Readonly<Record<string, boolean | string>>): Configuration {
  const get = (name: string): EffectiveSetting => {
    const value = settings[name];
    const known = value !== undefined;
    const text = String(value);
    return {
      name,
      parameter: undefined,
      value: known ? text : undefined,
      reading: known ? { ok: true, value, canonical: text } : undefined,
      entry: known ? ({} as EffectiveSetting['entry']) : undefined,
      overridden: [],
    };
  };
  return { main: {}, get, files: [], entries: [], syntaxErrors: [], includeErrors: [] } as unknown as Configuration;
}

/** The settings of the servers that judged the cases: TLS is on, and there is no validator library. */
export const judges = configurationOf({ ssl: true });

type Files = Readonly<Record<string, MemoryEntry>>;

function readerOf(kind: string, text: string | Uint8Array, target: Major, files: Files) {
  const entries: Record<string, MemoryEntry> = { [`/data/pg_${kind}.conf`]: text };
  for (const [name, entry] of Object.entries(files)) entries[`/data/${name}`] = entry;
  return createFileReader(new MemoryFileSystem(entries), target, { workspace: ['/data'] });
}

/** Reads a text as pg_hba.conf. */
export function hba(text: string | Uint8Array, target: Major, files: Files = {}, configuration = judges): HbaReading {
  const reading = readHba('/data/pg_hba.conf', readerOf('hba', text, target, files), configuration, target);
  if (isOpenError(reading)) throw new Error(reading.explanation);
  return reading;
}

/** Reads a text as pg_ident.conf. */
export function ident(text: string | Uint8Array, target: Major, files: Files = {}): IdentReading {
  const reading = readIdent('/data/pg_ident.conf', readerOf('ident', text, target, files), target);
  if (isOpenError(reading)) throw new Error(reading.explanation);
  return reading;
}

/** Reads a text as pg_hosts.conf. */
export function hosts(text: string | Uint8Array, target: Major, files: Files = {}): HostsReading {
  const reading = readHosts('/data/pg_hosts.conf', readerOf('hosts', text, target, files), target);
  if (isOpenError(reading)) throw new Error(reading.explanation);
  return reading;
}
