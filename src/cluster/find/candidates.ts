import type { FileSystem } from '../../files/file-system.js';
import { LookBound } from '../../files/look-bound.js';
import { defaultMaximumSize } from '../../files/maximum-size.js';
import { baseNameOf, folderOf } from '../../files/paths.js';
import { walk } from '../../files/walk.js';
import { isMainName, recordFileNames } from '../../formats/names.js';
import { kindByName } from '../../formats/recognize.js';

/** Folders above a file that are looked through for a root that includes it. */
const levelsAbove = 8;
/** Where none of those has it: levels below each of them, and folders in all. */
const levelsBelow = 3;
const foldersBelow = 100;
/** And so many names in them, of which each may be a folder. */
const namesBelow = 100_000;

/** Files that belong to the main file in their folder although no text names them. */
const besideMain = new RegExp(
  `^(?:${[...recordFileNames, 'postgresql.auto.conf'].join('|').replaceAll('.', '\\.')})`,
  'i',
);

/** What bounds the search for roots. */
export interface CandidateOptions {
  /** Whether roots are looked for in a folder at all. */
  mayLook(folder: string): boolean;
  /** Leaves out files and folders; `asked` is the path on whose behalf they are looked at. */
  ignores(path: string, isFolder: boolean, asked: string): boolean;
}

/**
 * Finds the files that may be the root of a file: by their names, and only then by what they hold. Nothing is read of a
 * folder that cannot hold a root.
 */
export class Candidates {
  readonly #fileSystem: FileSystem;
  readonly #options: CandidateOptions;
  readonly #near = new Map<string, string[]>();
  readonly #far = new Map<string, string[][]>();
  readonly #texts = new Map<string, string>();

  /** @param fileSystem where the files are; a SnapshotFileSystem reads nothing twice */
  constructor(fileSystem: FileSystem, options: CandidateOptions) {
    this.#fileSystem = fileSystem;
    this.#options = options;
  }

  /** The files in a path's folder and in those above it that may be its root, as a walk comes upon them; no other folder is listed. */
  near(path: string): string[] {
    const found = this.#foldersAbove(path)
      .reverse()
      .flatMap((folder) => this.#namedIn(folder, path));
    return this.#thatMayHave(found, path);
  }

  /** The same in a few folders below those, level by level, from the nearest one upwards. */
  *far(path: string): Generator<string[]> {
    for (const level of this.#below(path)) yield this.#thatMayHave(level, path);
  }

  /** Those of some files that may be the root of a path. What belongs to a main file by its place counts as named by it. */
  #thatMayHave(files: readonly string[], path: string): string[] {
    const kept = new Set(files.filter((one) => one === path || this.#mayHave(one, path)));
    const folders = new Set([...kept].filter((one) => besideMain.test(baseNameOf(one))).map(folderOf));
    const standsBeside = (one: string) =>
      (isMainName(one) || besideMain.test(baseNameOf(one))) && folders.has(folderOf(one));
    return files.filter((one) => kept.has(one) || standsBeside(one));
  }

  /** The folders within the bounds in which a path stands, the nearest first. */
  #foldersAbove(path: string): string[] {
    const folders: string[] = [];
    for (let at = folderOf(path); folders.length < levelsAbove; at = folderOf(at)) {
      if (!this.#options.mayLook(at)) break;
      folders.push(at);
      if (at === folderOf(at)) break;
    }
    return folders;
  }

  #namedIn(folder: string, asked: string): string[] {
    const known = this.#near.get(folder);
    if (known !== undefined) return known;
    const ignores = (path: string, isFolder: boolean) => this.#options.ignores(path, isFolder, asked);
    const files = walk(this.#fileSystem, folder, { depth: 0, folders: 1, ignores }, isRootName);
    this.#near.set(folder, files);
    return files;
  }

  #below(path: string): string[][] {
    const start = folderOf(path);
    const known = this.#far.get(start);
    if (known !== undefined) return known;
    const ignores = (one: string, isFolder: boolean) => this.#options.ignores(one, isFolder, path);
    const seen = new Set<string>();
    const bound = new LookBound(namesBelow);
    const levels = this.#foldersAbove(path).map((folder) =>
      walk(this.#fileSystem, folder, { depth: levelsBelow, folders: foldersBelow, seen, ignores, bound }, isRootName),
    );
    this.#far.set(start, levels);
    return levels;
  }

  /**
   * Whether a root by its name may have a file: it names the file or its folder, includes something that may, or is the
   * main file beside it.
   */
  #mayHave(root: string, path: string): boolean {
    const name = baseNameOf(path);
    const folder = folderOf(path);
    if (folderOf(root) === folder && besideMain.test(name) && (isMainName(root) || besideMain.test(baseNameOf(root))))
      return true;
    const text = this.#textOf(root);
    // A name may be written with escapes, or in a file that is included.
    const mayHide = kindByName(root) === 'conf' || isMainName(root) ? /\\|''|^\s*include/m : /^\s*@?include|@/m;
    return mayHide.test(text) || text.includes(name.toLowerCase()) || text.includes(baseNameOf(folder).toLowerCase());
  }

  /** What stands in a file outside of whole lines of comments, in small letters. */
  #textOf(path: string): string {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    const isRead = this.#fileSystem.kind(path) === 'file' && this.#fileSystem.size(path) <= defaultMaximumSize;
    const text = isRead ? (this.#fileSystem.read(path)?.text ?? '') : '';
    const lines = text.split(/[\r\n]+/).filter((line) => !/^\s*(?:#|$)/.test(line));
    const live = lines.join('\n').toLowerCase();
    this.#texts.set(path, live);
    return live;
  }
}

function isRootName(name: string): boolean {
  return kindByName(name) !== undefined || isMainName(name);
}
