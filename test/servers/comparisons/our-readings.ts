/** Our side: the files of a data folder in memory, through the same code as `pgconflint show`. */
import type { Major } from '../../../src/catalog/majors.js';
import type { ClusterDefinition } from '../../../src/cluster/find/definition.js';
import { loadCluster } from '../../../src/cluster/load.js';
import { startupErrors } from '../../../src/cluster/startup/index.js';
import type { Cluster } from '../../../src/cluster/types.js';
import { readFileSettings } from '../../../src/cluster/views/file-settings.js';
import { hbaRows, hostsRows, identRows } from '../../../src/cluster/views/views.js';
import { MemoryFileSystem } from '../../../src/files/memory-file-system.js';
import { relativePath } from '../../../src/files/paths.js';
import { createFileReader } from '../../../src/formats/file-reader.js';
import type { Files } from '../generators/conf-trees.js';
import { inSomeBuilds, type Readings } from './readings.js';
import type { Row } from './rows.js';

const folder = '/data';
const options = { workspace: [folder], followOutside: true };
const paths = { main: `${folder}/postgresql.conf`, auto: `${folder}/postgresql.auto.conf` };

const definition: ClusterDefinition = {
  id: paths.main,
  path: paths.main,
  folder,
  main: paths.main,
  extent: 'whole',
  auto: undefined,
  hba: undefined,
  ident: undefined,
  hosts: undefined,
  targets: undefined,
  targetSource: undefined,
};

function fileSystemOf(files: Files): MemoryFileSystem {
  return new MemoryFileSystem(
    Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content])),
  );
}

/** The cluster in a data folder that is kept in memory. */
export function loadInMemory(files: Files, major: Major): Cluster {
  return loadCluster(definition, fileSystemOf(files), major, options);
}

/** What there is of a main file that does not exist. */
const nothing = { rows: [], loads: false } as const;

/** What a start refuses while it reads values, though each by itself is right: `postgres -C` sees these and no others. */
const whileReading = new Set(['statistics-exclude-each-other', 'two-recovery-targets', 'too-many-processes']);

function startReads({ configuration }: Cluster, major: Major): boolean | undefined {
  if (configuration.loads !== true) return configuration.loads;
  return !startupErrors(configuration, major).some(
    ({ code }) => whileReading.has(code) && !(code === 'too-many-processes' && major >= 18),
  );
}

/** Our readings of data folders. */
export const readings: Readings = {
  hba(files, major) {
    const { hba } = loadInMemory(files, major);
    return hba ? { rows: hbaRows(hba, major) as unknown as Row[], loads: hba.loads } : nothing;
  },
  ident(files, major) {
    const { ident } = loadInMemory(files, major);
    return ident ? { rows: identRows(ident) as unknown as Row[], loads: ident.loads } : nothing;
  },
  hosts(files, major) {
    const { hosts } = loadInMemory(files, major);
    if (hosts === undefined) return nothing;
    const codes = (hosts.rows ?? hosts.entries).map((row) => ('type' in row ? row.error : row)?.code);
    const rows = hostsRows(hosts).map((row, index) => ({ ...row, code: codes[index] }));
    return { rows, loads: hosts.loads };
  },
  settings(files, major) {
    const cluster = loadInMemory(files, major);
    const { configuration } = cluster;
    const key = (path: string, line: number) => `${relativePath(path, folder)}:${line}`;
    const rows = readFileSettings(createFileReader(fileSystemOf(files), major, options), paths, major).map((row) => ({
      ...row,
      sourcefile: row.sourcefile === null ? null : relativePath(row.sourcefile, folder),
    }));
    const open = configuration.entries.flatMap(({ file, line, name, parameter, reading, dropped }) => {
      if (dropped) return [];
      if (parameter?.needsBuild !== undefined)
        return [[key(file.path, line), `${parameter.name}: ${inSomeBuilds}`]] as const;
      if (reading === undefined || reading.ok !== undefined) return [];
      return [[key(file.path, line), `${parameter?.name ?? name}: ${reading.reason}`]] as const;
    });
    return {
      rows,
      loads: startReads(cluster, major),
      open: new Map(open),
      syntaxErrors: new Set(configuration.syntaxErrors.map(({ file, node }) => key(file.path, node.line))),
      canonical(name) {
        const { reading } = configuration.get(name);
        return reading?.ok ? reading.canonical : undefined;
      },
    };
  },
};
