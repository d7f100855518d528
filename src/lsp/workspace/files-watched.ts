import { type FSWatcher, watch } from 'node:fs';
import { folderOf, resolvePath } from '../../files/paths.js';

/** At most so many folders are watched; beyond that a saved or reopened buffer brings news. */
const mostFolders = 200;

/** Watches the folders of the files that were read, for clients that tell nothing about the disk. */
export class WatchedFolders {
  readonly #onChange: (path: string) => void;
  readonly #watchers = new Map<string, FSWatcher | undefined>();

  /** @param onChange called with the path of what came, went or changed */
  constructor(onChange: (path: string) => void) {
    this.#onChange = onChange;
  }

  /** Watches the folders of these files, and no others. */
  watch(paths: Iterable<string>): void {
    const wanted = new Set([...paths].map(folderOf));
    for (const [folder, watcher] of this.#watchers) {
      if (wanted.has(folder)) continue;
      watcher?.close();
      this.#watchers.delete(folder);
    }
    for (const folder of wanted) {
      if (this.#watchers.has(folder) || this.#watchers.size >= mostFolders) continue;
      this.#watchers.set(folder, this.#start(folder));
    }
  }

  stop(): void {
    for (const watcher of this.#watchers.values()) watcher?.close();
    this.#watchers.clear();
  }

  #start(folder: string): FSWatcher | undefined {
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) =>
        this.#onChange(name === null ? folder : resolvePath(folder, String(name))),
      );
      // The folder may go, or the system may have no more watches to give.
      watcher.on('error', () => watcher.close());
      return watcher;
    } catch {
      return undefined;
    }
  }
}
