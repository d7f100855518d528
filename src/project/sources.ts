import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { carries, carriesNothing, saysCarriesNothing } from '../carriers/carries.js';
import { carriers } from '../carriers/index.js';
import { decode, whyNotText } from '../files/decode.js';
import type { FileSystem, SourceText } from '../files/file-system.js';
import { defaultMaximumSize } from '../files/maximum-size.js';
import { nodeFileSystem } from '../files/node-file-system.js';
import { OverlayFileSystem } from '../files/overlay-file-system.js';
import { relativePath, toCorePath } from '../files/paths.js';
import { SnapshotFileSystem } from '../files/snapshot-file-system.js';
import { walk } from '../files/walk.js';
import type { TreeCache } from '../formats/reader.js';
import { kindByContent, kindByName } from '../formats/recognize.js';
import type { Configuration } from '../linter/configuration/configuration.js';
import type { LintSource } from '../linter/engine/lint.js';
import type { FileKind } from '../syntax/nodes.js';
import type { RunCache } from './cache/run-cache.js';
import { cannotRead } from './cannot-read.js';
import type { Configured } from './configured.js';
import { type Bounds, boundsOf, type ClusterSearch, type FoundSource, finderFor, sourceOf } from './find-clusters.js';
import { type FoundFiles, findFiles } from './find-files.js';
import { ProjectError } from './project-error.js';

export interface ReadSources {
  sources: FoundSource[];
  /** Where files may be read. */
  bounds: Bounds;
  /** Whether a path is a file of one of the clusters that were looked at. */
  isMember(path: string): boolean;
  /** The files as they are on the disk, or on standard input. */
  fileSystem: FileSystem;
  /** The same clusters with other texts in place of those of some files; what they include may differ. */
  withTexts(texts: ReadonlyMap<string, string>): LintSource[];
  /** The path that standard input goes by, where it is read. */
  standardInput: string | undefined;
  /** What could not be read, each one plain sentence. */
  failures: string[];
}

/** Which files a person asks for. */
export interface SourceOptions {
  /** Files, folders or globs, as written; none means the current folder. */
  paths: readonly string[];
  /** The kind of the files, where names do not tell. */
  kind: FileKind | undefined;
  /** Whether standard input is read in place of files. */
  stdin: boolean;
  /** The path that standard input goes by. */
  stdinFilename: string | undefined;
  /** Whether files outside the bounds are read too. */
  followOutside: boolean;
  /** Whether files that are none of PostgreSQL's are passed over. */
  ignoreUnknown: boolean;
}

/** Where a project is looked at from. */
export interface Surroundings {
  /** The current folder. */
  cwd: string;
  /** The files; the disk where it is left out. */
  files?: FileSystem | undefined;
  readStandardInput(): Promise<Uint8Array>;
}

/**
 * Finds the clusters that a person asks for.
 *
 * @param options what the person asked for
 * @param configured tells what is left out, and which files make a cluster
 * @param cache what earlier runs found out; standard input has no part in it
 * @throws ProjectError where standard input cannot be used
 */
export async function readSources(
  options: SourceOptions,
  { configuration, work }: Configured,
  surroundings: Surroundings,
  cache?: RunCache,
): Promise<ReadSources> {
  const disk = new SnapshotFileSystem(surroundings.files ?? nodeFileSystem);
  if (options.stdin) {
    const { fileSystem, path } = await standardInput(options, disk, surroundings);
    const found = { files: [path], folders: [] };
    const find = (from: FileSystem) => findSources(found, from, options, configuration, surroundings);
    return { ...(await work(() => reading(find, fileSystem))), standardInput: path, failures: [] };
  }
  const found = await findFiles(options.paths, surroundings.cwd);
  const failures = [...found.failures];
  const kept = await work(() => found.files.filter((path) => !configuration.isIgnored(toCorePath(path))));
  const files = kept.filter((path) => isReadable(path, disk, options, failures, surroundings.cwd));
  const find = (from: FileSystem) => {
    const lasting = from === disk || cache?.writesFixes === true;
    const recalling = cache === undefined ? undefined : { cache, lasting };
    return findSources({ ...found, files }, from, options, configuration, surroundings, recalling);
  };
  const read = await work(() => reading(find, disk));
  // Hooks pass whatever changed: files that a configuration leaves out are no failure.
  if (kept.length < found.files.length) return { ...read, standardInput: undefined, failures };
  if (read.sources.length === 0 && failures.length === 0 && !options.ignoreUnknown)
    failures.push(nothingFound(options.paths), ...deniedBelow(found.folders, disk, surroundings.cwd));
  return { ...read, standardInput: undefined, failures };
}

type Found = Pick<ReadSources, 'sources' | 'bounds' | 'isMember'>;

function reading(
  find: (fileSystem: FileSystem) => Found,
  fileSystem: FileSystem,
): Found & Pick<ReadSources, 'fileSystem' | 'withTexts'> {
  const withTexts = (texts: ReadonlyMap<string, string>) => {
    const overlay = new OverlayFileSystem(fileSystem);
    for (const [path, text] of texts) overlay.open(path, text, fileSystem.read(path)?.encoding);
    return find(overlay).sources;
  };
  return { ...find(fileSystem), fileSystem, withTexts };
}

