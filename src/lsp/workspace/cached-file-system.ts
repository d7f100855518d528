import type { EntryKind, FileSystem, SourceText } from '../../files/file-system.js';
import { folderOf } from '../../files/paths.js';

/** Another file system, asked once for each thing until someone says that it has changed. */
export class CachedFileSystem implements FileSystem {
  readonly #below: FileSystem;
  readonly #kinds = new Map<string, EntryKind>();
  readonly #sizes = new Map<string, number>();
  readonly #texts = new Map<string, SourceText | undefined>();
  readonly #names = new Map<string, string[]>();
  readonly #realPaths = new Map<string, string>();

  /** @param below where everything is read the first time */
  constructor(below: FileSystem) {
    this.#below = below;
  }

  kind(path: string): EntryKind {
    return remembered(this.#kinds, path, () => this.#below.kind(path));
  }

  size(path: string): number {
    return remembered(this.#sizes, path, () => this.#below.size(path));
  }

  read(path: string): SourceText | undefined {
    return remembered(this.#texts, path, () => this.#below.read(path));
  }

  list(path: string): string[] {
    return remembered(this.#names, path, () => this.#below.list(path));
  }

  realPath(path: string): string {
    return remembered(this.#realPaths, path, () => this.#below.realPath(path));
  }

  whyUnreadable(path: string): string | undefined {
    return this.#below.whyUnreadable?.(path);
  }

  /** Asks anew for one file and for the folder that holds it. */
  forget(path: string): void {
    for (const answers of [this.#kinds, this.#sizes, this.#texts, this.#realPaths]) answers.delete(path);
    this.#names.delete(path);
    this.#names.delete(folderOf(path));
  }

  /** Asks anew for everything. */
  forgetAll(): void {
    for (const answers of [this.#kinds, this.#sizes, this.#texts, this.#names, this.#realPaths]) answers.clear();
  }

  /** The texts that were read, for finding out which of them have changed. */
  get texts(): ReadonlyMap<string, SourceText | undefined> {
    return this.#texts;
  }
}

function remembered<T>(answers: Map<string, T>, path: string, ask: () => T): T {
  const known = answers.get(path);
  if (known !== undefined || answers.has(path)) return known as T;
  const answer = ask();
  answers.set(path, answer);
  return answer;
}
