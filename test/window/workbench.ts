import fs from 'node:fs';
import path from 'node:path';
import { EXTENSION_ID } from '../../src/workbench/extensionId.ts';
import { decodeLines } from '../../src/library/log/markLines.ts';
import type { Mark } from '../../src/library/log/marks.ts';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { remoteUri, type Server, startServer, workbenchUrl } from '../support/vscode/host.ts';
import { OUT, REPO } from '../support/paths.ts';
import type { VsCode } from '../support/versions.ts';

/** Which extension host the extension runs in: a Node process, or a web worker in the browser. */
export type HostKind = 'node' | 'web';

export interface WindowOptions {
  readonly version: VsCode;
  readonly host?: HostKind;
  /** The path of one, or its URI. */
  readonly folder?: string;
  /** The path of a folder of extensions that are installed beside ours; VS Code writes into it. */
  readonly extensions?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Folders are not trusted. */
  readonly restricted?: boolean;
  /** The one that VS Code is shown in, as far as the extension is told of it: its own words stay English. */
  readonly language?: string;
  /** The path of the extension, if it is not this repository. */
  readonly extension?: string;
  /** Links ask before they leave, as they do for a person. */
  readonly linkProtection?: boolean;
  /** A script that runs in every page, the reader's too, before its own. */
  readonly before?: string;
}

/** A window of the real workbench, driven as a person would: by what is seen, clicked and typed. */
export class Workbench {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What was said in the browser's own dialogs. */
  readonly dialogs: string[] = [];
  /** What the window asked of other machines. */
  readonly requests: string[] = [];
  readonly #browser: Browser;
  readonly #server: Server;
  readonly #folder: string | undefined;

