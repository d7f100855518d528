import type { DocumentHighlight, Location } from 'vscode-languageserver/node';
import type { SourceFile } from '../../../cluster/types.js';
import type { Span } from '../../../syntax/nodes.js';
import type { FileView, Workspace } from '../../workspace/workspace.js';
import { touches } from '../hover/explanation.js';
import { locationIn } from '../locations.js';
import { nameAt, occurrencesOf } from './names.js';

/** Every other place of the thing at an offset: all settings of a parameter, all uses of a map, a role or a database. */
export function references(
  view: FileView,
  offset: number,
  includeDeclaration: boolean,
  workspace: Workspace,
): Location[] {
  return placesOf(view, offset)
    .filter(({ defines }) => includeDeclaration || !defines)
    .map((place) => locationIn(place.file, place, workspace));
}

/** The places of the same thing in the buffer itself. */
export function highlights(view: FileView, offset: number): DocumentHighlight[] {
  return placesOf(view, offset)
    .filter((place) => place.file.id === view.file.id)
    .map((place) => ({ range: view.document.lines.rangeOf(place) }));
}

function placesOf({ file, cluster }: FileView, offset: number): (Span & { file: SourceFile; defines: boolean })[] {
  if (file.tree.kind !== 'conf') {
    const name = nameAt(cluster, file.id, offset);
    return name === undefined ? [] : occurrencesOf(name, cluster);
  }
  const line = file.tree.lines.find((one) => touches(one, offset));
  if (line?.type !== 'Setting' || !touches(line.name, offset)) return [];
  const setting = cluster.configuration.get(line.name.value);
  const entries = setting.entry === undefined ? [] : [...setting.overridden, setting.entry];
  return entries.map((entry) => {
    const { start, end } = entry.node.name;
    return { file: entry.file, start, end, defines: entry === setting.entry };
  });
}
