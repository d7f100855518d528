import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { SourceFile } from '../../cluster/types.js';
import type { Replacement } from '../../documents/map.js';
import { changeInFile } from '../../documents/places.js';
import type { Edit } from '../../linter/problem.js';
import type { Client } from '../protocol/client.js';
import type { Workspace } from '../workspace/workspace.js';

/**
 * Makes edits of files out of changes of documents.
 *
 * @returns undefined where a file that carries a document cannot hold one of them
 */
export function editsOf(changes: readonly (Replacement & { file: SourceFile })[]): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const change of changes) {
    const written = changeInFile(change.file, change);
    if (written === undefined) return undefined;
    edits.push({ file: change.file.path, start: written.start, end: written.end, text: written.text });
  }
  return edits;
}

/**
 * Turns edits into what the client applies.
 *
 * @param edits offsets into the texts as they are now
 * @returns undefined where there are none, or a file of theirs was not read
 */
export function workspaceEditOf(
  edits: readonly Edit[] | undefined,
  workspace: Workspace,
  client: Client,
): WorkspaceEdit | undefined {
  if (edits === undefined) return undefined;
  const byFile = new Map<string, TextEdit[]>();
  const results = workspace.update();
  for (const { file, start, end, text } of edits) {
    const read = results.get(file);
    if (read === undefined) return undefined;
    const range = workspace.linesOf(read).rangeOf({ start, end });
    byFile.set(file, [...(byFile.get(file) ?? []), { range, newText: text }]);
  }
  if (client.versionedEdits) {
    const documentChanges = [...byFile].map(([path, changes]): TextDocumentEdit => {
      const version = workspace.documents.atPath(path)?.version ?? null;
      return { textDocument: { uri: workspace.uriOf(path), version }, edits: changes };
    });
    return { documentChanges };
  }
  return { changes: Object.fromEntries([...byFile].map(([path, changes]) => [workspace.uriOf(path), changes])) };
}

/** The one edit that makes a text of another one; undefined where they are the same. */
export function difference(file: string, before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  // A surrogate pair is never cut in two.
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  if (same > 0 && isLowSurrogate(before.charCodeAt(before.length - same))) same--;
  return { file, start, end: before.length - same, text: after.slice(start, after.length - same) };
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
