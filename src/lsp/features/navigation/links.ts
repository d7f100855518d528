import type { DocumentLink } from 'vscode-languageserver/node';
import type { FileView, Workspace } from '../../workspace/workspace.js';
import { namedFiles } from './named-files.js';

/** Links to the files that a buffer names, as far as they exist. */
export function links({ file, document }: FileView, workspace: Workspace): DocumentLink[] {
  return namedFiles(file, workspace.files)
    .filter(({ isFolder }) => !isFolder)
    .map((named) => ({ range: document.lines.rangeOf(named), target: workspace.uriOf(named.path) }));
}
