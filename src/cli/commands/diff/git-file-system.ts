/** The files of a git revision, read with git. */
import { decode } from '../../../files/decode.js';
import type { EntryKind, FileSystem, SourceText } from '../../../files/file-system.js';
import { baseNameOf, folderOf, relativePath } from '../../../files/paths.js';
import { followLinks } from '../../../files/symbolic-links.js';
import { CommandError } from '../../command.js';
import { runGit } from './run-git.js';

interface Entry {
  kind: 'file' | 'link' | 'other';
  object: string;
  size: number;
}

/** A revision as a file system whose paths start at the repository's own folder. */
export class GitFileSystem implements FileSystem {
  readonly #root: string;
  readonly #name: string;
  readonly #entries = new Map<string, Entry>();
  readonly #folders = new Map<string, Set<string>>();

  /**
   * @param root the repository's folder, absolute
   * @param commit the full name of a commit
   * @param name the revision as written, for messages
   * @throws CommandError where git cannot list the commit, and in every method where it cannot read a file of it
   */
  constructor(root: string, commit: string, name: string) {
    this.#root = root;
    this.#name = name;
    const listing = runGit(root, ['ls-tree', '-r', '-l', '-z', '--full-tree', commit]);
    if (listing === undefined) throw new CommandError(`git cannot list the files of ${name}.`);
    this.#addFolders(root);
    for (const line of listing.toString('utf8').split('\0')) {
      const match = /^(\d+) (\w+) ([0-9a-f]+) +(\S+)\t(.*)$/s.exec(line);
      if (!match) continue;
      const [, mode, type, object = '', size, name] = match;
      const kind = mode === '120000' ? 'link' : type === 'blob' ? 'file' : 'other';
      const path = `${root === '/' ? '' : root}/${name}`;
      this.#entries.set(path, { kind, object, size: Number(size) || 0 });
      this.#addFolders(folderOf(path)).add(baseNameOf(path));
    }
  }

  kind(path: string): EntryKind {
    const real = this.#resolve(path);
    if (real === undefined) return 'unreadable';
    if (this.#folders.has(real)) return 'directory';
    const entry = this.#entries.get(real);
    if (!entry) return 'missing';
    return entry.kind === 'file' ? 'file' : 'other';
  }

  size(path: string): number {
    return this.#entry(path)?.size ?? 0;
  }

  read(path: string): SourceText | undefined {
    const entry = this.#entry(path);
    if (entry?.kind !== 'file') return undefined;
    return decode(this.#blob(entry, path));
  }

  list(path: string): string[] {
    return [...(this.#folders.get(this.#resolve(path) ?? path) ?? [])];
  }

  realPath(path: string): string {
    return this.#resolve(path) ?? path;
  }

  #entry(path: string): Entry | undefined {
    return this.#entries.get(this.#resolve(path) ?? path);
  }

  #addFolders(path: string): Set<string> {
    const known = this.#folders.get(path);
    if (known) return known;
    const names = new Set<string>();
    this.#folders.set(path, names);
    const above = folderOf(path);
    if (above !== path) this.#addFolders(above).add(baseNameOf(path));
    return names;
  }

  /** Follows symbolic links within the repository; undefined where they run in a circle. */
  #resolve(path: string): string | undefined {
    return followLinks(path, (at) => {
      const entry = this.#entries.get(at);
      if (entry?.kind !== 'link') return undefined;
      return this.#blob(entry, at).toString('utf8');
    });
  }

  /** What git does not have is not as good as empty: nobody could tell what the change means. */
  #blob({ object }: Entry, path: string): Buffer {
    const content = runGit(this.#root, ['cat-file', 'blob', object]);
    if (content !== undefined) return content;
    const name = relativePath(path, this.#root);
    throw new CommandError(`${name} of ${this.#name} cannot be read: git does not have it here (a partial clone?).`);
  }
}
