import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { Emitter } from '../../library/event.ts';
import type { KeyHelp, PageContent } from '../../reader/content.ts';
import {
  END,
  type FromPage,
  type Place,
  type ReaderView,
  readFromPage,
  type ReadingStatus,
  type ToPage,
} from '../../reader/messages.ts';
import { pageHtml, pageRender } from '../../reader/page.ts';
import { readerStyle } from '../settings.ts';
import { Images } from './images.ts';
import { briefingContent } from './pageContent.ts';
import type { Shown } from './reader.ts';

export const READER_TYPE = 'briefings.reader';

/** What a panel needs to show a page. */
export interface PanelParts {
  readonly extensionUri: vscode.Uri;
  /** The keys, for the help. */
  readonly keys: readonly KeyHelp[];
  status(uri: string, briefing: Briefing): ReadingStatus;
}

/** Where in what is shown to go, where that is not its beginning, and the words that are marked from then on. */
export interface Target {
  readonly place?: Place | undefined;
  readonly words?: readonly string[] | undefined;
}

/**
 * A webview that shows a briefing: its first page is whole HTML, from then on it is told by messages what else to show.
 * A hidden page hears nothing: VS Code makes it anew from the HTML when it is shown.
 */
export class ReaderPanel {
  readonly panel: vscode.WebviewPanel;
  readonly #parts: PanelParts;
  readonly #messages = new Emitter<FromPage>();
  readonly onMessage = this.#messages.event;
  /** Images that were asked for one by one. */
  readonly #wanted = new Set<string>();
  /** What is shown, and in which view: for when it is to be made anew. */
  #last: { readonly shown: Shown; readonly view: ReaderView } | undefined;
  /** The briefing that the page has the words of. */
  #rendered: Briefing | undefined;
  /** What the page may load: it is fixed when its HTML is set. */
  #allowed: Images | undefined;
  /** Never the same twice, also over a reload: a saved state says by it which page it belongs to. */
  #render = 0;
  /** The page has words, or is to have them, that its HTML has not. */
  #isHtmlOld = false;
  /** The page has told something: its HTML is loaded. */
  #isAlive = false;

  constructor(panel: vscode.WebviewPanel, parts: PanelParts) {
    this.panel = panel;
    this.#parts = parts;
    const media = vscode.Uri.joinPath(parts.extensionUri, 'media');
    panel.iconPath = {
      light: vscode.Uri.joinPath(media, 'reader-light.svg'),
      dark: vscode.Uri.joinPath(media, 'reader-dark.svg'),
    };
    let isVisible = panel.visible;
    const listeners = [
      panel.webview.onDidReceiveMessage((data: unknown) => {
        this.#isAlive = true;
        const message = readFromPage(data, this.#last?.shown.uri);
        if (message?.type === 'imageWanted') this.#showImage(message.url);
        else if (message) this.#messages.fire(message);
      }),
      panel.onDidChangeViewState(() => {
        if (isVisible === panel.visible) return;
        isVisible = panel.visible;
        this.#visibilityChanged();
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('briefings.reader.images')) this.#makeAnew();
        else if (
          change.affectsConfiguration('markdown.preview') ||
          change.affectsConfiguration('briefings.reader')
        )
          this.#post({ type: 'style', style: readerStyle() });
      }),
    ];
    panel.onDidDispose(() => {
      for (const listener of listeners) listener.dispose();
      this.#messages.dispose();
    });
  }

  /** Goes to what is shown: by a message where the page has the briefing's words already. */
  show(shown: Shown, view: ReaderView, at: Target = {}): void {
    const { place, words } = at;
    const isThere = this.#rendered === shown.briefing && this.#last?.shown.uri === shown.uri;
    this.#last = { shown, view };
    if (isThere && this.panel.visible) {
      this.#post({ type: 'show', id: idOf(shown), view, ...(place && { offset: place.offset }) });
      if (words) this.#post({ type: 'mark', words });
      if (shown.isEnd) this.tellStatus();
    } else {
      this.#renderPage(at);
    }
  }

