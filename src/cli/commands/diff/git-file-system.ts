/** The files of a git revision, read with git. */
import { execFileSync } from 'node:child_process';
import { decode } from '../../../files/decode.js';
import type { EntryKind, FileSystem, SourceText } from '../../../files/file-system.js';
import { folderOf } from '../../../files/paths.js';
import { followLinks } from '../../../files/symbolic-links.js';

interface Entry {
  kind: 'file' | 'link' | 'other';
  object: string;
  size: number;
}

const mostBytes = 256 * 1024 * 1024;

/**
 * Runs git without a shell; it gets no standard input and writes nothing to the terminal.
 *
 * @returns its output; undefined where it fails or is not installed
 */
export function runGit(folder: string, args: readonly string[]): Buffer | undefined {
  try {
    return execFileSync('git', ['--no-replace-objects', '--literal-pathspecs', ...args], {
      cwd: folder,
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
      maxBuffer: mostBytes,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}

/** A revision as a file system whose paths start at the repository's own folder. */
export class GitFileSystem implements FileSystem {
  readonly #root: string;
  readonly #entries = new Map<string, Entry>();
  readonly #folders = new Map<string, Set<string>>();

  /**
   * @param root the repository's folder, absolute
   * @param commit the full name of a commit
   * @throws where git cannot list the commit
   */
  constructor(root: string, commit: string) {
    this.#root = root;
    const listing = runGit(root, ['ls-tree', '-r', '-l', '-z', '--full-tree', commit]);
    if (listing === undefined) throw new Error(`git cannot list the files of ${commit}`);
    this.#addFolders(root);
    for (const line of listing.toString('utf8').split('\0')) {
      const match = /^(\d+) (\w+) ([0-9a-f]+) +(\S+)\t(.*)$/s.exec(line);
      if (!match) continue;
      const [, mode, type, object, size, name] = match as unknown as [string, string, string, string, string, string];
      const kind = mode === '120000' ? 'link' : type === 'blob' ? 'file' : 'other';
      const path = `${root === '/' ? '' : root}/${name}`;
      this.#entries.set(path, { kind, object, size: Number(size) || 0 });
      this.#addFolders(folderOf(path)).add(path.slice(path.lastIndexOf('/') + 1));
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
    const content = runGit(this.#root, ['cat-file', 'blob', entry.object]);
    return content && decode(content);
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
    if (above !== path) this.#addFolders(above).add(path.slice(path.lastIndexOf('/') + 1));
    return names;
  }

  /** Follows symbolic links within the repository; undefined where they run in a circle. */
  #resolve(path: string): string | undefined {
    return followLinks(path, (at) => {
      const entry = this.#entries.get(at);
      if (entry?.kind !== 'link') return undefined;
      return runGit(this.#root, ['cat-file', 'blob', entry.object])?.toString('utf8') ?? '';
    });
  }
}
