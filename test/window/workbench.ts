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

  /** Shows the briefings. A click on their icon would hide them if the window has opened with them. */
  showSidebar(): Promise<void> {
    return this.run('View: Show Briefings');
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

  /** Waits until the sidebar has stopped changing, so that a click hits its row. */
  async settled(): Promise<void> {
    const rows = this.page.locator('.sidebar .monaco-list-rows');
    for (let before = ''; ;) {
      const now = await rows.innerText();
      if (now === before) return;
      before = now;
      await this.page.waitForTimeout(250);
    }
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
    const unfolded = item.and(this.page.locator('[aria-expanded=true]'));
    await this.#insist(async () => {
      if ((await item.getAttribute('aria-expanded', { timeout: 5000 })) === 'false')
        await item.locator('.monaco-tl-twistie').click({ timeout: 5000 });
      await unfolded.waitFor({ timeout: 5000 });
      // Rows that are replaced just then are collapsed again.
      await this.settled();
      await unfolded.waitFor({ timeout: 500 });
    });
  }

  /** Types a command into the palette and runs it. */
  async run(command: string, leavesAnInput = false): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    const rows = widget.locator('.monaco-list-row');
    const named = this.page.locator('.label-name').getByText(command, { exact: true });
    // A command with exactly this title may be below one that contains its words.
    const row = rows
      .filter({ has: named })
      .or(widget.locator('.monaco-list-row.focused', { hasText: command }));
    await this.#insist(async () => {
      await this.page.keyboard.press('F1');
      await widget.locator('input').first().fill(`>${command}`, { timeout: 3000 });
      await row.first().waitFor({ timeout: 5000 });
      // After the palette has closed, a key would go to the page; a click fails because its row is gone.
      await row.first().click({ timeout: 3000 });
      if (!leavesAnInput) await widget.waitFor({ state: 'hidden', timeout: 5000 });
    });
  }

  /**
   * Runs a command and answers its box. A page that loads late takes the focus, which closes the box: then
   * the command is run again. `answer` fails quickly if there is no box.
   */
  async answer(command: string, answer: () => Promise<void>): Promise<void> {
    await this.#insist(async () => {
      await this.run(command, true);
      await answer();
    });
  }

  /**
   * Opens a list, a view or a box, and waits for what it has: a list is empty until VS Code has examined the text, and
   * a busy window can lose a click.
   */
  async list(open: () => Promise<void>, row: Locator): Promise<void> {
    await this.#insist(async () => {
      await open();
      await row.waitFor({ timeout: 7000 });
    });
  }

  /** Opens a file of the workspace in its editor, and waits for its text. */
  async openFile(name: string): Promise<void> {
    await this.#insist(async () => {
      await this.page.keyboard.press('Control+P');
      await this.page.locator('.quick-input-widget input').first().fill(name);
      await this.choose(name, 10_000);
      await this.activeTab.filter({ hasText: name }).waitFor({ timeout: 15_000 });
    });
    await this.page.locator('.editor-instance .view-lines').first().waitFor();
  }

  /** Closes all editors, and waits until they are gone, because a reader may still be opening. */
  async closeEditors(): Promise<void> {
    const readers = this.page.locator('iframe.webview');
    for (let attempt = 1; attempt === 1 || (await readers.count()) > 0; attempt++) {
      if (attempt === 4) throw new Error('An editor stays open.');
      await this.run('View: Close All Editors');
      await this.page.waitForTimeout(300);
    }
  }

  /** The commands in the palette for some words. */
  async offered(words: string): Promise<string[]> {
    const widget = this.page.locator('.quick-input-widget');
    await this.page.keyboard.press('F1');
    await widget.locator('input').first().fill(`>${words}`);
    await widget.locator('.monaco-list-row').first().waitFor();
    const rows = new Set<string>();
    // Only visible rows are in the DOM.
    for (let before = -1; rows.size > before;) {
      before = rows.size;
      for (const row of await widget.locator('.monaco-list-row .label-name').allTextContents()) rows.add(row);
      // The first goes to the end of the visible rows, the second beyond it.
      for (let i = 0; i < 2; i++) await this.page.keyboard.press('PageDown');
      await this.page.waitForTimeout(200);
    }
    await this.page.keyboard.press('Escape');
    await widget.waitFor({ state: 'hidden' });
    return [...rows];
  }

  /** `timeout` (in ms) is short if it answers a command that may be run again. */
  async choose(row: string, timeout = PATIENCE): Promise<void> {
    const rows = this.page.locator('.quick-input-widget .monaco-list-row', { hasText: row });
    await rows.first().click({ timeout });
  }

  /** Chooses an entry of a context menu. */
  async chooseFor(item: Locator, entry: string | RegExp): Promise<void> {
    const choice = this.page.getByRole('menuitem', { name: entry });
    await this.#insist(async () => {
      await item.click({ button: 'right' });
      await choice.waitFor({ timeout: 5000 });
      // Right after the menu has opened, it ignores clicks.
      await this.page.waitForTimeout(200);
      await choice.click({ timeout: 5000 });
    });
  }

  /** Runs an action that opens a page outside VS Code, and returns the address of that page. */
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
    await Promise.all([this.page.waitForEvent('load'), this.run('Developer: Reload Window', true)]);
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
    for (let attempt = 1; ; attempt++) {
      fs.writeFileSync(file, JSON.stringify(settings));
      try {
        await effect.first().waitFor({ timeout: 5000 });
        return;
      } catch (error) {
        if (attempt === 4) throw error;
        // A window that is still starting may miss the change, so the settings are changed again.
        fs.writeFileSync(file, '{}');
        await this.page.waitForTimeout(500);
      }
    }
  }

  /** Opens something again if it closes because a page that is just opening takes the focus. */
  async #insist(open: () => Promise<void>): Promise<void> {
    for (const end = Date.now() + PATIENCE; ;) {
      try {
        await open();
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /**
   * Waits until something is true that no locator can wait for, and returns it. `what`: its name, for the error.
   * Before that, `again` may do what a busy window can lose, such as a turn of the mouse wheel.
   */
  async until<T>(
    what: string,
    look: () => Promise<T | undefined | false> | T | undefined | false,
    again?: () => Promise<void>,
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

  async close(): Promise<void> {
    await leaveWindow(this.#launched.server);
  }
}
