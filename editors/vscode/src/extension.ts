import { commands, type ExtensionContext, window, workspace } from 'vscode';
import { AccessPanel } from './access-panel.js';
import { chooseTargets } from './choose-targets.js';
import { Server } from './server.js';
import { TargetStatus } from './status.js';

/** Configurations that are code: Node loads a module once, so that another text of it needs another server. */
const codeConfigurations = '**/pgconflint.config.{js,mjs,cjs,ts,mts,cts}';
/** Settings that decide whether a server runs, and which. */
const startSettings = ['pgconflint.enable', 'pgconflint.server'];

let server: Server | undefined;

/** Starts everything; VS Code calls it once, when a file or a folder of PostgreSQL is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  const started = new Server(context);
  server = started;
  const status = new TargetStatus(started);
  const panel = new AccessPanel(started);
  const restart = () => void started.restart();
  const watcher = workspace.createFileSystemWatcher(codeConfigurations);
  context.subscriptions.push(
    status,
    panel,
    watcher,
    commands.registerCommand('pgconflint.showAccess', () => panel.show(window.activeTextEditor?.document.uri)),
    commands.registerCommand('pgconflint.chooseTargets', () => chooseTargets(context, started)),
    commands.registerCommand('pgconflint.restartServer', restart),
    commands.registerCommand('pgconflint.showOutput', () => started.output.show()),
    workspace.onDidGrantWorkspaceTrust(restart),
    workspace.onDidChangeConfiguration((change) => {
      if (startSettings.some((setting) => change.affectsConfiguration(setting))) restart();
    }),
    watcher.onDidChange(restart),
    watcher.onDidCreate(restart),
    watcher.onDidDelete(restart),
  );
  await started.start();
}

/** Ends the server with the window. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
