import type { TextEdit } from 'vscode-languageserver/node';
import { changeInFile } from '../../documents/places.js';
import { formatEdits } from '../../format/records.js';
import type { Span } from '../../syntax/nodes.js';
import type { FileView, Workspace } from '../workspace/workspace.js';

/** What puts the columns of a buffer, or of the lines of a range, below each other. Settings have no columns. */
export function formatting({ file, document }: FileView, workspace: Workspace, within?: Span): TextEdit[] {
  if (file.tree.kind === 'conf') return [];
  const { lines } = document;
  const ofFile = workspace.documents.get(document.uri)?.lines ?? lines;
  const first = within === undefined ? 0 : lines.lineAt(within.start);
  const last = within === undefined ? lines.count : lines.lineAt(within.end);
  return formatEdits(file.tree)
    .filter(({ start }) => lines.lineAt(start) >= first && lines.lineAt(start) <= last)
    .flatMap((edit) => changeInFile(file, edit) ?? [])
    .map((edit) => ({ range: ofFile.rangeOf(edit), newText: edit.text }));
}
