import type { Cluster } from '../../../cluster/types.js';
import { type AccessDifferences, accessDifferences } from './access-differences.js';
import { type SettingChange, settingChanges } from './setting-changes.js';
import type { SideCluster } from './sides.js';

/** What changed in one cluster. */
export interface ClusterDifference {
  /** Its main file. */
  cluster: string;
  state: 'changed' | 'added' | 'removed';
  /** The majors, where they differ. */
  target: { before: number; after: number } | null;
  settings: SettingChange[];
  /** Whether some change takes effect only with a restart. */
  restart: boolean;
  access: AccessDifferences;
  /** Mappings of pg_ident.conf, as `map system-user database-user`. */
  mappings: { added: string[]; removed: string[] };
  /** What makes the answer uncertain, or keeps a server from taking the files. */
  remarks: string[];
}

/**
 * Compares the clusters of two sides; those of the same place belong together, and so does a single one on each side.
 *
 * @returns only clusters with something to say, in the order of their names
 */
export function compareSides(before: readonly SideCluster[], after: readonly SideCluster[]): ClusterDifference[] {
  const pairs: [SideCluster | undefined, SideCluster | undefined][] = [];
  if (before.length === 1 && after.length === 1) pairs.push([before[0], after[0]]);
  else {
    const names = new Set([...before, ...after].map(({ name }) => name));
    for (const name of [...names].sort()) {
      pairs.push([before.find((one) => one.name === name), after.find((one) => one.name === name)]);
    }
  }
  return pairs.map(([old, now]) => compareClusters(old, now)).filter(hasSomething);
}

function hasSomething({ state, target, settings, access, mappings, remarks }: ClusterDifference): boolean {
  const lists = [
    settings,
    access.gains,
    access.losses,
    access.methods,
    access.unclear,
    mappings.added,
    mappings.removed,
  ];
  return state !== 'changed' || target !== null || remarks.length > 0 || lists.some((list) => list.length > 0);
}

function compareClusters(before: SideCluster | undefined, after: SideCluster | undefined): ClusterDifference {
  const settings = settingChanges(before, after);
  const targets = before && after && { before: before.cluster.target, after: after.cluster.target };
  const target = targets && targets.before !== targets.after ? targets : null;
  return {
    cluster: (after ?? before)!.name,
    state: !before ? 'added' : !after ? 'removed' : 'changed',
    target,
    settings,
    restart: target !== null || settings.some(({ takesEffect }) => takesEffect === 'restart'),
    access: accessDifferences(before, after),
    mappings: mappingChanges(before, after),
    remarks: [...remarksOn('before', before?.cluster), ...remarksOn('after', after?.cluster)],
  };
}

function mappingChanges(
  before: SideCluster | undefined,
  after: SideCluster | undefined,
): { added: string[]; removed: string[] } {
  const old = mappingsOf(before?.cluster);
  const now = mappingsOf(after?.cluster);
  return { added: [...now].filter((one) => !old.has(one)), removed: [...old].filter((one) => !now.has(one)) };
}

function mappingsOf(cluster: Cluster | undefined): Set<string> {
  const loaded = cluster?.ident?.mappings.filter(({ error }) => error?.severity !== 'error') ?? [];
  const texts = loaded.map(({ mapName, systemUser, databaseUser, file }) =>
    [mapName, systemUser?.token, databaseUser?.token]
      .map((token) => token && (token.file ?? file).text.slice(token.start, token.end))
      .join(' '),
  );
  return new Set(texts);
}

function remarksOn(when: string, cluster: Cluster | undefined): string[] {
  if (!cluster) return [];
  const remarks: string[] = [];
  if (cluster.hba?.loads === false)
    remarks.push(`The server refuses pg_hba.conf ${when}; compared are the lines that it can read.`);
  if (cluster.configuration.syntaxErrors.length > 0) {
    remarks.push(`The server refuses postgresql.conf ${when}; compared are the settings that can be read.`);
  }
  for (const { path, explanation } of [...cluster.configuration.unread, ...(cluster.unreadFiles ?? [])]) {
    remarks.push(`${path} is not read ${when}, ${explanation}.`);
  }
  return remarks;
}
