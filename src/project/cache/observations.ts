import { createHash } from 'node:crypto';
import type { EntryKind, FileSystem, SourceText } from '../../files/file-system.js';
import { defaultMaximumSize } from '../../files/maximum-size.js';
import { resolvePath } from '../../files/paths.js';
import type { TreeCache } from '../../formats/reader.js';

/** What may be asked of the world, by one letter; `c` is the configuration in force for a file, `d` whether a day has come, or which it is. */
type Question = 'k' | 's' | 'r' | 'l' | 'p' | 'c' | 'd';

/** A question, the path that it was about, and its answer in short. */
export type Observation = readonly [Question, string, string];

/** What a run can be asked beside its files. */
export interface Surroundings {
  /** A digest of the configuration in force for a file. */
  configOf(path: string): string;
  /** `YYYY-MM-DD`. */
  today: string;
  /** The cache itself, which comes and goes beside the files without changing anything. */
  cacheFile: string;
}

/** A short digest of a text or of bytes. */
export function digestOf(text: string | Uint8Array): string {
  return createHash('sha1').update(text).digest('base64url');
}

const digests = new WeakMap<SourceText, string>();

/**
 * Answers questions as they are written down: long answers as digests.
 *
 * @param fileSystem a snapshot, since each file is asked for several times
 */
export class Witness {
  readonly #fileSystem: FileSystem;
  readonly #surroundings: Surroundings;

  constructor(fileSystem: FileSystem, surroundings: Surroundings) {
    this.#fileSystem = fileSystem;
    this.#surroundings = surroundings;
  }

  /** Whether every question is answered as it was. */
  confirms(observations: readonly Observation[]): boolean {
    return observations.every(([question, path, answer]) => this.answer(question, path) === answer);
  }

  answer(question: Question, path: string): string {
    const fileSystem = this.#fileSystem;
    if (question === 'k') return fileSystem.kind(path);
    // There is more than one bound above which a file is not read.
    if (question === 's') return String(fileSystem.size(path));
    if (question === 'r') return this.#content(path);
    if (question === 'l') return digestOf(this.#namesIn(path).sort().join('\0'));
    if (question === 'p') return realPathInShort(fileSystem, path);
    if (question === 'c') return this.#surroundings.configOf(path);
    const { today } = this.#surroundings;
    return path === '' ? today : String(path <= today);
  }

  #namesIn(folder: string): string[] {
    const { cacheFile } = this.#surroundings;
    return this.#fileSystem.list(folder).filter((name) => resolvePath(folder, name) !== cacheFile);
  }

  /** Only regular files of a sane size are ever opened. */
  #content(path: string): string {
    if (this.#fileSystem.kind(path) !== 'file' || this.#fileSystem.size(path) > defaultMaximumSize) return '';
    const source = this.#fileSystem.read(path);
    if (source === undefined) return '';
    const known = digests.get(source) ?? digestOf(`${source.encoding} ${source.notText ?? ''}\0${source.text}`);
    digests.set(source, known);
    return known;
  }
}

function realPathInShort(fileSystem: FileSystem, path: string): string {
  const real = fileSystem.realPath(path);
  return real === path ? '' : real;
}

/** A file system that writes down what it is asked, with the answers: what some work depends on. */
export class ObservedFileSystem implements FileSystem {
  readonly #below: FileSystem;
  readonly #witness: Witness;
  readonly #seen = new Map<string, Observation>();

  constructor(below: FileSystem, witness: Witness) {
    this.#below = below;
    this.#witness = witness;
  }

  /** Everything that was asked so far. */
  get observations(): Observation[] {
    return [...this.#seen.values()];
  }

  /** Writes down a question and its answer. */
  note(question: Question, path: string): void {
    const key = `${question}${path}`;
    if (!this.#seen.has(key)) this.#seen.set(key, [question, path, this.#witness.answer(question, path)]);
  }

  kind(path: string): EntryKind {
    this.note('k', path);
    return this.#below.kind(path);
  }

  size(path: string): number {
    this.note('s', path);
    return this.#below.size(path);
  }

  read(path: string): SourceText | undefined {
    this.note('r', path);
    return this.#below.read(path);
  }

  list(path: string): string[] {
    this.note('l', path);
    return this.#below.list(path);
  }

  realPath(path: string): string {
    this.note('p', path);
    return this.#below.realPath(path);
  }

  whyUnreadable(path: string): string | undefined {
    return this.#below.whyUnreadable?.(path);
  }

  /** Trees that were made before: to take one is to read its file. */
  observed(trees: TreeCache): TreeCache {
    return {
      get: (key) => {
        const file = trees.get(key);
        if (file !== undefined) this.note('r', file.path);
        return file;
      },
      set: (key, file) => trees.set(key, file),
    };
  }
}
