import { templatesOf } from '../../cluster/templates/templates.js';
import type { Cluster } from '../../cluster/types.js';
import { relativePath } from '../../files/paths.js';
import type { FileKind } from '../../syntax/nodes.js';

/**
 * Why what a cluster's files say, or do not say, proves nothing: a file is missing, is not read, is a template, or is
 * refused by servers.
 *
 * @param kind the files in question: postgresql.conf and what it includes, or pg_hba.conf and what it includes
 * @returns which file, and what is the matter with it
 */
export function obstacleIn(cluster: Cluster, kind: 'conf' | 'hba'): string | undefined {
  const template = templateAmong(cluster, kind);
  if (template !== undefined) return `${template} is a template; audit what is made of it`;
  return kind === 'conf' ? obstacleInSettings(cluster) : obstacleInRecords(cluster);
}

function obstacleInSettings({ configuration, extent, folder }: Cluster): string | undefined {
  if (configuration.main === undefined) return 'there is no postgresql.conf';
  const [unread] = configuration.unread;
  if (unread !== undefined) return `${relativePath(unread.path, folder)} is not read: ${unread.explanation}`;
  if (extent !== 'whole') return 'files that postgresql.conf names are not read';
  if (configuration.loads === false) return 'servers refuse postgresql.conf as it is (pgconflint lint tells why)';
  return undefined;
}

function obstacleInRecords({ hba, unreadFiles = [], folder }: Cluster): string | undefined {
  if (hba === undefined) {
    const [unread] = unreadFiles.filter(({ path }) => !/ident|hosts/.test(path.slice(path.lastIndexOf('/'))));
    if (unread === undefined) return 'there is no pg_hba.conf';
    return `${relativePath(unread.path, folder)} is not read: ${unread.explanation}`;
  }
  const notRead = hba.errors.find((error) => error.notRead !== undefined)?.notRead;
  if (notRead !== undefined) return `${relativePath(notRead.path, folder)} is not read: ${notRead.explanation}`;
  if (!hba.loads) return 'servers refuse pg_hba.conf as it is (pgconflint lint tells why)';
  return undefined;
}

function templateAmong(cluster: Cluster, kind: FileKind): string | undefined {
  const template = templatesOf(cluster).find(({ file }) => file.kind === kind);
  return template === undefined ? undefined : relativePath(template.file.path, cluster.folder);
}
