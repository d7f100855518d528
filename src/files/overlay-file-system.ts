import type { Encoding } from './encoding.js';
import type { EntryKind, FileSystem, SourceText } from './file-system.js';
import { baseNameOf, folderOf } from './paths.js';

/** Open buffers before another file system: what the editor shows counts, not what is saved. */
export class OverlayFileSystem implements FileSystem {
  readonly #below: FileSystem;
  readonly #buffers = new Map<string, { text: string; encoding: Encoding }>();

  /** @param below where everything that no buffer holds is read */
  constructor(below: FileSystem) {
    this.#below = below;
  }

  /**
   * Puts a buffer's text before the file at an absolute path.
   *
   * @param encoding how the file stores it; what an editor shows is UTF-8
   */
  open(path: string, text: string, encoding: Encoding = 'utf-8'): void {
    this.#buffers.set(path, { text, encoding });
  }

  /** Gives the path back to the file system below. */
  close(path: string): void {
    this.#buffers.delete(path);
  }

  /** The text of the buffer at a path, where one is open. */
  buffer(path: string): string | undefined {
    return this.#buffers.get(path)?.text;
  }

  kind(path: string): EntryKind {
    return this.#buffers.has(path) ? 'file' : this.#below.kind(path);
  }

  size(path: string): number {
    return this.#buffers.get(path)?.text.length ?? this.#below.size(path);
  }

  read(path: string): SourceText | undefined {
    return this.#buffers.get(path) ?? this.#below.read(path);
  }

  /** The names below, and those of buffers that were never saved. */
  list(path: string): string[] {
    const names = new Set(this.#below.list(path));
    for (const open of this.#buffers.keys()) if (folderOf(open) === path) names.add(baseNameOf(open));
    return [...names];
  }

  realPath(path: string): string {
    return this.#below.realPath(path);
  }

  whyUnreadable(path: string): string | undefined {
    return this.#below.whyUnreadable?.(path);
  }
}