function findSources(
  found: Pick<FoundFiles, 'files' | 'folders'> & Partial<FoundFiles>,
  fileSystem: FileSystem,
  options: SourceOptions,
  configuration: Configuration,
  surroundings: Surroundings,
  recalling?: { cache: RunCache; lasting: boolean },
): Found {
  const trees: TreeCache = new Map();
  const paths = [...found.files, ...found.folders].map(toCorePath);
  const bounds = boundsOf(paths, toCorePath(surroundings.cwd), fileSystem, options.followOutside);
  const search: ClusterSearch = {
    paths,
    fileSystem,
    bounds,
    trees,
    ignores: found.ignores,
    kindOf: () => options.kind,
    namedByTool: options.ignoreUnknown,
  };
  const cache = recalling?.cache;
  if (cache === undefined) {
    const finder = finderFor(search, configuration);
    const sources = finder.find(paths).map((cluster) => sourceOf(cluster, fileSystem, finder.readerOptions));
    return { sources, bounds, isMember: (path) => finder.isMember(path) };
  }
  const reading = { fileSystem, trees, carriers, bounds, lasting: recalling?.lasting ?? false };
  const finder = finderFor({ ...search, recallRoot: cache.recallRoot(reading) }, configuration);
  const sources = finder.find(paths).map(
    (cluster): FoundSource => ({
      ...sourceOf(cluster, fileSystem, finder.readerOptions),
      recall: (targets, judge) =>
        cache.recallJudgement(cluster, targets, reading, (observed, seen) =>
          judge(sourceOf(cluster, observed, { ...finder.readerOptions, trees: seen }).load),
        ),
    }),
  );
  return { sources, bounds, isMember: (path) => finder.isMember(path) };
}

/** Whether a file that was asked for holds text of a configuration; if not, says why. */
function isReadable(
  path: string,
  fileSystem: FileSystem,
  options: SourceOptions,
  failures: string[],
  cwd: string,
): boolean {
  const corePath = toCorePath(path);
  const name = relativePath(corePath, toCorePath(cwd));
  if (fileSystem.size(corePath) > defaultMaximumSize) {
    failures.push(
      `${name} is larger than any configuration file (${defaultMaximumSize / 2 ** 20} MiB) and is not read.`,
    );
    return false;
  }
  const source = fileSystem.kind(corePath) === 'file' ? fileSystem.read(corePath) : undefined;
  if (source === undefined) {
    failures.push(cannotRead(corePath, name));
    return false;
  }
  const isKnown = kindByName(path) !== undefined || carries(corePath, source, fileSystem);
  if (options.ignoreUnknown && !isKnown && kindByContent(source.text) === undefined) return false;
  if (options.kind === undefined && carriesNothing(corePath, source, fileSystem)) {
    failures.push(saysCarriesNothing(name));
    return false;
  }
  if (source.notText === undefined) return true;
  failures.push(`${name}: ${source.notText}`);
  return false;
}

async function standardInput(
  options: SourceOptions,
  disk: FileSystem,
  surroundings: Surroundings,
): Promise<{ fileSystem: FileSystem; path: string }> {
  const bytes = await surroundings.readStandardInput();
  const notText = whyNotText(bytes);
  if (notText !== undefined) throw new ProjectError(`Standard input: ${notText}`);
  const name = options.stdinFilename ?? standardName(options, decode(bytes).text);
  const path = toCorePath(resolve(surroundings.cwd, name));
  const fileSystem = new OverlayFileSystem(disk);
  fileSystem.open(path, decode(bytes).text);
  return { fileSystem, path };
}

/** A name of its own, so that nothing on the disk takes it for a part of a cluster. */
function standardName(options: SourceOptions, text: string): string {
  const kind = options.kind ?? kindByContent(text);
  if (kind === undefined) {
    throw new ProjectError(
      'Standard input does not tell what it is; write --kind hba, or --stdin-filename pg_hba.conf.',
    );
  }
  return kind === 'conf' ? 'postgresql.stdin.conf' : `pg_${kind}.stdin.conf`;
}

function nothingFound(paths: readonly string[]): string {
  const where = paths.length === 0 ? 'The current folder' : paths.join(', ');
  const looked =
    'pg_hba*.conf, pg_ident*.conf, pg_hosts*.conf, postgresql*.conf, and the same with .sample or the ending of a template';
  return `${where} holds no file to check; looked for ${looked}.`;
}

/** So many folders that may not be read are named. */
const mostNamed = 5;

/** What to say of folders that may not be listed, where nothing was found: what is looked for may be in one of them. */
function deniedBelow(folders: readonly string[], fileSystem: FileSystem, cwd: string): string[] {
  const denied: string[] = [];
  const noting: FileSystem = {
    kind: (path) => {
      const kind = fileSystem.kind(path);
      if (kind === 'unreadable' && statSync(path, { throwIfNoEntry: false })?.isDirectory()) denied.push(path);
      return kind;
    },
    size: (path) => fileSystem.size(path),
    read: (path) => fileSystem.read(path),
    list: (path) => fileSystem.list(path),
    realPath: (path) => fileSystem.realPath(path),
  };
  for (const folder of folders) walk(noting, toCorePath(folder), { depth: 64, folders: 20_000 }, () => false);
  const named = denied.slice(0, mostNamed).map((path) => cannotRead(path, relativePath(path, toCorePath(cwd))));
  const more = denied.length - named.length;
  return more === 0 ? named : [...named, `${more} more folder${more === 1 ? '' : 's'} cannot be read.`];
}
