import { baseNameOf } from '../../files/paths.js';
import type { SourceFile } from '../types.js';

/** What a whole postgresql.conf sets, whatever else it leaves out. */
const ofWholeFiles =
  /^[ \t]*(?:data_directory|hba_file|ident_file|listen_addresses|port|max_connections|shared_buffers|include\w*)\b/m;
const mostOfFragment = 12;

/**
 * Whether a file whose name says more than postgresql.conf is only a part of a configuration: `postgresql-csvlog.conf`
 * with five settings of the log, which another file is to include.
 *
 * @param file a file of settings
 */
export function isFragment({ path, text, tree }: SourceFile): boolean {
  if (tree.kind !== 'conf') return false;
  if (/^postgres(?:ql)?\.conf(?:\.\w+)?$/i.test(baseNameOf(path)) || ofWholeFiles.test(text)) return false;
  const settings = tree.lines.filter(({ type }) => type === 'Setting');
  return settings.length > 0 && settings.length <= mostOfFragment;
}