  static async open(options: WindowOptions): Promise<Workbench> {
    const { version, host = 'node', folder, settings = {}, restricted = false, language, before } = options;
    const { linkProtection = false } = options;
    const server = await startServer({
      version,
      workspaceTrust: restricted,
      linkProtection,
      ...(options.extensions !== undefined && { extensionsDir: options.extensions }),
      settings: {
        ...settings,
        'security.workspace.trust.startupPrompt': 'never',
        ...(host === 'web' && { 'remote.extensionKind': { [EXTENSION_ID]: ['web'] } }),
      },
    });
    const browser = await launchBrowser();
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    context.setDefaultTimeout(20_000);
    // Nothing leaves this machine: a page that a link opens is empty, but has its address.
    await context.route(
      (url) => url.hostname !== 'localhost' && !url.hostname.endsWith('.vscode-cdn.net'),
      (route) => route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }),
    );
    if (before !== undefined) await context.addInitScript({ content: before });
    if (language !== undefined) await context.addInitScript({ content: shownIn(language) });
    const page = await context.newPage();
    const workbench = new Workbench(page, context, browser, server, folder);
    await page.goto(
      workbenchUrl(server, {
        ...(folder !== undefined && { folder }),
        payload: [['extensionDevelopmentPath', remoteUri(server, options.extension ?? REPO)]],
      }),
    );
    if (language === undefined) await workbench.briefingsTab.waitFor();
    return workbench;
  }

  private constructor(
    page: Page,
    context: BrowserContext,
    browser: Browser,
    server: Server,
    folder: string | undefined,
  ) {
    this.page = page;
    this.context = context;
    this.#browser = browser;
    this.#server = server;
    this.#folder = folder;
    // An alert, or a page that asks before it is left, would be content at work.
    page.on('dialog', (dialog) => {
      this.dialogs.push(dialog.message());
      void dialog.accept();
    });
    page.on('request', (request) => {
      const { hostname } = new URL(request.url());
      if (hostname !== 'localhost' && hostname !== '' && !hostname.endsWith('.vscode-cdn.net')) {
        this.requests.push(request.url());
      }
    });
  }

  /** A second window of the same person's: on the same folder, or on what `query` names, `{ ew: 'true' }` for nothing. */
  async another(query?: Readonly<Record<string, string>>, language?: string): Promise<Workbench> {
    const page = await this.context.newPage();
    if (language !== undefined) await page.addInitScript({ content: shownIn(language) });
    const other = new Workbench(page, this.context, this.#browser, this.#server, this.#folder);
    const url = new URL(this.page.url());
    if (query !== undefined) url.searchParams.delete('folder');
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    await page.goto(url.href);
    if (language === undefined) await other.briefingsTab.waitFor();
    return other;
  }

  /** Shows the briefings. A click on their tab would hide them in a window that opens with them. */
  showSidebar(): Promise<void> {
    return this.run('View: Show Briefings');
  }

  get briefingsTab(): Locator {
    return this.page.getByRole('tab', { name: 'Briefings' });
  }

  /** The inside of the reader's webview. */
  get reader(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** The takeaway that the reader shows. */
  get card(): Locator {
    return this.reader.locator('.card.current');
  }

  /** The tab of the active editor. */
  get activeTab(): Locator {
    return this.page.locator('.editor-group-container.active .tab.active');
  }

  treeItem(name: string | RegExp): Locator {
    return this.page.locator('.sidebar').getByRole('treeitem', { name });
  }

  /** A row of the sidebar by all that it shows, where `treeItem` goes by its name for a screen reader. */
  row(text: RegExp): Locator {
    return this.page.locator('.sidebar [role=treeitem]').filter({ hasText: text });
  }

  /** What is selected in the sidebar: it follows the reader in a moment. */
  get selectedRow(): Locator {
    return this.page.locator('.sidebar [role=treeitem][aria-selected=true]');
  }

  /** Waits until the sidebar has stopped changing, which follows the reader in its own time: a click finds its row then. */
  async settled(): Promise<void> {
    const rows = this.page.locator('.sidebar .monaco-list-rows');
    for (let before = ''; ;) {
      const now = await rows.innerText();
      if (now === before) return;
      before = now;
      await this.page.waitForTimeout(250);
    }
  }

  /** Waits until a briefing that following the reader has unfolded is folded again: rows move with it. */
  async folded(name: string | RegExp): Promise<void> {
    await this.treeItem(name).and(this.page.locator('[aria-expanded=false]')).waitFor();
  }

  /** Unfolds a briefing by its arrow: a click on the rest of its row opens it. The row may be drawn anew under it. */
  async unfold(name: string | RegExp): Promise<void> {
    const item = this.treeItem(name).first();
    const unfolded = item.and(this.page.locator('[aria-expanded=true]'));
    await this.#insist(async () => {
      if ((await item.getAttribute('aria-expanded')) === 'false')
        await item.locator('.monaco-tl-twistie').click({ timeout: 5000 });
      await unfolded.waitFor({ timeout: 5000 });
      // Rows that are drawn anew just then are folded again.
      await this.settled();
      await unfolded.waitFor({ timeout: 500 });
    });
  }

  /** Types a command into the palette and runs it. */
  async run(command: string, leavesAnInput = false): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    const rows = widget.locator('.monaco-list-row');
    const named = this.page.locator('.label-name').getByText(command, { exact: true });
    // One of that very name may stand below another that its words fit as well.
    const row = rows
      .filter({ has: named })
      .or(widget.locator('.monaco-list-row.focused', { hasText: command }));
    await this.#insist(async () => {
      await this.page.keyboard.press('F1');
      await widget.locator('input').first().fill(`>${command}`, { timeout: 3000 });
      await row.first().waitFor({ timeout: 5000 });
      // A key would go to the page that has just closed the palette; a click finds its row gone.
      await row.first().click({ timeout: 3000 });
      if (!leavesAnInput) await widget.waitFor({ state: 'hidden', timeout: 5000 });
    });
  }

  /**
   * Runs a command, and answers what it asks. A page that comes late takes the focus, which closes the box: then it is
   * run again. `answer` throws soon where there is no box.
   */
  async answer(command: string, answer: () => Promise<void>): Promise<void> {
    await this.#insist(async () => {
      await this.run(command, true);
      await answer();
    });
  }

  /** Opens a list, and waits for a row of it: before VS Code has looked at a text, it lists nothing, and says only that. */
  async list(open: () => Promise<void>, row: Locator): Promise<void> {
    await this.#insist(async () => {
      await open();
      await row.waitFor({ timeout: 7000 });
    });
  }

  /** Closes what is open, and waits until it is gone: a reader may still be coming. */
  async closeEditors(): Promise<void> {
    const readers = this.page.locator('iframe.webview');
    for (let attempt = 1; attempt === 1 || (await readers.count()) > 0; attempt++) {
      if (attempt === 4) throw new Error('An editor stays open.');
      await this.run('View: Close All Editors');
      await this.page.waitForTimeout(300);
    }
  }

  /** The commands that the palette offers for some words. */
  async offered(words: string): Promise<string[]> {
    const widget = this.page.locator('.quick-input-widget');
    await this.page.keyboard.press('F1');
    await widget.locator('input').first().fill(`>${words}`);
    await widget.locator('.monaco-list-row').first().waitFor();
    const rows = new Set<string>();
    // Only the rows in view are there.
    for (let before = -1; rows.size > before;) {
      before = rows.size;
      for (const row of await widget.locator('.monaco-list-row .label-name').allTextContents()) rows.add(row);
      // The first goes to the end of what is in view, the second beyond it.
      for (let i = 0; i < 2; i++) await this.page.keyboard.press('PageDown');
      await this.page.waitForTimeout(200);
    }
    await this.page.keyboard.press('Escape');
    await widget.waitFor({ state: 'hidden' });
    return [...rows];
  }

  /** `timeout`, in ms: short where it is an answer to a command that is run again. */
  async choose(row: string, timeout = 20_000): Promise<void> {
    const rows = this.page.locator('.quick-input-widget .monaco-list-row', { hasText: row });
    await rows.first().click({ timeout });
  }

  /** Chooses an entry of something's context menu. */
  async chooseFor(item: Locator, entry: string | RegExp): Promise<void> {
    const choice = this.page.getByRole('menuitem', { name: entry });
    await this.#insist(async () => {
      await item.click({ button: 'right' });
      await choice.waitFor({ timeout: 5000 });
      // So soon after the menu has opened it takes a click for the end of the one that opened it.
      await this.page.waitForTimeout(200);
      await choice.click({ timeout: 5000 });
    });
  }

  /** Does something that opens a page outside of VS Code, and gives that page's address. */
  async leaving(action: () => Promise<void>): Promise<string> {
    const before = this.context.pages().length;
    const [page] = await Promise.all([this.context.waitForEvent('page'), action()]);
    await page.waitForURL((url) => url.href !== 'about:blank');
    const address = page.url();
    await this.page.waitForTimeout(300);
    if (this.context.pages().length > before + 1) throw new Error(`${address} was opened more than once.`);
    await page.close();
    await this.page.bringToFront();
    return address;
  }

  /** Another program's window comes to the front, or this one does again: in a headless browser each has the focus. */
  async setFocused(isFocused: boolean): Promise<void> {
    await this.page.evaluate((has) => {
      document.hasFocus = () => has;
      document.dispatchEvent(new Event('visibilitychange'));
    }, isFocused);
  }

  /** As a person reloads it: VS Code keeps its state before it goes, which a reload of the page leaves no time for. */
  async reload(): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), this.run('Developer: Reload Window', true)]);
    await this.briefingsTab.waitFor();
  }

  /** The reading log's marks that have been written: what a crash leaves behind. */
  writtenMarks(): readonly Mark[] {
    const folder = path.join(
      this.#server.dataDir,
      'data/User/globalStorage',
      EXTENSION_ID.toLowerCase(),
      'reading',
    );
    const files = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
    return files.flatMap((file) => decodeLines(fs.readFileSync(path.join(folder, file))).marks);
  }

  /** `away`: with the mouse elsewhere, so that nothing is hovered over. */
  async screenshot(name: string, away = true): Promise<void> {
    const file = path.join(OUT, 'screenshots', `${name}.png`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    // Without a blinking cursor or a hover two pictures of the same are the same.
    if (away) await this.page.mouse.move(640, 4);
    await this.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  }

  /** Of this window and of all others of the same person's. */
  async screenshots(name: string): Promise<void> {
    for (const [i, page] of this.context.pages().entries())
      await page.screenshot({ path: path.join(OUT, 'screenshots', `${name} ${i + 1}.png`) });
  }

  /** Sets the settings of the folder that is open, and waits for what they bring about. */
  async configure(settings: Readonly<Record<string, unknown>>, effect: Locator): Promise<void> {
    const file = path.join(this.#folder ?? '', '.vscode', 'settings.json');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    for (let attempt = 1; ; attempt++) {
      fs.writeFileSync(file, JSON.stringify(settings));
      try {
        await effect.first().waitFor({ timeout: 5000 });
        return;
      } catch (error) {
        if (attempt === 4) throw error;
        // A window that is still starting may miss a change of its settings: they change once more.
        fs.writeFileSync(file, '{}');
        await this.page.waitForTimeout(500);
      }
    }
  }

  /** Opens something once more, as a person would: it closes where a page that is just opening takes the focus. */
  async #insist(open: () => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await open();
        return;
      } catch (error) {
        if (attempt === 3) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
  }
}

/** A script that tells VS Code’s page which language it is in. */
function shownIn(language: string): string {
  return `globalThis._VSCODE_NLS_LANGUAGE = '${language}';`;
}
