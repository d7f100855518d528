import type { Location } from 'vscode-languageserver/node';
import type { FileView, Workspace } from '../../workspace/workspace.js';
import { touches } from '../hover/explanation.js';
import { locationIn, startOf } from '../locations.js';
import { namedFiles } from './named-files.js';
import { nameAt, occurrencesOf } from './names.js';

/** Where the thing at an offset comes from: the setting that wins, the mappings of a map, the file that is named. */
export function definition(view: FileView, offset: number, workspace: Workspace): Location[] {
  const { file, cluster } = view;
  const named = namedFiles(file, workspace.files).find((one) => touches(one, offset));
  if (named !== undefined) return filesOf(named.path, named.isFolder, view, workspace);
  if (file.tree.kind === 'conf') {
    const line = file.tree.lines.find((one) => touches(one, offset));
    if (line?.type !== 'Setting') return [];
    const { entry } = cluster.configuration.get(line.name.value);
    return entry === undefined ? [] : [locationIn(entry.file, entry, workspace)];
  }
  const name = nameAt(cluster, file.id, offset);
  if (name?.kind !== 'map') return [];
  const places = occurrencesOf(name, cluster).filter(({ defines }) => defines);
  return places.map((place) => locationIn(place.file, place, workspace));
}

/** A folder stands for the files that are read from it. */
function filesOf(path: string, isFolder: boolean, { cluster }: FileView, workspace: Workspace): Location[] {
  if (!isFolder) return [startOf(path, workspace)];
  const inside = cluster.files.filter((file) => file.path.startsWith(`${path}/`));
  return inside.map((file) => startOf(file.path, workspace));
}
