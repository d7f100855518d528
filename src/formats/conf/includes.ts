import type { Major } from '../../catalog/majors.js';
import { canonicalizePath } from '../../files/canonical-path.js';
import { baseNameOf, folderOf, isAbsolutePath, pathAsServerWrites, resolvePath } from '../../files/paths.js';
import type { ConfInclude, ConfSyntaxError, Setting } from '../../syntax/nodes.js';
import { missingSentence } from '../lines/reading-error.js';
import { isOpenError, type OpenError } from '../open-error.js';
import type { FileReader } from '../reader.js';
import type { ConfFile, ReadingError } from '../types.js';

/** How deep files may include each other: the main file is 0, a file at 11 is refused (guc-file.l: CONF_FILE_MAX_DEPTH). */
export const maximumIncludeDepth = 10;

/** So often files are read once more that were read before; only files that include each other in circles come near it. */
const maximumRepetitions = 10_000;

/** What the server comes upon while it reads, in its order; `name` is the file's path as the server writes it. */
export type ConfEvent =
  | { type: 'setting'; file: ConfFile; name: string; node: Setting }
  | { type: 'syntax-error'; file: ConfFile; name: string; node: ConfSyntaxError }
  | {
      type: 'include-error';
      error: ReadingError;
      /** Where the server's view puts the row: mostly the line that includes. */
      shownAt: { name: string; line: number };
    };

/** How far to read on behind errors. */
export interface IncludeLimits {
  target: Major;
  /** The file is abandoned at its error of this number: 100 at start and on reload, 1 in pg_file_settings. */
  errorsPerFile: number;
  /**
   * Whether an error in a file of an `include_dir` keeps the rest of the folder from being read, and circles are followed
   * to the last level, as the server does it; otherwise reading goes on, so that all errors come out at once.
   */
  stopAsServer: boolean;
}

/** Everything that was read from a configuration's files. */
export interface ConfSequence {
  events: ConfEvent[];
  files: ConfFile[];
  unread: OpenError[];
  /** False where an error keeps the server from going on to names and values. */
  ok: boolean;
}

/** Where an absolute name leads that points out of the workspace: into an image of a root folder within it, or nowhere. */
export type MapOutside = (path: string) => string | undefined;

/**
 * Reads files in the server's order, includes expanded where they stand (ParseConfigFp of guc-file.l).
 */
export class ConfSequenceReader implements ConfSequence {
  readonly events: ConfEvent[] = [];
  readonly files: ConfFile[] = [];
  readonly unread: OpenError[] = [];
  ok = true;
  readonly #reader: FileReader;
  readonly #limits: IncludeLimits;
  readonly #mapOutside: MapOutside;
  readonly #seen = new Set<ConfFile>();
  readonly #chain: string[] = [];
  readonly #included = new Set<string>();
  #repetitions = 0;

  /**
   * @param reader opens the files
   * @param limits how far to read on behind errors
   * @param mapOutside where absolute names lead that point out of the workspace
   */
  constructor(reader: FileReader, limits: IncludeLimits, mapOutside: MapOutside = () => undefined) {
    this.#reader = reader;
    this.#limits = limits;
    this.#mapOutside = mapOutside;
  }

