import { folderOf, relativePath } from '../../../files/paths.js';
import type { FileView } from '../../workspace/workspace.js';
import { type Asking, askAbout, isRefusal, type Refusal, sentencesOf } from './asked-command.js';
import { clusterArgument } from './settings.js';

/** A report of a command, in Markdown, and what the command says beside it. */
export interface ReportAnswer {
  /** The cluster's main file. */
  uri: string;
  text: string;
  remarks: string[];
}

/** What the change since the last commit means for a buffer's cluster, as `pgconflint diff HEAD` tells it. */
export function comparedWithHead(view: FileView, asking: Asking): Promise<ReportAnswer | Refusal> {
  const { workspace } = asking;
  const root = workspace.rootOf(view.file.path);
  const folder = relativePath(folderOf(clusterArgument(view, workspace).path), root);
  return reportOf(view, asking, ['diff', '--format=markdown', 'HEAD', '.', '--', folder === '' ? '.' : folder]);
}

/** A buffer's cluster against a benchmark, control by control, as `pgconflint audit` sorts it. */
export function audited(view: FileView, benchmark: string, asking: Asking): Promise<ReportAnswer | Refusal> {
  const { path } = clusterArgument(view, asking.workspace);
  return reportOf(view, asking, ['audit', `--benchmark=${benchmark}`, '--format=markdown', path]);
}

async function reportOf(view: FileView, asking: Asking, args: string[]): Promise<ReportAnswer | Refusal> {
  const run = await askAbout(view, asking, args);
  if (isRefusal(run)) return run;
  const uri = asking.workspace.uriOf(clusterArgument(view, asking.workspace).path);
  return { uri, text: run.output, remarks: sentencesOf(run) };
}
