/** The commands that write files: the server writes them as the command line does. */
import { Uri, window, workspace } from 'vscode';
import { type Choices, isRefusal, type WrittenAnswer } from '../answers.js';
import type { Server } from '../server.js';

/** The configuration that `init` writes. */
const configurationName = 'pgconflint.config.jsonc';

/** Writes a first configuration into a folder of the workspace, with the preset and the majors that a person chooses, and opens it. */
export async function createConfiguration(majors: readonly number[], server: Server): Promise<void> {
  const folder = await chooseFolder();
  const choices = folder && (await server.request<Choices>('choices', {}));
  if (folder === undefined || choices === undefined) return;
  const title = 'Create Configuration';
  const presets = choices.presets.map(({ name, summary }) => ({ label: name, detail: summary }));
  const placeHolder = 'The preset: which rules are on';
  const recommended = presets.findIndex(({ label }) => label === 'recommended');
  // What most want comes first, so that Enter chooses it.
  const ordered = [...presets.splice(recommended, 1), ...presets];
  const preset = await window.showQuickPick(ordered, { title, placeHolder, matchOnDetail: true });
  if (preset === undefined) return;
  const items = majors.toReversed().map((major) => ({ label: `PostgreSQL ${major}`, major }));
  const question = 'The majors that the files must work on; none for what the files tell';
  const chosen = await window.showQuickPick(items, { title, placeHolder: question, canPickMany: true });
  if (chosen === undefined) return;
  const targets = chosen.map(({ major }) => major).sort((a, b) => a - b);
  const answer = await server.request<WrittenAnswer>('init', {
    folder: folder.toString(),
    preset: preset.label,
    targets,
  });
  if (tell(answer, 'There is no server that writes it.')) {
    await window.showTextDocument(Uri.joinPath(folder, configurationName));
  }
}

/** Records the problems of a folder of the workspace, so that only new ones are reported; asks before. */
export async function writeBaseline(server: Server): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const write = 'Save All and Write';
  const detail = 'From then on only new problems are reported. A baseline that is there is replaced.';
  const message = `Record all present problems in ${workspace.asRelativePath(folder, true)}?`;
  if ((await window.showWarningMessage(message, { modal: true, detail }, write)) !== write) return;
  // What is recorded is what is on the disk.
  if (!(await workspace.saveAll(false))) return;
  tell(
    await server.request<WrittenAnswer>('baseline', { folder: folder.toString() }),
    'There is no server that writes it.',
  );
}

/** The folder of the file at hand; of several, the one that a person chooses. */
async function chooseFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void window.showInformationMessage('pgconflint: Open a folder first: the file is written into it.');
    return undefined;
  }
  const document = window.activeTextEditor?.document;
  const own = document && workspace.getWorkspaceFolder(document.uri);
  if (own !== undefined || folders.length === 1) return (own ?? folders[0]!).uri;
  return (await window.showWorkspaceFolderPick())?.uri;
}

/** Says what was written, or why nothing was. */
function tell(answer: WrittenAnswer | { refusal: string } | undefined, nothing: string): boolean {
  if (answer === undefined || isRefusal(answer)) {
    void window.showErrorMessage(`pgconflint: ${answer?.refusal ?? nothing}`);
    return false;
  }
  void window.showInformationMessage(`pgconflint: ${answer.sentences.join(' ')}`);
  return true;
}
