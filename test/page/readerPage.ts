import esbuild from 'esbuild';
import { EventEmitter, once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import type { PageContent } from '../../src/reader/content.ts';
import type { FromPage, ReaderState, ToPage } from '../../src/reader/messages.ts';
import { pageHtml, pageRender } from '../../src/reader/page.ts';
import { launchBrowser, PATIENCE } from '../support/browser.ts';
import { REPO } from '../support/paths.ts';
import { RESOURCES } from '../reader/content.ts';

const ADDRESS = 'https://reader.example';

/** A picture of 400 x 300 pixels whose loading the test controls. */
const IMAGE = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"></svg>';

/**
 * The part of VS Code’s theme that screenshots need: without it, everything that covers something is
 * transparent.
 */
const THEME = {
  'editor-background': '#ffffff',
  'editor-foreground': '#3b3b3b',
  descriptionForeground: '#717171',
  'editorWidget-background': '#f8f8f8',
  'editorWidget-border': '#c8c8c8',
  'widget-border': '#e5e5e5',
  focusBorder: '#005fb8',
  'textLink-foreground': '#005fb8',
  'list-hoverBackground': '#f2f2f2',
  'textCodeBlock-background': '#f8f8f8',
  'button-background': '#005fb8',
  'button-foreground': '#ffffff',
  'progressBar-background': '#005fb8',
};
const THEME_STYLE = `:root{${Object.entries(THEME)
  .map(([name, colour]) => `--vscode-${name}:${colour}`)
  .join(';')}}\n`;

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  /** The state that VS Code has stored for an earlier page. */
  readonly state?: ReaderState;
  /** A script that runs in the page before its own. */
  readonly before?: string;
  /** Whether images load only when the test lets them. */
  readonly holdImages?: boolean;
}

/** The page of the reader in a browser, with its own script and style. The test takes the place of VS Code. */
export class ReaderPage {
  readonly page: Page;
  readonly #gate: EventEmitter;

  static async open(browser: Browser, content: PageContent, options: PageOptions = {}): Promise<ReaderPage> {
    const { width = 900, height = 700, state, before = '', holdImages = false } = options;
    const context = await browser.newContext({ viewport: { width, height } });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.addInitScript({ content: `(${vsCode})(${JSON.stringify(state ?? null)});${before}` });
    const gate = new EventEmitter();
    const images = holdImages ? once(gate, 'open') : undefined;
    const files: Readonly<Record<string, { contentType: string; body: string }>> = {
      '/': {
        contentType: 'text/html',
        body: pageHtml(content, {
          ...RESOURCES,
          script: await script(),
          style: THEME_STYLE + fs.readFileSync(path.join(REPO, 'media', 'reader.css'), 'utf8'),
          imageSources: [ADDRESS],
        }),
      },
    };
    await page.route('**/*', async (route) => {
      const file = files[new URL(route.request().url()).pathname];
      if (!file) await images;
      await route.fulfill(file ?? { contentType: 'image/svg+xml', body: IMAGE });
    });
    await page.goto(`${ADDRESS}/`, { waitUntil: 'domcontentloaded' });
    const reader = new ReaderPage(page, gate);
    await reader.settle();
    return reader;
  }

  private constructor(page: Page, gate: EventEmitter) {
    this.page = page;
    this.#gate = gate;
  }

  locator(selector: string): Locator {
    return this.page.locator(selector);
  }

  /**
   * Sends a message to the page, and waits until it is handled. `scrolledTo`: where the page is scrolled to right
   * before, so that it cannot say so in the meantime.
   */
  async tell(message: ToPage, scrolledTo?: number): Promise<void> {
    await this.page.evaluate(
      async ([data, top]) => {
        if (top !== undefined) {
          const scrolled = new Promise((resolve) => {
            document.addEventListener('scroll', resolve, { once: true });
          });
          window.scrollTo(0, top);
          await scrolled;
        }
        await new Promise((resolve) => {
          // This listener runs after that of the page.
          window.addEventListener('message', resolve, { once: true });
          window.postMessage(data, '*');
        });
      },
      [message, scrolledTo] as const,
    );
    await this.settle();
  }

  render(content: PageContent, scrolledTo?: number): Promise<void> {
    return this.tell({ type: 'render', ...pageRender(content) }, scrolledTo);
  }

  /** The messages of the page since the last call, of the given types. */
  async told(...types: readonly FromPage['type'][]): Promise<FromPage[]> {
    return (await this.#takeTold(types)).map(({ message }) => message);
  }

  /** The same, with the briefing of each message. */
  async toldOf(...types: readonly FromPage['type'][]): Promise<string[]> {
    return (await this.#takeTold(types)).map(({ uri }) => uri);
  }

  async state(): Promise<ReaderState | null> {
    return this.page.evaluate(() => window.state);
  }

  /** The keys that VS Code gets, and whether their default action was prevented. */
  async heard(): Promise<{ readonly key: string; readonly prevented: boolean }[]> {
    return this.page.evaluate(() => window.keys.splice(0));
  }

  async letImages(): Promise<void> {
    this.#gate.emit('open');
    await this.page.waitForLoadState('load');
    await this.settle();
  }

  async scrollTo(top: number): Promise<void> {
    await this.page.evaluate((y) => {
      window.scrollTo(0, y);
    }, top);
    await this.settle();
  }

  /** The distance of an element from the top of the window. */
  async topOf(selector: string): Promise<number> {
    return this.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
  }

  async text(selector: string): Promise<string> {
    return (await this.locator(selector).textContent()) ?? '';
  }

  /** Waits for two frames: the effects of a message or a scroll are then painted. */
  async settle(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          setTimeout(() => {
            requestAnimationFrame(() => {
              requestAnimationFrame(() => {
                resolve();
              });
            });
          });
        }),
    );
  }

  /** Waits longer than the page waits before it reports where reading stopped. */
  async rest(): Promise<void> {
    await this.page.waitForTimeout(250);
  }

  async #takeTold(types: readonly FromPage['type'][]): Promise<Window['told']> {
    const all = await this.page.evaluate(() => window.told.splice(0));
    return all.filter(({ message }) => types.length === 0 || types.includes(message.type));
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

/** One browser for all tests of a file; the page of the last test is closed. */
export function useReaderPages(): (content: PageContent, options?: PageOptions) => Promise<ReaderPage> {
  let browser: Browser | undefined;
  let last: ReaderPage | undefined;
  before(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await last?.close();
    last = undefined;
  });
  after(() => browser?.close());
  return async (content, options) => {
    if (!browser) throw new Error('The browser starts before the tests.');
    last = await ReaderPage.open(browser, content, options);
    return last;
  };
}

async function script(): Promise<string> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(REPO, 'src', 'page', 'main.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

declare global {
  interface Window {
    told: { uri: string; message: FromPage }[];
    state: ReaderState | null;
    keys: { key: string; prevented: boolean }[];
    acquireVsCodeApi(): unknown;
  }
}

/** The API that VS Code gives to the page, as a string because it runs there. */
const vsCode = `(state) => {
  window.told = [];
  window.keys = [];
  window.state = state;
  window.acquireVsCodeApi = () => ({
    postMessage: ({ uri, ...message }) => window.told.push({ uri, message }),
    getState: () => window.state,
    setState: (next) => { window.state = next; },
  });
  window.addEventListener('keydown', ({ key, defaultPrevented }) => {
    window.keys.push({ key, prevented: defaultPrevented });
  });
}`;
