import { isMajor, type Major } from '../../catalog/majors.js';
import { baseNameOf, folderOf, isInside } from '../../files/paths.js';
import { type NamedVersion, onlyVersion, readVersion, versionPattern } from './versions.js';

// The layouts of Debian (/etc/postgresql/16/main), Red Hat (/var/lib/pgsql/16/data), Docker (/var/lib/postgresql/18/docker).
const layout = new RegExp(String.raw`(?:^|/)(?:postgresql|pgsql)/(${versionPattern})(?:/|$)`);
// Homebrew's postgresql@16, and folders that people call postgres-16, pg16, postgres/16.
const name = new RegExp(
  String.raw`(?:^|[/_.-])(?:postgres(?:ql)?|pgsql|pg)[@/_-]?v?(${versionPattern})(?:[/_.-]|$)`,
  'i',
);
// A folder for each version, with one of PostgreSQL's below it: 12/docker-postgres, 9.6/root/…/postgresql.
const numbered = new RegExp(String.raw`(?:^|/)v?(${versionPattern})/(?:.*/)?[^/]*(?:postgres|pgsql)`, 'i');
// postgresql15.conf, pg_hba-12.conf, postgresql.conf-13, postgresql-9.6.conf.sample
const fileName = new RegExp(
  String.raw`^(?:postgres(?:ql)?|pg_hba|pg_ident)(?:[-_.]?v?(${versionPattern})\.conf(?![\w-])|\.conf[-_.]v?(${versionPattern})(?:\.[a-z]\w*)?$)`,
  'i',
);

/**
 * Reads the version out of the folders that a file stands in.
 *
 * @param path an absolute path of a folder
 * @param workspace folders whose own names say nothing; only a packager's layout counts in them
 */
export function versionOfPath(path: string, workspace: readonly string[] = []): NamedVersion | undefined {
  const found = readVersion(layout.exec(path)?.[1] ?? '');
  if (found !== undefined) return found;
  const root = workspace.find((folder) => isInside(path, folder)) ?? '';
  const own = path.slice(root.length);
  return readVersion(name.exec(own)?.[1] ?? '') ?? readVersion(numbered.exec(own)?.[1] ?? '');
}

/** Reads the version out of the name of a file: `postgresql15.conf`, `postgresql.conf-12`. */
export function versionOfFileName(path: string): NamedVersion | undefined {
  const match = fileName.exec(baseNameOf(path));
  return readVersion(match?.[1] ?? match?.[2] ?? '');
}

/** As both: the name of a file, then the folders above it. */
export function versionOfPlace(path: string, workspace: readonly string[]): NamedVersion | undefined {
  return versionOfFileName(path) ?? versionOfPath(folderOf(path), workspace);
}

/**
 * Reads PG_VERSION, which initdb writes into a data folder.
 *
 * @param text the whole file
 */
export function versionOfVersionFile(text: string): NamedVersion | undefined {
  return readVersion(/^([\d.]+)\s*$/.exec(text)?.[1] ?? '');
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

// data_directory = '/var/lib/postgresql/15/main', a program of /usr/lib/postgresql/15/bin or /usr/pgsql-15/bin,
// log_filename = 'postgresql-15-main.log', external_pid_file = '/var/run/postgresql/15-main.pid', pg_probackup-15.
const inValue = new RegExp(
  String.raw`(?:/(?:postgresql|pgsql)[-/]|\bpostgresql-|\bpg_probackup-)(${versionPattern})(?=[-/\s'"]|$)`,
  'g',
);

/** The heading of the records in samples before 7.3, when records had no column for users. */
const headingWithoutUsers = /^#\s*TYPE\s+DATABASE\s+IP_ADDRESS\s+MASK\s/m;

/** Reads out of its heading that a pg_hba.conf is for a version before 7.3, whose records had other columns. */
export function isBeforeUserColumn(text: string): boolean {
  return headingWithoutUsers.test(text.slice(0, mostText));
}

/** Long files have their settings early; nothing behind so many characters is looked at. */
const mostText = 200_000;

/**
 * Reads the version out of the values that a file sets: paths of folders, programs and logs that carry it.
 *
 * @param text a postgresql.conf
 * @returns undefined where no value names one, or two name different ones
 */
export function versionOfValues(text: string): NamedVersion | undefined {
  const found: (NamedVersion | undefined)[] = [];
  for (const line of text.slice(0, mostText).split('\n')) {
    if (!/^\s*[A-Za-z]/.test(line)) continue;
    for (const [, version] of line.replace(/\s#.*$/, '').matchAll(inValue)) found.push(readVersion(version!));
  }
  return onlyVersion(found);
}
