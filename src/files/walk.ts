import type { FileSystem } from './file-system.js';
import { type LookBound, stepsPerFolder } from './look-bound.js';

/** Folders that hold nothing that people configure by hand. */
const skippedFolders = new Set(['node_modules', '__pycache__', 'venv']);
/** Hidden folders in which tools keep histories, copies and caches; others may hold anything. */
const toolFolders =
  /^\.(?:git|hg|svn|bzr|jj|pijul|snapshots?|Trash|cache|local|npm|pnpm-store|yarn|cargo|rustup|gradle|m2|ivy2|bundle|gem|venv|tox|nox|eggs|[a-z]+env|nvm|mypy_cache|pytest_cache|ruff_cache|terraform|terragrunt-cache|vagrant|idea|vs|vscode(?:-server)?|next|nuxt|nyc_output|stack-work)$/;
/** What a data folder holds beside its configuration: thousands of files, none of them text. */
const dataFolders = /^(?:base|global|pg_.+)$/;

/** How far a walk goes. */
export interface WalkLimits {
  /** Folders below the first one; 0 is that folder alone. */
  depth: number;
  /** So many folders are listed, then the walk ends. */
  folders: number;
  /** The folders that were listed, links resolved: several walks that share them list none twice. */
  seen?: Set<string>;
  /** Leaves out files and folders that the project ignores. */
  ignores?: (path: string, isFolder: boolean) => boolean;
  /** What looking is paid from: where it is over, the walk ends with what it has. */
  bound?: LookBound | undefined;
}

/**
 * Lists files below a folder, nearest first, names in byte order. The folders of tools, the insides of data folders and
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
  const { seen = new Set<string>(), bound } = limits;
  let level = [start];
  for (let depth = 0; level.length > 0; depth++) {
    const below: string[] = [];
    for (const folder of level) {
      const real = fileSystem.realPath(folder);
      if (seen.has(real)) continue;
      if (seen.size >= limits.folders || bound?.isOver) return found;
      seen.add(real);
      const names = fileSystem.list(folder).sort();
      bound?.spend(stepsPerFolder + (names.length >> 3));
      const isData = names.includes('PG_VERSION');
      for (const name of names) {
        const path = folder.endsWith('/') ? folder + name : `${folder}/${name}`;
        if (isWanted(name)) {
          bound?.spend(1);
          // Whoever cannot read it is told so.
          if (['file', 'unreadable'].includes(fileSystem.kind(path)) && !limits.ignores?.(path, false))
            found.push(path);
          continue;
        }
        if (depth >= limits.depth || !mayBeFolder(name) || (isData && dataFolders.test(name))) continue;
        if (bound?.isOver) return found;
        bound?.spend(1);
        if (fileSystem.kind(path) === 'directory' && !limits.ignores?.(path, true)) below.push(path);
      }
    }
    level = below;
  }
  return found;
}

// A name with an ending of a few letters is a file nearly always, but `conf.d` and `16.main` are folders.
function mayBeFolder(name: string): boolean {
  if (toolFolders.test(name) || skippedFolders.has(name)) return false;
  return !/\.(?:js|ts|py|go|rs|c|h|md|sql|json|ya?ml|txt|png|svg|html|css|sh|rb|java|lock|toml)$/i.test(name);
}
