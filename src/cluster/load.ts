import type { Major } from '../catalog/majors.js';
import type { FileSystem } from '../files/file-system.js';
import { folderOf, resolvePath } from '../files/paths.js';
import {
  createFileReader,
  type FileReader,
  type FileReaderOptions,
  isOpenError,
  type OpenError,
} from './file-reader.js';
import type { ClusterDefinition } from './find/definition.js';
import { type AuthKind, FileLocator } from './find/locate.js';
import { readHba } from './records/hba.js';
import { readHosts } from './records/hosts.js';
import { readIdent } from './records/ident.js';
import { readConfiguration } from './settings/configuration.js';
import type { Cluster, NamedFile } from './types.js';

/**
 * Reads a cluster as a server of one major does: its settings, and the authentication files that belong to them.
 *
 * Files that cannot be read make no error here: the cluster says what it knows, and `unreadFiles` what is missing.
 *
 * @param definition which files make the cluster
 * @param fileSystem where the files are
 * @param target the server's major
 * @param options the bounds of reading
 */
export function loadCluster(
  definition: ClusterDefinition,
  fileSystem: FileSystem,
  target: Major,
  options: FileReaderOptions,
): Cluster {
  const reader = createFileReader(fileSystem, target, options);
  const locator = new FileLocator(definition, reader);
  const paths = { main: definition.main, auto: locator.auto };
  const configuration = readConfiguration(reader, paths, target, locator.mapOutside);
  const unreadFiles: OpenError[] = [];

  function locate(kind: AuthKind): string | undefined {
    // Majors before 19 know no hosts_file; a loose pg_hosts.conf is read all the same.
    if (kind === 'hosts' && target < 19 && definition.hosts === undefined) return undefined;
    const entry = configuration.get(FileLocator.parameterOf(kind)).entry;
    const { path, failure } = locator.auth(kind, entry?.value);
    if (failure !== undefined) unreadFiles.push(failure);
    return path;
  }

  function read<T extends object>(kind: AuthKind, readFile: (path: string) => T | OpenError): T | undefined {
    const path = locate(kind);
    if (path === undefined) return undefined;
    const reading = readFile(path);
    if (!isOpenError(reading)) return reading;
    unreadFiles.push(reading);
    return undefined;
  }

  const auto = paths.auto;
  return {
    target,
    folder: definition.folder,
    complete:
      definition.complete &&
      configuration.main !== undefined &&
      configuration.unread.every((failure) => failure.path === auto),
    configuration,
    hba: read('hba', (path) => readHba(path, reader, configuration, target)),
    ident: read('ident', (path) => readIdent(path, reader, target)),
    hosts: read('hosts', (path) => readHosts(path, reader, target)),
    unreadFiles,
    files: [...reader.opened],
    fileNamedBy: (parameter) => readNamed(configuration.get(parameter).value, locator, reader),
  };
}

/** Certificates and keys are a few kilobytes, chains of them a few more. */
const largestNamedFile = 1024 * 1024;

function readNamed(value: string | undefined, locator: FileLocator, reader: FileReader): NamedFile | undefined {
  const path = value === undefined ? undefined : locator.named(value);
  const { fileSystem } = reader;
  if (path === undefined || !reader.isReachable(path) || fileSystem.kind(path) !== 'file') return undefined;
  if (fileSystem.size(path) > largestNamedFile) return undefined;
  const source = fileSystem.read(path);
  if (source === undefined || source.notText !== undefined) return undefined;
  const folders = [folderOf(path), locator.folder];
  const isOnServer = folders.some((folder) => fileSystem.kind(resolvePath(folder, 'PG_VERSION')) === 'file');
  return { path, text: source.text, isOnServer };
}
