import { isElsewhere, pathOfUri, uriOfPath } from '../../protocol/uris.js';
import { type Asking, askCommand, isRefusal, type Refusal, sentencesOf, withTrust } from './asked-command.js';

/** What a command that writes files says of them, a sentence each, and the folder it ran in. */
export interface WrittenAnswer {
  uri: string;
  sentences: string[];
}

/** What a person chose for a first configuration. */
export interface InitChoice {
  preset: string;
  targets: readonly number[];
}

/**
 * Writes a first configuration into a folder, as `pgconflint init` writes it.
 *
 * @param folder its URI
 */
export function initialized(
  folder: string,
  { preset, targets }: InitChoice,
  asking: Asking,
): Promise<WrittenAnswer | Refusal> {
  const majors = targets.length === 0 ? [] : [`--postgres=${targets.join(',')}`];
  return written(folder, ['init', '--yes', `--preset=${preset}`, ...majors], asking);
}

/**
 * Records the problems of a folder's files, as `pgconflint --baseline-write` records them: those of the files as they are
 * saved.
 *
 * @param folder its URI
 */
export function baselineWritten(folder: string, asking: Asking): Promise<WrittenAnswer | Refusal> {
  return written(folder, withTrust(['lint', '--baseline-write'], asking.workspace), asking);
}

async function written(folder: string, args: string[], { runCommand, workspace }: Asking) {
  const cwd = pathOfUri(folder);
  if (isElsewhere(cwd)) return { refusal: 'The folder is not on this machine.' };
  const run = await askCommand(runCommand, args, { cwd });
  if (isRefusal(run)) return run;
  // Not every client watches files.
  workspace.diskChanged();
  const said = run.output.split('\n').filter((line) => line !== '');
  return { uri: uriOfPath(cwd), sentences: [...said, ...sentencesOf(run)] };
}
