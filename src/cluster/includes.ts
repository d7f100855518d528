import type { ConfInclude, ConfSyntaxError, Setting } from '../syntax/nodes.js';
import { type FileReader, isOpenError, type OpenError } from './file-reader.js';
import { folderOf, isAbsolutePath, resolvePath } from './paths.js';
import type { ConfFile, ReadingError } from './types.js';

/** How deep files may include each other: the main file is 0, a file at 11 is refused (guc-file.l: CONF_FILE_MAX_DEPTH). */
export const maximumIncludeDepth = 10;

/** So many files are read for one configuration; only files that include each other in circles come near it. */
const maximumInclusions = 10_000;

/** What the server comes upon while it reads, in its order. */
export type ConfEvent =
  | { type: 'setting'; file: ConfFile; node: Setting }
  | { type: 'syntax-error'; file: ConfFile; node: ConfSyntaxError }
  | {
      type: 'include-error';
      error: ReadingError;
      /** The line of the include. */
      line: number;
      /** Where the server's view puts the row, if not at the line that includes. */
      shownAt: { path: string; line: number } | undefined;
    };

/** How far to read on behind errors. */
export interface IncludeLimits {
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
  #inclusions = 0;

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
    if (!this.#readLines(file, 0)) this.ok = false;
    return file;
  }

  #readLines(file: ConfFile, depth: number): boolean {
    if (!this.#seen.has(file)) this.files.push(file);
    this.#seen.add(file);
    this.#chain.push(file.path);
    let ok = true;
    let errors = 0;
    for (const node of file.tree.lines) {
      if (node.type === 'Setting') {
        this.events.push({ type: 'setting', file, node });
      } else if (node.type === 'ConfInclude') {
        if (!this.#include(file, node, depth + 1)) ok = false;
      } else {
        this.events.push({ type: 'syntax-error', file, node });
        ok = false;
        if (++errors >= this.#limits.errorsPerFile) break;
      }
    }
    this.#chain.pop();
    return ok;
  }

  #include(file: ConfFile, node: ConfInclude, depth: number): boolean {
    const isFolder = node.directive === 'include_dir';
    if (/^[ \t\r\n]*$/.test(node.value.value)) {
      const what = isFolder ? 'folder' : 'file';
      return this.#fail(
        file,
        node,
        `empty-include-name`,
        `${node.directive} names no ${what}, so the server refuses the configuration; name one, or remove the line.`,
      );
    }
    if (isFolder) return this.#includeFolder(file, node, depth);
    return this.#includeFile(file, node, node.value.value, depth, node.directive === 'include');
  }

  #includeFolder(file: ConfFile, node: ConfInclude, depth: number): boolean {
    const folder = this.#locate(file, node.value.value);
    const listing = this.#reader.listConfFiles(folder);
    if (isOpenError(listing)) return this.#failToOpen(file, node, listing, true);
    let ok = true;
    for (const path of listing.paths) {
      if (this.#includeFile(file, node, path, depth, true)) continue;
      if (this.#limits.stopAsServer) return false;
      ok = false;
    }
    return ok;
  }

  #includeFile(file: ConfFile, node: ConfInclude, name: string, depth: number, strict: boolean): boolean {
    if (depth > maximumIncludeDepth) {
      return this.#fail(
        file,
        node,
        'include-too-deep',
        `This include is the eleventh one inside another; the server follows ten and refuses the configuration. Include ${name} from a file further up.`,
      );
    }
    const path = this.#locate(file, name);
    const isCircle = this.#limits.stopAsServer ? path === file.path : this.#chain.includes(path);
    if (isCircle || ++this.#inclusions > maximumInclusions) {
      return this.#fail(
        file,
        node,
        'include-recursion',
        path === file.path
          ? 'The file includes itself, so the server refuses the configuration; remove the line.'
          : `${name} includes this file again, so that the includes never end and the server refuses the configuration; remove one of the two.`,
      );
    }
    const opened = this.#reader.open(path, 'conf');
    if (isOpenError(opened)) return this.#failToOpen(file, node, opened, strict);
    return this.#readLines(opened, depth);
  }

  /** The absolute path of a name: relative ones start at the folder of the file that names them. */
  #locate(file: ConfFile, name: string): string {
    const path = resolvePath(folderOf(file.path), name);
    if (!isAbsolutePath(name, file.path)) return path;
    return this.#mapOutside(path) ?? path;
  }

  #failToOpen(file: ConfFile, node: ConfInclude, failure: OpenError, strict: boolean): boolean {
    const { path, reason, explanation } = failure;
    if (reason === 'outside' || reason === 'other' || reason === 'too-large') {
      this.unread.push(failure);
      this.#warn(
        file,
        node,
        `include-${reason}`,
        `${path} is not read here: ${explanation}. What it sets is not known.`,
      );
      return true;
    }
    if (reason === 'directory') {
      return this.#fail(
        file,
        node,
        'include-is-directory',
        `${path} is a directory, so the server refuses the configuration; write include_dir, or name a file.`,
        { path, line: 1 },
      );
    }
    if (!strict) {
      this.#warn(file, node, 'include-skipped', `${path} is skipped: ${explanation}.`);
      return true;
    }
    return this.#fail(
      file,
      node,
      `include-${reason}`,
      `${path} cannot be included: ${explanation}. The server refuses the configuration.`,
    );
  }

  #warn(file: ConfFile, node: ConfInclude, code: string, message: string): void {
    this.#push(file, node, { code, message, severity: 'warning', shownByServer: false }, undefined);
  }

  #fail(
    file: ConfFile,
    node: ConfInclude,
    code: string,
    message: string,
    shownAt?: { path: string; line: number },
  ): false {
    this.#push(file, node, { code, message, severity: 'error', shownByServer: true }, shownAt);
    return false;
  }

  #push(
    file: ConfFile,
    node: ConfInclude,
    verdict: Pick<ReadingError, 'code' | 'message' | 'severity' | 'shownByServer'>,
    shownAt: { path: string; line: number } | undefined,
  ): void {
    const error = { file, start: node.start, end: node.end, ...verdict };
    this.events.push({ type: 'include-error', error, line: node.line, shownAt });
  }
}