  /** Gives the page the focus, also where it is the active editor already. */
  focus(): void {
    this.panel.reveal();
    // One that is still to come would take it late: from where the person has gone meanwhile.
    if (this.#isAlive) this.#post({ type: 'focus' });
  }

  /** The same briefing with other words: the page stays where it is in them. */
  update(shown: Shown, view: ReaderView): void {
    this.#last = { shown, view };
    if (this.panel.visible) this.#renderPage();
    // Made anew at each key that is pressed in an editor, a hidden page would be work for nobody.
    else this.#isHtmlOld = true;
  }

  tellStatus(): void {
    if (!this.#last || !this.panel.visible) return;
    const { uri, briefing } = this.#last.shown;
    this.#post({ type: 'status', status: this.#parts.status(uri, briefing) });
  }

  scroll(to: 'next' | 'previous' | 'start' | 'end'): void {
    this.#post({ type: 'scroll', to });
  }

  toggleHelp(): void {
    this.#post({ type: 'help' });
  }

  toggleSpeech(): void {
    this.#post({ type: 'speak' });
  }

  /** False where nobody would see it. */
  say(text: string): boolean {
    return this.#postToEye({ type: 'say', text });
  }

  /** Has the page put both flavours on the clipboard, if it may. False where there is no page to do it. */
  copy(html: string, text: string): boolean {
    return this.#postToEye({ type: 'copy', html, text });
  }

  #visibilityChanged(): void {
    this.#isAlive &&= this.panel.visible;
    if (!this.#last) return;
    if (!this.panel.visible) {
      // What was told by messages would be gone with the page.
      if (this.#isHtmlOld) this.#setHtml();
      return;
    }
    if (this.#isHtmlOld) this.#renderPage();
    this.tellStatus();
    this.#post({ type: 'style', style: readerStyle() });
  }

  #showImage(url: string): void {
    this.#wanted.add(url);
    this.#makeAnew();
  }

  /** What a page may load can change only with its HTML. */
  #makeAnew(): void {
    this.#render = Math.max(Date.now(), this.#render + 1);
    this.#setHtml();
  }

  /** Without `at`, who reads it stays where they are. */
  #renderPage(at?: Target): void {
    if (!this.#last) return;
    const { shown } = this.#last;
    this.#render = Math.max(Date.now(), this.#render + 1);
    const { content, images } = this.#contentOf(at);
    const isLoaded = this.#rendered !== undefined && this.panel.visible;
    this.#rendered = shown.briefing;
    if (isLoaded && isAllowed(images, this.#allowed)) {
      this.#isHtmlOld = true;
      this.#post({ type: 'render', ...pageRender(content) });
    } else {
      this.#apply(content, images);
    }
    this.panel.title = shown.briefing.title;
  }

  #setHtml(): void {
    if (!this.#last) return;
    const { content, images } = this.#contentOf();
    this.#rendered = this.#last.shown.briefing;
    this.#apply(content, images);
  }

  #apply(content: PageContent, images: Images): void {
    const { webview } = this.panel;
    const media = vscode.Uri.joinPath(this.#parts.extensionUri, 'media');
    const scripts = vscode.Uri.joinPath(this.#parts.extensionUri, 'dist', 'page');
    this.#allowed = images;
    this.#isHtmlOld = this.#isAlive = false;
    webview.options = { enableScripts: true, localResourceRoots: [media, scripts, ...images.roots] };
    webview.html = pageHtml(content, {
      nonce: crypto.randomUUID().replaceAll('-', ''),
      scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(scripts, 'main.js')).toString(),
      styleUri: webview.asWebviewUri(vscode.Uri.joinPath(media, 'reader.css')).toString(),
      imageSources: images.sources,
    });
  }

  #contentOf(at?: Target): { readonly content: PageContent; readonly images: Images } {
    if (!this.#last) throw new Error('Nothing is shown.');
    const { shown, view } = this.#last;
    const { uri, briefing } = shown;
    const images = new Images(this.panel.webview, vscode.Uri.parse(uri), this.#wanted);
    const id = idOf(shown);
    const content = {
      ...briefingContent(briefing, (source) => images.choose(source)),
      keys: this.#parts.keys,
      uri,
      view,
      ...(id !== undefined && { id }),
      ...(at?.place && { place: at.place }),
      ...(at?.words && { words: at.words }),
      stays: at === undefined,
      render: this.#render,
      style: readerStyle(),
      status: this.#parts.status(uri, briefing),
    };
    return { content, images };
  }

  #postToEye(message: ToPage): boolean {
    if (this.panel.visible) this.#post(message);
    return this.panel.visible;
  }

  #post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}

function idOf({ item, isEnd }: Shown): string | undefined {
  return isEnd ? END : item?.id;
}

/** Whether a page that was allowed some images may show others without being made anew. */
function isAllowed(images: Images, allowed: Images | undefined): boolean {
  const roots = new Set(allowed?.roots.map(String));
  const sources = new Set(allowed?.sources);
  return (
    images.sources.every((source) => sources.has(source)) &&
    images.roots.every((root) => roots.has(root.toString()))
  );
}