  /**
   * Reads a file that no other one includes: the main file, or postgresql.auto.conf.
   *
   * @returns the file, or why it is not read; that alone is no error
   */
  read(path: string): ConfFile | OpenError {
    const file = this.#reader.open(path, 'conf');
    if (isOpenError(file)) return file;
    if (!this.#readLines(file, path, 0)) this.ok = false;
    return file;
  }

  #readLines(file: ConfFile, name: string, depth: number): boolean {
    if (!this.#seen.has(file)) this.files.push(file);
    this.#seen.add(file);
    this.#chain.push(file.id);
    let ok = true;
    let errors = 0;
    for (const node of file.tree.lines) {
      if (node.type === 'Setting') {
        this.events.push({ type: 'setting', file, name, node });
      } else if (node.type === 'ConfInclude') {
        if (!this.#include({ file, name, node, depth: depth + 1 })) ok = false;
      } else {
        this.events.push({ type: 'syntax-error', file, name, node });
        ok = false;
        if (++errors >= this.#limits.errorsPerFile) break;
      }
    }
    this.#chain.pop();
    return ok;
  }

  #include(place: IncludePlace): boolean {
    const { directive, value } = place.node;
    const isFolder = directive === 'include_dir';
    if (/^[ \t\r\n]*$/.test(value.value)) {
      const what = isFolder ? 'folder' : 'file';
      return this.#fail(
        place,
        'empty-include-name',
        `${directive} names no ${what}, so the server refuses the configuration; name one, or remove the line.`,
      );
    }
    if (isFolder) return this.#includeFolder(place);
    return this.#includeFile(place, this.#locate(place, value.value), directive === 'include');
  }

  #includeFolder(place: IncludePlace): boolean {
    const folder = this.#locate(place, place.node.value.value);
    const listing = this.#reader.listConfFiles(folder.name);
    if (isOpenError(listing)) return this.#failToOpen(place, listing, listing.path, true);
    let ok = true;
    for (const path of listing.paths) {
      const name = canonicalizePath(`${folder.name}/${baseNameOf(path)}`, this.#limits.target);
      if (this.#includeFile(place, { path, name }, true)) continue;
      if (this.#limits.stopAsServer) return false;
      ok = false;
    }
    return ok;
  }

  #includeFile(place: IncludePlace, { path, name }: Located, strict: boolean): boolean {
    if (place.depth > maximumIncludeDepth) {
      return this.#fail(
        place,
        'include-too-deep',
        `This include is the eleventh one inside another; the server follows ten and refuses the configuration. Include ${name} from a file further up.`,
      );
    }
    const isItself = path === place.file.id;
    const isCircle = this.#limits.stopAsServer ? name === place.name : this.#chain.includes(path);
    if (this.#included.has(path)) this.#repetitions++;
    this.#included.add(path);
    if (isCircle || this.#repetitions > maximumRepetitions) {
      return this.#fail(
        place,
        'include-recursion',
        isItself
          ? 'The file includes itself, so the server refuses the configuration; remove the line.'
          : `${name} includes this file again, so that the includes never end and the server refuses the configuration; remove one of the two.`,
      );
    }
    const opened = this.#reader.open(name, 'conf');
    if (isOpenError(opened)) return this.#failToOpen(place, opened, name, strict);
    return this.#readLines(opened, name, place.depth);
  }

  /** Where a name leads: relative ones start at the folder of the file that names them (AbsoluteConfigLocation). */
  #locate({ file, name: caller }: IncludePlace, name: string): Located {
    const path = resolvePath(file.folder, name);
    if (!isAbsolutePath(name, file.path)) {
      const from = file.map === undefined ? folderOf(caller) : file.folder;
      return { path, name: pathAsServerWrites(from, name, this.#limits.target) };
    }
    const mapped = this.#mapOutside(path);
    return mapped === undefined ? { path, name } : { path: mapped, name: mapped };
  }

  #failToOpen(place: IncludePlace, failure: OpenError, name: string, strict: boolean): boolean {
    const { path, reason, explanation } = failure;
    if (reason === 'outside' || reason === 'other' || reason === 'too-large') {
      this.unread.push(failure);
      this.#warn(place, `include-${reason}`, `${path} is not read here: ${explanation}. What it sets is not known.`);
      return true;
    }
    if (reason === 'directory') {
      return this.#fail(
        place,
        'include-is-directory',
        `${path} is a directory, so the server refuses the configuration; write include_dir, or name a file.`,
        { name, line: 1 },
      );
    }
    if (!strict) {
      this.#warn(place, 'include-skipped', `${path} is skipped: ${explanation}.`);
      return true;
    }
    const written = place.node.value.value;
    const isFolder = place.node.directive === 'include_dir';
    // What a folder lists and is then gone, a dangling link, is not what the line names.
    const isNamed = reason === 'missing' && (!isFolder || path === this.#locate(place, written).path);
    const said = isNamed
      ? missingSentence(isFolder ? 'folder' : 'file', written, place.file.path)
      : `${path} cannot be included: ${explanation}.`;
    return this.#fail(place, `include-${reason}`, `${said} The server refuses the configuration.`);
  }

  #warn(place: IncludePlace, code: string, message: string): void {
    this.#push(place, { code, message, severity: 'warning', shownByServer: false });
  }

  #fail(place: IncludePlace, code: string, message: string, shownAt?: { name: string; line: number }): false {
    this.#push(place, { code, message, severity: 'error', shownByServer: true }, shownAt);
    return false;
  }

  #push(
    { file, name, node }: IncludePlace,
    verdict: Pick<ReadingError, 'code' | 'message' | 'severity' | 'shownByServer'>,
    shownAt = { name, line: node.line },
  ): void {
    const error = { file, start: node.start, end: node.end, line: node.line, ...verdict };
    this.events.push({ type: 'include-error', error, shownAt });
  }
}

/** An include and the file it stands in. */
interface IncludePlace {
  file: ConfFile;
  /** The file's path as the server writes it. */
  name: string;
  node: ConfInclude;
  /** How deep the included file is. */
  depth: number;
}

/** A file by its true path, and by the name that the server has for it. */
interface Located {
  path: string;
  name: string;
}
