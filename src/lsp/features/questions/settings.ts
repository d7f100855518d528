import type { Major } from '../../../catalog/majors.js';
import { clusterOfDocument } from '../../../documents/document.js';
import { folderOf, resolvePath } from '../../../files/paths.js';
import type { SettingInForce } from '../../../formats/conf/effective-settings.js';
import type { FileView, Workspace } from '../../workspace/workspace.js';
import { type Asking, askAbout, isRefusal, type Refusal, sentencesOf } from './asked-command.js';

type Placed<T> = T & { uri: string | null };
type Override = SettingInForce['overrides'][number];

/** The settings in force, for a page in the editor. */
export interface SettingsAnswer {
  /** The file that the cluster starts from. */
  uri: string;
  target: Major;
  /** As `pgconflint settings --format json` prints them, each with the file that sets it. */
  settings: (Placed<Omit<SettingInForce, 'overrides'>> & { overrides: Placed<Override>[] })[];
  /** What makes the answer uncertain, or keeps a server from using the settings; one sentence each. */
  remarks: string[];
}

/** The settings in force of a buffer's cluster, as `pgconflint settings` finds them. */
export async function settingsOf(view: FileView, asking: Asking): Promise<SettingsAnswer | Refusal> {
  const { workspace } = asking;
  const { target } = view.cluster;
  const { path, argument } = clusterArgument(view, workspace);
  const run = await askAbout(view, asking, ['settings', `--postgres=${target}`, '--format=json', argument]);
  if (isRefusal(run)) return run;
  const folder = folderOf(path);
  const placed = <T extends { sourcefile: string | null }>(one: T): Placed<T> => ({
    ...one,
    uri: one.sourcefile === null ? null : workspace.uriOf(resolvePath(folder, one.sourcefile)),
  });
  const settings = (JSON.parse(run.output) as SettingInForce[]).map((one) => ({
    ...placed(one),
    overrides: one.overrides.map(placed),
  }));
  return { uri: workspace.uriOf(path), target, settings, remarks: sentencesOf(run) };
}

/** How the command line is told of a buffer's cluster. */
export function clusterArgument({ file }: FileView, workspace: Workspace): { path: string; argument: string } {
  const path = workspace.judgedWith(file.path)?.path ?? file.path;
  const name = clusterOfDocument(file.id);
  return { path, argument: name === undefined ? path : `${path}#${name}` };
}
