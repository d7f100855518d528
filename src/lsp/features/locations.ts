import type { Location } from 'vscode-languageserver/node';
import type { SourceFile } from '../../cluster/types.js';
import type { Span } from '../../syntax/nodes.js';
import type { Workspace } from '../workspace/workspace.js';

/** A span of a file of a cluster, as the client names it. */
export function locationIn(file: SourceFile, span: Span, workspace: Workspace): Location {
  return { uri: workspace.uriOf(file.path), range: workspace.linesOf(file).rangeOf(span) };
}

/** The start of a file. */
export function startOf(path: string, workspace: Workspace): Location {
  const start = { line: 0, character: 0 };
  return { uri: workspace.uriOf(path), range: { start, end: start } };
}
