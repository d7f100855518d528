import { ConfigurationTarget, type ExtensionContext, window, workspace } from 'vscode';
import type { Server } from '../server.js';

/** Lets a person choose the majors to check for where nothing else tells them, and writes them into the settings. */
export async function chooseTargets(context: ExtensionContext, server: Server): Promise<void> {
  const settings = workspace.getConfiguration('pgconflint');
  const chosen = settings.get<number[]>('targets') ?? [];
  const document = window.activeTextEditor?.document;
  const cluster = document === undefined ? undefined : await server.clusterOf(document.uri);
  const picked: readonly number[] = chosen.length > 0 ? chosen : (cluster?.targets ?? []);
  const items = majorsOf(context)
    .toReversed()
    .map((major) => ({ label: `PostgreSQL ${major}`, major, picked: picked.includes(major) }));
  const answer = await window.showQuickPick(items, {
    canPickMany: true,
    title: 'Check for these versions of PostgreSQL where the files and the configuration tell none',
    placeHolder: 'Choose none for the newest release',
  });
  if (answer === undefined) return;
  const targets = answer.map(({ major }) => major).sort((a, b) => a - b);
  const scope = workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await settings.update('targets', targets.length === 0 ? undefined : targets, scope);
}

/** The majors that the manifest offers. */
export function majorsOf({ extension }: ExtensionContext): number[] {
  return extension.packageJSON.contributes.configuration.properties['pgconflint.targets'].items.enum;
}
