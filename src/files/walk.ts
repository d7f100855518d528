import type { FileSystem } from './file-system.js';

/** Folders that hold nothing that people configure by hand. */
const skippedFolders = new Set(['node_modules', '__pycache__', 'venv']);
/** What a data folder holds beside its configuration: thousands of files, none of them text. */
const dataFolders = /^(?:base|global|pg_.+)$/;

/** How far a walk goes. */
export interface WalkLimits {
  /** Folders below the first one; 0 is that folder alone. */
  depth: number;
  /** So many folders are listed, then the walk ends. */
  folders: number;
  /** Leaves out files and folders that the project ignores. */
  ignores?: (path: string, isFolder: boolean) => boolean;
}

/**
 * Lists files below a folder, nearest first, names in byte order. Hidden folders, the insides of data folders and
 * packages are left out; a folder that links lead back to is listed once.
 *
 * @param fileSystem where the folder is
 * @param start an absolute path
 * @param isWanted tells by a file's name whether it is listed; asked before anything is known of the file
 */
export function walk(
  fileSystem: FileSystem,
  start: string,
  limits: WalkLimits,
  isWanted: (name: string) => boolean,
): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  let level = [start];
  for (let depth = 0; level.length > 0; depth++) {
    const below: string[] = [];
    for (const folder of level) {
      const real = fileSystem.realPath(folder);
      if (seen.has(real)) continue;
      if (seen.size >= limits.folders) return found;
      seen.add(real);
      const names = fileSystem.list(folder).sort();
      const isData = names.includes('PG_VERSION');
      for (const name of names) {
        const path = folder.endsWith('/') ? folder + name : `${folder}/${name}`;
        if (isWanted(name)) {
          if (fileSystem.kind(path) === 'file' && !limits.ignores?.(path, false)) found.push(path);
          continue;
        }
        if (depth >= limits.depth || !mayBeFolder(name) || (isData && dataFolders.test(name))) continue;
        if (fileSystem.kind(path) === 'directory' && !limits.ignores?.(path, true)) below.push(path);
      }
    }
    level = below;
  }
  return found;
}

// A name with an ending of a few letters is a file nearly always, but `conf.d` and `16.main` are folders.
function mayBeFolder(name: string): boolean {
  if (name.startsWith('.') || skippedFolders.has(name)) return false;
  return !/\.(?:js|ts|py|go|rs|c|h|md|sql|json|ya?ml|txt|png|svg|html|css|sh|rb|java|lock|toml)$/i.test(name);
}
