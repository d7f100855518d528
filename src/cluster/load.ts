import type { Major } from '../catalog/majors.js';
import type { FileSystem } from '../files/file-system.js';
import { compareBytes, folderOf, resolvePath } from '../files/paths.js';
import { underCommandLine } from '../formats/conf/command-line.js';
import { createFileReader } from '../formats/file-reader.js';
import { formats, type ReadingOf, type Readings, recordFormats } from '../formats/index.js';
import { isOpenError, type OpenError } from '../formats/open-error.js';
import type { FileReader, FileReaderOptions } from '../formats/reader.js';
import { authKinds } from '../syntax/kinds.js';
import type { AuthKind } from '../syntax/nodes.js';
import type { ClusterDefinition } from './find/definition.js';
import { FileLocator } from './find/locate.js';
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
  const inFiles = formats.conf.read(reader, paths, target, locator.mapOutside);
  const { commandLine, oldVersion, targetSource, isContainer, container } = definition;
  const configuration = commandLine === undefined ? inFiles : underCommandLine(inFiles, commandLine, target);
  const unreadFiles: OpenError[] = [];

  function locate(kind: AuthKind): string | undefined {
    const { since, parameter } = recordFormats[kind];
    // Majors that do not know the parameter read no such file; a loose one is read all the same.
    if (since !== undefined && target < since && definition[kind] === undefined) return undefined;
    const entry = configuration.get(parameter).entry;
    const { path, failure } = locator.auth(kind, entry?.value);
    if (failure !== undefined) unreadFiles.push(failure);
    return path;
  }

  function read<Kind extends AuthKind>(kind: Kind): ReadingOf<Kind> | undefined {
    const path = locate(kind);
    if (path === undefined) return undefined;
    const reading = recordFormats[kind].read(path, reader, configuration, target);
    if (!isOpenError(reading)) return reading as ReadingOf<Kind>;
    unreadFiles.push(reading);
    return undefined;
  }

  const readings = Object.fromEntries(authKinds.map((kind) => [kind, read(kind)])) as Readings;
  const { auto } = paths;
  const isReadWhole =
    configuration.main !== undefined && configuration.unread.every((failure) => failure.path === auto);
  return {
    target,
    folder: definition.folder,
    ...(oldVersion === undefined ? {} : { oldVersion: { version: oldVersion, source: targetSource ?? '' } }),
    ...(isContainer === undefined ? {} : { isContainer }),
    ...(container === undefined ? {} : { container }),
    extent: isReadWhole ? definition.extent : 'snippet',
    configuration,
    ...readings,
    unreadFiles,
    files: [...reader.opened],
    fileNamedBy: (parameter) => {
      const { value } = configuration.get(parameter);
      return readNamed(value === undefined ? undefined : locator.named(value), locator, reader);
    },
    namesIn: (path) => namesIn(resolvePath(definition.folder, path), reader),
    fileAt: (path) => readNamed(resolvePath(definition.folder, path), locator, reader),
  };
}

/** Certificates and keys are a few kilobytes, chains of them a few more. */
const largestNamedFile = 1024 * 1024;

function readNamed(path: string | undefined, locator: FileLocator, reader: FileReader): NamedFile | undefined {
  const { fileSystem } = reader;
  if (path === undefined || !reader.isReachable(path) || fileSystem.kind(path) !== 'file') return undefined;
  if (fileSystem.size(path) > largestNamedFile) return undefined;
  const source = fileSystem.read(path);
  if (source === undefined || source.notText !== undefined) return undefined;
  const folders = [folderOf(path), locator.folder];
  const isOnServer =
    folders.some((folder) => fileSystem.kind(resolvePath(folder, 'PG_VERSION')) === 'file') &&
    !isInRepository(locator.folder, reader);
  return { path, text: source.text, isOnServer };
}

function namesIn(folder: string, { fileSystem, isReachable }: FileReader): string[] {
  if (!isReachable(folder) || fileSystem.kind(folder) !== 'directory') return [];
  return fileSystem.list(folder).sort(compareBytes);
}

/** Whether a folder that may be read has a Git repository around it: then it is no server's, whatever else is in it. */
function isInRepository(folder: string, { fileSystem, isReachable }: FileReader): boolean {
  for (let each = folder; isReachable(each); each = folderOf(each)) {
    if (fileSystem.kind(resolvePath(each, '.git')) !== 'missing') return true;
    if (each === folderOf(each)) return false;
  }
  return false;
}
