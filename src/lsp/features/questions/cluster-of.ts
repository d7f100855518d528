import type { Major } from '../../../catalog/majors.js';
import { explainChoice } from '../../../linter/engine/target-choice.js';
import type { FileKind } from '../../../syntax/nodes.js';
import type { FileView, Workspace } from '../../workspace/workspace.js';

/** What an editor shows beside a file. */
export interface ClusterAnswer {
  kind: FileKind;
  /** The file that the cluster starts from: mostly its postgresql.conf. */
  uri: string;
  /** The majors that it is checked for, oldest first. */
  targets: readonly Major[];
  /** What told them, one sentence. */
  targetsBecause: string;
}

/** The cluster that a buffer is judged with. */
export function clusterOf({ file }: FileView, workspace: Workspace): ClusterAnswer | null {
  const judged = workspace.judgedWith(file.path);
  if (judged === undefined) return null;
  const { path, choice } = judged;
  const { targets } = choice;
  return {
    kind: file.kind,
    uri: workspace.uriOf(path),
    targets,
    targetsBecause: `Checked ${explainChoice(choice)}.`,
  };
}
