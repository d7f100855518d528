/** The commands that show a page beside the editor. */
import { type Disposable, Uri, window, workspace } from 'vscode';
import type { AccessAnswer, AskedLogin, LoginAnswer, SettingsAnswer } from '../answers.js';
import { accessPage } from '../pages/access-page.js';
import { LivePanel } from '../pages/live-panel.js';
import { loginPage } from '../pages/login-page.js';
import { settingsPage } from '../pages/settings-page.js';
import type { Server } from '../server.js';

const noCluster = 'Open a file of a cluster first: pg_hba.conf or postgresql.conf, for instance.';

/** The pages, each in a panel of its own. */
export class ShownPages implements Disposable {
  readonly #server: Server;
  readonly #access: LivePanel<AccessAnswer>;
  readonly #settings: LivePanel<SettingsAnswer>;
  readonly #login: LivePanel<LoginAnswer>;
  /** What was asked last, to start the next question from. */
  #asked: AskedLogin | undefined;

  constructor(server: Server) {
    this.#server = server;
    this.#access = new LivePanel('pgconflint.access', server);
    this.#settings = new LivePanel('pgconflint.settings', server);
    this.#login = new LivePanel('pgconflint.login', server);
  }

  dispose(): void {
    for (const panel of [this.#access, this.#settings, this.#login]) panel.dispose();
  }

  /** Who gets in by the cluster of the file at hand. */
  showAccess(): Promise<void> {
    const nothing = 'Open a file of a cluster that has a pg_hba.conf.';
    const uri = window.activeTextEditor?.document.uri;
    return this.#access.show({
      title: 'Who gets in',
      nothing,
      ask: async () => (uri === undefined ? undefined : this.#server.ask<AccessAnswer>('access', uri)),
      page: (answer, nonce) => accessPage(answer, nameOf(answer.uri), nonce),
    });
  }

  /** The settings in force of the cluster of the file at hand. */
  showSettings(): Promise<void> {
    const uri = window.activeTextEditor?.document.uri;
    return this.#settings.show({
      title: 'Settings in force',
      nothing: noCluster,
      ask: async () => (uri === undefined ? undefined : this.#server.ask<SettingsAnswer>('settings', uri)),
      page: (answer, nonce) => settingsPage(answer, nameOf(answer.uri), nonce),
    });
  }

  /** Asks a person for a login, and shows which record decides it. */
  async testLogin(): Promise<void> {
    const uri = window.activeTextEditor?.document.uri;
    if (uri === undefined) {
      void window.showInformationMessage(`pgconflint: ${noCluster}`);
      return;
    }
    const login = await askForLogin(this.#asked);
    if (login === undefined) return;
    this.#asked = login;
    await this.#login.show({
      title: `Login of ${login.user}`,
      nothing: noCluster,
      ask: () => this.#server.ask<LoginAnswer>('login', uri, { login }),
      page: (answer, nonce) => loginPage(answer, login, nonce),
    });
  }
}

/** A file as the person knows it. */
function nameOf(uri: string): string {
  return workspace.asRelativePath(Uri.parse(uri));
}

/** A few questions, one after the other; undefined where the person gives up. */
async function askForLogin(before: AskedLogin | undefined): Promise<AskedLogin | undefined> {
  const title = 'Test a Login';
  const user = await window.showInputBox({
    title,
    prompt: 'The role that logs in',
    value: before?.user ?? '',
    ignoreFocusOut: true,
    validateInput: (text) => (text === '' ? 'A login has a role.' : undefined),
  });
  if (user === undefined) return undefined;
  const database = await window.showInputBox({
    title,
    prompt: `The database. Left empty, it is ${user}, as clients choose it.`,
    value: before?.database ?? '',
    ignoreFocusOut: true,
  });
  if (database === undefined) return undefined;
  const from = await window.showInputBox({
    title,
    prompt: 'Where the client is: an address such as 10.1.2.3, or local for the Unix socket',
    value: before?.from ?? 'local',
    ignoreFocusOut: true,
  });
  if (from === undefined) return undefined;
  const named = database === '' ? { user, from: from.trim() } : { user, database, from: from.trim() };
  return named.from === 'local' ? named : withEncryption(named, title);
}

async function withEncryption(login: AskedLogin, title: string): Promise<AskedLogin | undefined> {
  const items: { label: string; encryption?: 'tls' | 'gss' }[] = [
    { label: 'TLS', encryption: 'tls' },
    { label: 'No encryption' },
    { label: 'GSSAPI', encryption: 'gss' },
  ];
  const chosen = await window.showQuickPick(items, {
    title,
    placeHolder: 'How the connection is encrypted',
    ignoreFocusOut: true,
  });
  if (chosen === undefined) return undefined;
  return chosen.encryption === undefined ? login : { ...login, encryption: chosen.encryption };
}
