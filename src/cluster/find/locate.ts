import { baseNameOf, folderOf, isAbsolutePath, resolvePath } from '../../files/paths.js';
import { type ConfEvent, ConfSequenceReader, type MapOutside } from '../../formats/conf/includes.js';
import { recordFormats } from '../../formats/index.js';
import { suffixOf } from '../../formats/names.js';
import { isOpenError, type OpenError, openError } from '../../formats/open-error.js';
import type { FileReader } from '../../formats/reader.js';
import type { AuthKind } from '../../syntax/nodes.js';
import type { ClusterDefinition } from './definition.js';

/** Where a setting says that an authentication file is. */
export interface LocatedFile {
  path: string | undefined;
  /** Why the file that a setting names is not read. */
  failure: OpenError | undefined;
}

/**
 * Finds the files of a cluster that its settings name: postgresql.auto.conf by data_directory, the authentication
 * files by hba_file and the like, or all of them beside the main file.
 */
export class FileLocator {
  readonly #definition: ClusterDefinition;
  readonly #reader: FileReader;
  #dataDirectory: string | undefined | null = null;

  /**
   * @param definition which files make the cluster
   * @param reader opens files, and knows the workspace
   */
  constructor(definition: ClusterDefinition, reader: FileReader) {
    this.#definition = definition;
    this.#reader = reader;
  }

  /**
   * Where an absolute path leads that stands outside the workspace: repositories often hold an image of a server's root
   * folder (`image/etc/postgresql/…`), so each folder above the main file may be that root.
   */
  readonly mapOutside: MapOutside = (path) => {
    if (this.#exists(path)) return undefined;
    for (let root = this.#definition.folder; ; root = folderOf(root)) {
      const mapped = root === '/' ? path : root + path.replace(/^[A-Za-z]:/, '');
      if (!this.#reader.isReachable(root) || root === folderOf(root)) return undefined;
      if (this.#reader.fileSystem.kind(mapped) !== 'missing') return mapped;
    }
  };

  /** The folder of the configuration. */
  get folder(): string {
    return this.#definition.folder;
  }

  /** The data folder as data_directory names it; undefined where nothing does. */
  get dataDirectory(): string | undefined {
    if (this.#dataDirectory === null) this.#dataDirectory = this.#findDataDirectory();
    return this.#dataDirectory;
  }

  /** postgresql.auto.conf: in the data folder, which is the main file's where data_directory names no other. */
  get auto(): string | undefined {
    const { auto, main, extent, folder } = this.#definition;
    if (auto !== undefined || main === undefined || extent !== 'whole' || suffixOf(main) !== '') return auto;
    return resolvePath(this.dataDirectory ?? folder, 'postgresql.auto.conf');
  }

  /**
   * An authentication file of the cluster.
   *
   * @param kind which one
   * @param setting the effective value of the parameter that names it
   */
  auth(kind: AuthKind, setting: string | undefined): LocatedFile {
    const explicit = this.#definition[kind];
    if (explicit !== undefined) return { path: explicit, failure: undefined };
    const { main, extent, folder } = this.#definition;
    if (main === undefined || extent !== 'whole') return this.#firstOf(this.#beside(kind), undefined);
    if (setting === undefined || setting === '') return this.#firstOf(this.#beside(kind), undefined);
    return this.#named(setting, folder);
  }

  /** Where a file is that a setting names by a path of its own: a certificate, a key. */
  named(setting: string): string | undefined {
    const { main, extent, folder } = this.#definition;
    return main === undefined || extent !== 'whole' || setting === '' ? undefined : this.#named(setting, folder).path;
  }

  #named(setting: string, folder: string): LocatedFile {
    // A relative name starts at the folder from which the server was started: mostly the data folder.
    if (!isAbsolutePath(setting, folder)) {
      const places = [resolvePath(folder, setting)];
      if (this.dataDirectory !== undefined) places.push(resolvePath(this.dataDirectory, setting));
      return this.#firstOf(places, places[0]);
    }
    const path = resolvePath(folder, setting);
    const places = [path, this.mapOutside(path)];
    // Repositories keep side by side what a container has elsewhere.
    if (!this.#reader.isInWorkspace(path)) places.push(resolvePath(folder, baseNameOf(path)));
    return this.#firstOf(places, path);
  }

  #firstOf(places: readonly (string | undefined)[], named: string | undefined): LocatedFile {
    const path = places.find((place) => place !== undefined && this.#exists(place));
    if (path !== undefined || named === undefined) return { path, failure: undefined };
    const reason = this.#reader.isReachable(named) ? 'missing' : 'outside';
    return { path: undefined, failure: openError(named, reason) };
  }

  #exists(path: string): boolean {
    return this.#reader.isReachable(path) && this.#reader.fileSystem.kind(path) !== 'missing';
  }

  /** Where the server looks by itself: the folder of its configuration. `.sample` files belong to each other. */
  #beside(kind: AuthKind): string[] {
    const { path, folder, extent, main } = this.#definition;
    if (main !== undefined && extent !== 'whole') return [];
    const suffix = suffixOf(path);
    const places = [resolvePath(folder, recordFormats[kind].fileName + suffix)];
    if (suffix === '' && this.dataDirectory !== undefined) {
      places.push(resolvePath(this.dataDirectory, recordFormats[kind].fileName));
    }
    return places;
  }

  #findDataDirectory(): string | undefined {
    const { main, extent, folder } = this.#definition;
    if (main === undefined || extent !== 'whole') return undefined;
    const sequence = new ConfSequenceReader(
      this.#reader,
      { target: this.#reader.target, errorsPerFile: 100, stopAsServer: false },
      this.mapOutside,
    );
    if (isOpenError(sequence.read(main))) return undefined;
    const value = lastValue(sequence.events, 'data_directory');
    if (value === undefined || value === '') return undefined;
    const path = resolvePath(folder, value);
    return this.mapOutside(path) ?? path;
  }
}

/** What the last entry of a name sets, its letter case aside. */
export function lastValue(events: readonly ConfEvent[], name: string): string | undefined {
  const event = events.findLast((one) => one.type === 'setting' && one.node.name.value.toLowerCase() === name);
  return event?.type === 'setting' ? event.node.value.value : undefined;
}
