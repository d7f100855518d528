import { CompletionItemKind } from 'vscode-languageserver/node';
import type { SourceFile } from '../../../cluster/types.js';
import type { FileSystem } from '../../../files/file-system.js';
import { resolvePath } from '../../../files/paths.js';
import type { Span } from '../../../syntax/nodes.js';
import type { Suggestion } from './suggestion.js';

/** At most so many names of one folder are looked at. */
const mostNames = 500;

/**
 * The files and folders that may go on with what was typed of a path.
 *
 * @param from the file that names it
 * @param typed what stands in front of the cursor
 * @param replace the whole path as it stands in the text
 * @param isReachable whether a folder may be looked into
 */
export function suggestPaths(
  from: Pick<SourceFile, 'path' | 'folder'>,
  typed: string,
  replace: Span,
  fileSystem: FileSystem,
  isReachable: (path: string) => boolean,
): Suggestion[] {
  const slash = typed.lastIndexOf('/');
  const folder = slash === -1 ? from.folder : resolvePath(from.folder, typed.slice(0, slash + 1));
  if (!isReachable(folder) || fileSystem.kind(folder) !== 'directory') return [];
  const above = typed.slice(0, slash + 1);
  const suggestions: Suggestion[] = [];
  for (const name of fileSystem.list(folder).sort().slice(0, mostNames)) {
    const path = resolvePath(folder, name);
    const kind = fileSystem.kind(path);
    if (name.startsWith('.') || path === from.path || (kind !== 'file' && kind !== 'directory')) continue;
    const label = above + name + (kind === 'directory' ? '/' : '');
    const itemKind = kind === 'directory' ? CompletionItemKind.Folder : CompletionItemKind.File;
    suggestions.push({ label, replace, kind: itemKind });
  }
  return suggestions;
}
