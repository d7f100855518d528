import { commands, type ExtensionContext, window, workspace } from 'vscode';
import { chooseTargets, majorsOf } from './commands/choose-targets.js';
import { createConfiguration, writeBaseline } from './commands/first-files.js';
import { Reports } from './commands/reports.js';
import { ShownPages } from './commands/shown-pages.js';
import { showPageCommand } from './page-links.js';
import { showPage } from './rule-pages.js';
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
  const pages = new ShownPages(started);
  const reports = new Reports(started);
  const restart = () => void started.restart();
  const watcher = workspace.createFileSystemWatcher(codeConfigurations);
  const actions: Record<string, (...given: never[]) => unknown> = {
    'pgconflint.showAccess': () => pages.showAccess(),
    'pgconflint.showSettings': () => pages.showSettings(),
    'pgconflint.testLogin': () => pages.testLogin(),
    'pgconflint.compareWithHead': () => reports.compare(),
    'pgconflint.audit': () => reports.audit(),
    'pgconflint.fixAll': fixAll,
    'pgconflint.createConfiguration': () => createConfiguration(majorsOf(context), started),
    'pgconflint.writeBaseline': () => writeBaseline(started),
    'pgconflint.chooseTargets': () => chooseTargets(context, started),
    'pgconflint.restartServer': restart,
    'pgconflint.showOutput': () => started.output.show(),
    [showPageCommand]: (id: string) => showPage(id),
  };
  context.subscriptions.push(
    status,
    pages,
    reports,
    watcher,
    ...Object.entries(actions).map(([name, action]) => commands.registerCommand(name, action)),
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

/** Every safe fix in the file at hand; the editor says so where there is none. */
async function fixAll(): Promise<void> {
  if (window.activeTextEditor === undefined) {
    void window.showInformationMessage('pgconflint: Open a file first.');
    return;
  }
  const action = { kind: 'source.fixAll.pgconflint', apply: 'first' };
  await commands.executeCommand('editor.action.sourceAction', action);
}

/** Ends the server with the window. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
