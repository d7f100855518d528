import { isMajor, type Major } from '../../catalog/majors.js';
import { isInside } from '../../files/paths.js';

/** What a file or its place tells about the target. */
export interface TargetClue {
  targets: readonly Major[];
  /** How it tells it, for people. */
  source: string;
}

// The layouts of Debian (/etc/postgresql/16/main), Red Hat (/var/lib/pgsql/16/data), Docker (/var/lib/postgresql/18/docker).
const layout = /(?:^|\/)(?:postgresql|pgsql)\/(\d{2})(?:\.\d+)*(?:\/|$)/;
// Homebrew's postgresql@16, and folders that people call postgres-16, pg16, postgres/16.
const name = /(?:^|[/_.-])(?:postgres(?:ql)?|pgsql|pg)[@/_-]?v?(\d{2})(?:\.\d+)*(?:[/_.-]|$)/i;

/**
 * Reads the major out of a path.
 *
 * @param path an absolute path
 * @param workspace folders whose own names say nothing; only a packager's layout counts in them
 */
export function targetOfPath(path: string, workspace: readonly string[] = []): Major | undefined {
  const found = majorOf(layout.exec(path)?.[1]);
  if (found !== undefined) return found;
  const root = workspace.find((folder) => isInside(path, folder)) ?? '';
  return majorOf(name.exec(path.slice(root.length))?.[1]);
}

/**
 * Reads PG_VERSION, which initdb writes into a data folder.
 *
 * @param text the whole file
 */
export function targetOfVersionFile(text: string): Major | undefined {
  return majorOf(/^(\d+)\s*$/.exec(text)?.[1]);
}

/**
 * Reads `# pgconflint: postgres=16` (or `postgres=14,16`) out of the comments at the top of a file.
 *
 * @param text the whole file
 */
export function targetsOfComment(text: string): Major[] | undefined {
  for (const line of text.split('\n', 50)) {
    const content = line.trim();
    if (content === '') continue;
    if (!content.startsWith('#')) return undefined;
    const list = /^#\s*pgconflint\s*:.*?\bpostgres\s*=\s*(\d+(?:\s*,\s*\d+)*)/.exec(content)?.[1];
    if (list === undefined) continue;
    const named = list.split(',').map(Number).filter(isMajor);
    return named.length === 0 ? undefined : named;
  }
  return undefined;
}

function majorOf(digits: string | undefined): Major | undefined {
  const number = Number(digits);
  return isMajor(number) ? number : undefined;
}
