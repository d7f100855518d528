import type { Major } from '../../src/catalog/majors.js';
import type { Configuration } from '../../src/cluster/types.js';
import { MemoryFileSystem } from '../../src/files/memory-file-system.js';
import { readConfiguration } from '../../src/formats/conf/read.js';
import { createFileReader } from '../../src/formats/file-reader.js';

/** The configuration that one postgresql.conf makes. */
export function confOf(text: string, target: Major): Configuration {
  const reader = createFileReader(new MemoryFileSystem({ '/d/postgresql.conf': text }), target, { workspace: ['/d'] });
  return readConfiguration(reader, { main: '/d/postgresql.conf', auto: '/d/postgresql.auto.conf' }, target);
}
