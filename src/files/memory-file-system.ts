import { decode } from './decode.js';
import type { EntryKind, FileSystem, SourceText } from './file-system.js';
import { baseNameOf, folderOf, normalizePath } from './paths.js';
import { followLinks } from './symbolic-links.js';

/** What a path of a memory file system holds: text, bytes, a symbolic link, or something that must not be opened. */
export type MemoryEntry = string | Uint8Array | { link: string } | { kind: 'other' | 'unreadable' | 'directory' };

/** Files kept in memory, for tests and for a browser page. Folders exist by the files in them. */
export class MemoryFileSystem implements FileSystem {
  readonly #entries = new Map<string, MemoryEntry>();
  readonly #folders = new Map<string, Set<string>>([['/', new Set()]]);

  /** @param files what stands at each absolute path */
  constructor(files: Readonly<Record<string, MemoryEntry>> = {}) {
    for (const [path, entry] of Object.entries(files)) this.write(path, entry);
  }

  /** Puts something at a path, and makes the folders above it. */
  write(path: string, entry: MemoryEntry): void {
    const normalized = normalizePath(path);
    if (typeof entry === 'object' && 'kind' in entry && entry.kind === 'directory') this.#addFolder(normalized);
    else this.#entries.set(normalized, entry);
    for (let child = normalized; folderOf(child) !== child; child = folderOf(child)) {
      this.#addFolder(folderOf(child)).add(baseNameOf(child));
    }
  }

  kind(path: string): EntryKind {
    const real = this.#resolve(path);
    if (real === undefined) return 'unreadable';
    if (this.#folders.has(real)) return 'directory';
    const entry = this.#entries.get(real);
    if (entry === undefined) return 'missing';
    if (typeof entry === 'object' && 'kind' in entry) return entry.kind;
    return 'file';
  }

  size(path: string): number {
    const entry = this.#entries.get(this.#resolve(path) ?? path);
    return typeof entry === 'string' || entry instanceof Uint8Array ? entry.length : 0;
  }

  read(path: string): SourceText | undefined {
    const entry = this.#entries.get(this.#resolve(path) ?? path);
    if (typeof entry === 'string') return { text: entry, encoding: 'utf-8' };
    return entry instanceof Uint8Array ? decode(entry) : undefined;
  }

  list(path: string): string[] {
    return [...(this.#folders.get(this.#resolve(path) ?? path) ?? [])];
  }

  realPath(path: string): string {
    return this.#resolve(path) ?? path;
  }

  #addFolder(path: string): Set<string> {
    const names = this.#folders.get(path) ?? new Set<string>();
    this.#folders.set(path, names);
    return names;
  }

  #resolve(path: string): string | undefined {
    return followLinks(path, (at) => {
      const entry = this.#entries.get(at);
      return typeof entry === 'object' && 'link' in entry ? entry.link : undefined;
    });
  }
}
