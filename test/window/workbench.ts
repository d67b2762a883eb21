import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { EXTENSION_ID } from '../../src/workbench/extensionId.ts';
import { decodeLines } from '../../src/library/log/markLines.ts';
import type { Mark } from '../../src/library/log/marks.ts';
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { PATIENCE } from '../support/browser.ts';
import { OUT } from '../support/paths.ts';
import { type Launched, launchWorkbench, shownIn, type WindowOptions } from './support/launch.ts';
import { leaveWindow } from './support/sharedWindows.ts';

/** A window of the real workbench, used as by a person: by what can be seen, clicked and typed. */
export class Workbench {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The messages of the browser’s own dialogs. */
  readonly dialogs: string[] = [];
  /** The requests of the window to other machines. */
  readonly requests: string[] = [];
  readonly #launched: Launched;

  static async open(options: WindowOptions): Promise<Workbench> {
    const launched = await launchWorkbench(options);
    const workbench = new Workbench(launched, launched.page);
    await workbench.page.goto(launched.url);
    if (options.language === undefined) await workbench.briefingsTab.waitFor();
    return workbench;
  }

  private constructor(launched: Launched, page: Page) {
    this.page = page;
    this.context = launched.context;
    this.#launched = launched;
    // An alert, or a page that asks before it is left, would mean that content was run.
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

  /** A second window of the same user, on the same folder. */
  async another(): Promise<Workbench> {
    const other = new Workbench(this.#launched, await this.context.newPage());
    await other.page.goto(this.page.url());
    await other.briefingsTab.waitFor();
    return other;
  }

  /**
   * Opens the folder or workspace that `query` names in this window: `{ ew: 'true' }` for none. Another window would
   * take more time. In another `language`, nothing is waited for, because the tab has another name.
   */
  async goTo(query: Readonly<Record<string, string>>, language?: string): Promise<void> {
    if (language !== undefined) await this.page.addInitScript({ content: shownIn(language) });
    const url = new URL(this.page.url());
    for (const name of ['folder', 'workspace', 'ew']) url.searchParams.delete(name);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    await this.page.goto(url.href);
    if (language === undefined) await this.briefingsTab.waitFor();
  }

  /** Shows the briefings. A click hides them if the window opens with them just then: then it is clicked again. */
  async showSidebar(): Promise<void> {
    const shown = this.briefingsTab.and(this.page.locator('[aria-selected=true]'));
    await this.until(
      'the briefings',
      () => shown.isVisible(),
      () => this.briefingsTab.click(),
    );
  }

  get briefingsTab(): Locator {
    return this.page.getByRole('tab', { name: 'Briefings' });
  }

  /** The inside of the reader’s webview. */
  get reader(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** The takeaway in the reader. */
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

  /** A row of the sidebar by its visible text, while `treeItem` uses its accessible name. */
  row(text: RegExp): Locator {
    return this.page.locator('.sidebar [role=treeitem]').filter({ hasText: text });
  }

  /** The selected row of the sidebar, which follows the reader with a delay. */
  get selectedRow(): Locator {
    return this.page.locator('.sidebar [role=treeitem][aria-selected=true]');
  }

  /** Waits until the sidebar is the same in two frames, so that a click hits its row. */
  async settled(): Promise<void> {
    await this.page.locator('.sidebar .monaco-list-rows').evaluate(async (rows: HTMLElement) => {
      for (let before = ''; before !== rows.innerText;) {
        before = rows.innerText;
        for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
      }
    });
  }

  /**
   * Waits until a briefing that was expanded by following the reader is collapsed again, because that moves
   * rows.
   */
  async folded(name: string | RegExp): Promise<void> {
    await this.treeItem(name).and(this.page.locator('[aria-expanded=false]')).waitFor();
  }

  /**
   * Expands a briefing with its arrow, because a click on the rest of its row opens it. The row may be
   * replaced meanwhile.
   */
  async unfold(name: string | RegExp): Promise<void> {
    const item = this.treeItem(name).first();
    const isIn = async (state: string) => (await item.and(this.page.locator(state)).count()) > 0;
    await this.until(`${String(name)}, expanded`, async () => {
      if (await isIn('[aria-expanded=false]')) await item.locator('.monaco-tl-twistie').click();
      // Rows that are replaced just then are collapsed again.
      await this.settled();
      return isIn('[aria-expanded=true]');
    });
  }

  /** Types a command into the palette and runs it. */
  async run(command: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    const rows = widget.locator('.monaco-list-row');
    const named = this.page.locator('.label-name').getByText(command, { exact: true });
    // A command with exactly this title may be below one that contains its words.
    const row = rows
      .filter({ has: named })
      .or(widget.locator('.monaco-list-row.focused', { hasText: command }))
      .first();
    const unknown = widget.getByText(/^(?:similar commands|No matching commands)$/).first();
    await this.#typeIntoPalette(`>${command}`);
    await this.until(
      command,
      () => row.isVisible(),
      async () => {
        // A window that is still starting lacks commands, and its list stays as it was.
        if (!(await unknown.isVisible())) return;
        await this.#palette.fill('>');
        await this.#palette.fill(`>${command}`);
      },
    );
    await row.click();
    // The box is hidden, or the command asks for more in it.
    await this.#palette.waitFor({ state: 'hidden' });
  }

  /**
   * A page that is still loading swallows keys, so that of the palette goes to VS Code itself: in the same way, VS Code
   * passes on a key from a page.
   */
  async #typeIntoPalette(words: string): Promise<void> {
    await this.page.evaluate(() => {
      const key = new KeyboardEvent('keydown', { key: 'F1', code: 'F1', keyCode: 112, bubbles: true });
      (document.activeElement ?? document.body).dispatchEvent(key);
    });
    await this.#palette.fill(words);
  }

  get #palette(): Locator {
    return this.page.getByPlaceholder('Type the name of a command to run');
  }

  /** Opens a file of the workspace in its editor, and waits for its text. */
  async openFile(name: string): Promise<void> {
    await this.#typeIntoPalette(name);
    await this.choose(name);
    await this.activeTab.filter({ hasText: name }).waitFor();
    await this.page.locator('.editor-instance .view-lines').first().waitFor();
  }

  /** Closes all editors, and waits until they are gone, because a reader may still be opening. */
  async closeEditors(): Promise<void> {
    const close = () => this.run('View: Close All Editors');
    const count = (what: string) => this.page.locator(what).count();
    await close();
    await this.until(
      'no editor',
      async () => (await count('.editor-group-container .tab, iframe.webview')) === 0,
      async () => {
        if ((await count('.editor-group-container .tab')) > 0) await close();
      },
    );
  }

  /** The commands in the palette for some words. */
  async offered(words: string): Promise<string[]> {
    const widget = this.page.locator('.quick-input-widget');
    const focused = widget.locator('.monaco-list-row.focused');
    await this.#typeIntoPalette(`>${words}`);
    await focused.filter({ hasText: words }).waitFor();
    const rows = new Set<string>();
    // Only visible rows are in the DOM.
    for (;;) {
      const row = await focused.evaluate((one) => ({
        at: one.ariaPosInSet,
        last: one.ariaPosInSet === one.ariaSetSize,
      }));
      for (const name of await widget.locator('.monaco-list-row .label-name').allTextContents())
        rows.add(name);
      if (row.last) break;
      await this.page.keyboard.press('PageDown');
      await widget.locator(`.monaco-list-row.focused:not([aria-posinset="${row.at ?? ''}"])`).waitFor();
    }
    await this.page.keyboard.press('Escape');
    await widget.waitFor({ state: 'hidden' });
    return [...rows];
  }

  async choose(row: string): Promise<void> {
    await this.page.locator('.quick-input-widget .monaco-list-row', { hasText: row }).first().click();
  }

  /** Chooses an entry of a context menu, with a key: at first, a menu ignores clicks. */
  async chooseFor(item: Locator, entry: string | RegExp): Promise<void> {
    await this.chooseIn(() => item.click({ button: 'right' }), entry);
  }

  /** Opens a menu, and again if a page that loads late takes the focus, which closes it; then chooses an entry. */
  async chooseIn(open: () => Promise<void>, entry: string | RegExp): Promise<void> {
    const choice = this.page.getByRole('menuitem', { name: entry }).first();
    const { mouse } = this.page;
    await this.until(`the entry ${String(entry)}`, async () => {
      const [at] = await choice.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
      if (!at) {
        await open();
        return false;
      }
      await mouse.move(at.x + 9, at.y + 9);
      await mouse.move(at.x + 10, at.y + 10);
      return choice.evaluateAll(([one]) => {
        const { activeElement } = (one?.getRootNode() ?? document) as Document | ShadowRoot;
        return one?.closest('.action-item')?.contains(activeElement);
      });
    });
    await this.page.keyboard.press('Enter');
    await choice.waitFor({ state: 'hidden' });
  }

  /** Runs an action that opens a page outside VS Code, and returns the address of that page. */
  async leaving(action: () => Promise<void>): Promise<string> {
    const [page] = await Promise.all([this.context.waitForEvent('page'), action()]);
    await page.waitForURL((url) => url.href !== 'about:blank');
    const address = page.url();
    await page.close();
    await this.page.bringToFront();
    return address;
  }

  /** Moves the focus to another program’s window, or back: in a headless browser, every page has the focus. */
  async setFocused(isFocused: boolean): Promise<void> {
    await this.page.evaluate((has) => {
      document.hasFocus = () => has;
      document.dispatchEvent(new Event('visibilitychange'));
    }, isFocused);
  }

  /**
   * Reloads the window with the command: VS Code then saves its state first, which it could not if the page
   * were reloaded.
   */
  async reload(): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), this.run('Developer: Reload Window')]);
    await this.briefingsTab.waitFor();
  }

  /** The marks of the reading log that are on disk and survive a crash. */
  writtenMarks(): readonly Mark[] {
    const folder = path.join(
      this.#launched.server.dataDir,
      'data/User/globalStorage',
      EXTENSION_ID.toLowerCase(),
      'reading',
    );
    const files = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
    return files.flatMap((file) => decodeLines(fs.readFileSync(path.join(folder, file))).marks);
  }

  /** Waits until a place of this time or later, in ms since 1970, is on disk: it is written a moment later. */
  async placeWritten(since: number): Promise<void> {
    const isLater = (mark: Mark) => mark.kind === 'place' && mark.stamp >= since;
    await this.until('the place on disk', () => this.writtenMarks().some(isLater));
  }

  /** `away`: moves the mouse away first, so that nothing is hovered. */
  async screenshot(name: string, away = true): Promise<void> {
    const file = path.join(OUT, 'screenshots', `${name}.png`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    // Without a blinking cursor or a hover, screenshots are reproducible.
    if (away) await this.page.mouse.move(640, 4);
    await this.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  }

  /** Takes screenshots of this window and of all others of the same user. */
  async screenshots(name: string): Promise<void> {
    for (const [i, page] of this.context.pages().entries())
      await page.screenshot({ path: path.join(OUT, 'screenshots', `${name} ${i + 1}.png`) });
  }

  /** Changes the settings of the open folder, and waits for the effect. */
  async configure(settings: Readonly<Record<string, unknown>>, effect: Locator): Promise<void> {
    const file = path.join(this.#launched.folder ?? '', '.vscode', 'settings.json');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify(settings));
    await this.until(
      `the effect of ${JSON.stringify(settings)}`,
      () => effect.first().isVisible(),
      () => {
        // A window that is still starting may miss the change.
        fs.utimesSync(file, new Date(), new Date());
      },
    );
  }

  /**
   * Waits until something is true that no locator can wait for, and returns it. `what`: its name, for the error.
   * Before that, `again` may do what a busy window can lose, such as a turn of the mouse wheel.
   */
  async until<T>(
    what: string,
    look: () => Promise<T | undefined | false> | T | undefined | false,
    again?: () => Promise<void> | void,
  ): Promise<T> {
    for (const end = Date.now() + PATIENCE; ;) {
      const found = await look();
      if (found !== undefined && found !== false) return found;
      if (Date.now() > end) throw new Error(`Never seen: ${what}`);
      await again?.();
      await this.page.waitForTimeout(100);
    }
  }

  /** The texts on the screen, of the window and of the pages in it. */
  async screen(): Promise<string> {
    const frames = this.context.pages().flatMap((page) => page.frames());
    const texts = await Promise.all(
      frames.map((frame) => frame.evaluate(() => document.body.innerText).catch(() => '')),
    );
    return texts
      .join('\n')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .join('\n');
  }

  /** Throws if a page was opened outside VS Code that no `leaving` has waited for. */
  async close(): Promise<void> {
    const { server } = this.#launched;
    const opened = this.context
      .pages()
      .map((page) => page.url())
      .filter((url) => !url.startsWith(server.origin));
    await leaveWindow(server);
    assert.deepEqual(opened, [], 'nothing else is opened outside');
  }
}
