import type { Major } from '../../src/catalog/majors.js';
import { createFileReader } from '../../src/cluster/file-reader.js';
import { readConfiguration } from '../../src/cluster/settings/configuration.js';
import type { Configuration } from '../../src/cluster/types.js';
import { MemoryFileSystem } from '../../src/files/memory-file-system.js';

/** The configuration that one postgresql.conf makes. */
export function confOf(text: string, target: Major): Configuration {
  const reader = createFileReader(new MemoryFileSystem({ '/d/postgresql.conf': text }), target, { workspace: ['/d'] });
  return readConfiguration(reader, { main: '/d/postgresql.conf', auto: '/d/postgresql.auto.conf' }, target);
}
