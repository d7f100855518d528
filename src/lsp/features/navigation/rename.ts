import { ErrorCodes, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver/node';
import type { Client } from '../../protocol/client.js';
import type { FileView, Workspace } from '../../workspace/workspace.js';
import { editsOf, workspaceEditOf } from '../edits.js';
import { isPlainName, nameAt, occurrencesOf } from './names.js';

/** The map whose name stands at an offset; other names mean things outside of the files, which a rename would not change. */
export function prepareRename(view: FileView, offset: number): { range: Range; placeholder: string } | undefined {
  const name = nameAt(view.cluster, view.file.id, offset);
  if (name?.kind !== 'map') return undefined;
  return { range: view.document.lines.rangeOf(name), placeholder: name.name };
}

/**
 * Renames a map in pg_ident.conf and in every record that uses it.
 *
 * @throws ResponseError where there is no map, or the new name would not stay one word
 */
export function rename(
  view: FileView,
  offset: number,
  newName: string,
  workspace: Workspace,
  client: Client,
): WorkspaceEdit | undefined {
  const name = nameAt(view.cluster, view.file.id, offset);
  if (name?.kind !== 'map') {
    throw new ResponseError(ErrorCodes.InvalidRequest, 'Only maps of pg_ident.conf can be renamed.');
  }
  if (!isPlainName(newName)) {
    const why = 'A map is one word without spaces, commas, quotes or #, and no keyword.';
    throw new ResponseError(ErrorCodes.InvalidParams, `“${newName}” cannot be the name of a map. ${why}`);
  }
  const places = new Map(occurrencesOf(name, view.cluster).map((place) => [`${place.file.id}:${place.start}`, place]));
  const changes = [...places.values()].map(({ file, start, end }) => ({ file, start, end, text: newName }));
  return workspaceEditOf(editsOf(changes), workspace, client);
}
