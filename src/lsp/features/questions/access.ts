import { type AccessRow, accessRows } from '../../../access/matrix.js';
import { accessPicture, type PicturePlace } from '../../../access/picture.js';
import { remarksOnHba } from '../../../access/remarks.js';
import { exceptText } from '../../../access/row-text.js';
import type { Major } from '../../../catalog/majors.js';
import { folderOf, resolvePath } from '../../../files/paths.js';
import type { FileView, Workspace } from '../../workspace/workspace.js';

/** Who gets in, for a page in the editor. */
export interface AccessAnswer {
  /** The pg_hba.conf that was read. */
  uri: string;
  target: Major;
  rows: (AccessRow & { uri: string; exceptText: string })[];
  /** The same as networks within networks. */
  picture: PicturePlace[];
  /** What makes the rows uncertain, or keeps a server from using them; one sentence each. */
  remarks: string[];
}

/**
 * The records of a buffer's cluster with whom they let in, as `pgconflint access --all` prints them.
 *
 * @returns null where the cluster has no pg_hba.conf
 */
export function whoGetsIn({ cluster }: FileView, workspace: Workspace): AccessAnswer | null {
  const { hba, target } = cluster;
  if (hba === undefined) return null;
  const folder = folderOf(hba.main.path);
  const rows = accessRows({ hba, cluster, target, folder });
  return {
    uri: workspace.uriOf(hba.main.path),
    target,
    rows: rows.map((row) => ({
      ...row,
      uri: workspace.uriOf(resolvePath(folder, row.file)),
      exceptText: exceptText(row),
    })),
    picture: accessPicture({ hba }, rows),
    remarks: remarksOnHba({ hba, cluster, folder }),
  };
}
