import * as vscode from 'vscode';
import type { Briefing } from '../../../briefing/model.ts';
import { Emitter } from '../../../base/event.ts';
import type { KeyHelp, PageContent } from '../../../reader/content.ts';
import {
  END,
  type FromPage,
  type ReadingPosition,
  type ReaderView,
  readFromPage,
  type PageStatus,
  type ToPage,
} from '../../../reader/messages.ts';
import { initialContent } from '../../../reader/initialContent.ts';
import { pageRender } from '../../../reader/page.ts';
import { readerStyle } from '../../settings.ts';
import type { ImagePolicy } from './imagePolicy.ts';
import { briefingContent } from './pageContent.ts';
import { ImageRequests } from './imageRequests.ts';
import { type PageFiles, panelIcon, setPage } from './panelPage.ts';
import type { ReaderContent } from '../reader.ts';

/** The dependencies of a panel. */
export interface PanelParts {
  readonly extensionUri: vscode.Uri;
  readonly files: PageFiles;
  /** The keyboard shortcuts that the page's help lists. */
  readonly keys: readonly KeyHelp[];
  status(uri: string, briefing: Briefing): PageStatus;
}

/** A position to scroll to, if it is not the beginning, and words to highlight from then on. */
export interface ScrollTarget {
  readonly place?: ReadingPosition | undefined;
  readonly words?: readonly string[] | undefined;
}

/** The content of a page, and the images that it may load. */
interface Rendering {
  readonly content: PageContent;
  readonly images: ImagePolicy;
}

/**
 * The page in the webview. While it is loading or hidden, it may miss messages; it is live once it has sent one.
 * `isPartial`: whether it has only its first part so far. `missed`: the target of a rendering that may be lost.
 */
type PageState =
  | {
      readonly kind: 'loading';
      readonly isPartial: boolean;
      readonly missed?: { readonly at: ScrollTarget | undefined };
    }
  | { readonly kind: 'live'; readonly isPartial: boolean };

/**
 * A webview that shows a briefing. Its first page is whole HTML; later changes are sent in messages. A hidden page
 * receives none: VS Code loads its HTML again when it is shown.
 */
export class ReaderPanel {
  readonly panel: vscode.WebviewPanel;
  /** Whether it is a preview: it is beside an editor of its text, and follows the cursor there. */
  readonly isPreview: boolean;
  readonly #parts: PanelParts;
  readonly #messages = new Emitter<FromPage>();
  readonly onMessage = this.#messages.event;
  readonly #images: ImageRequests;
  /** The current content and its view, for rendering it again. */
  #current: { readonly shown: ReaderContent; readonly view: ReaderView } | undefined;
  /** The briefing that the page shows. */
  #rendered: Briefing | undefined;
  /**
   * The number of the latest rendering. It never repeats, not even after a reload: a saved state says with it which
   * page it belongs to.
   */
  #render = 0;
  /** Whether the page shows, or was sent, content that its HTML lacks. */
  #isHtmlOld = false;
  #page: PageState = { kind: 'loading', isPartial: false };
  /** Why the content on screen is not the file's current content. */
  #fault: string | undefined;
  #isActive = false;

  constructor(panel: vscode.WebviewPanel, parts: PanelParts, isPreview = false) {
    this.panel = panel;
    this.isPreview = isPreview;
    this.#parts = parts;
    this.#images = new ImageRequests(panel.webview);
    panel.iconPath = panelIcon(parts.extensionUri);
    let isVisible = panel.visible;
    const listeners = [
      panel.webview.onDidReceiveMessage((data: unknown) => {
        const before = this.#page;
        this.#page = { kind: 'live', isPartial: before.isPartial };
        if (before.kind === 'loading' && before.missed) this.#renderPage(before.missed.at);
        const message = readFromPage(data, this.#current?.shown.uri);
        if (message) this.#messages.fire(message);
      }),
      panel.onDidChangeViewState(() => {
        this.#isActive = panel.active;
        // A preview is visible while its text is being written, so its content counts as seen only once it has the
        // focus.
        if (isPreview && panel.active) this.#post({ type: 'resetVisibility' });
        if (isVisible === panel.visible) return;
        isVisible = panel.visible;
        this.#onVisibilityChange();
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('briefings.reader.images')) this.#resetHtml();
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
      this.#current = undefined;
    });
  }

  /** Shows a briefing at a position. If the page has its content already, a message is enough. */
  show(shown: ReaderContent, view: ReaderView, at: ScrollTarget = {}): void {
    const { place, words } = at;
    const isSameFile = this.#current?.shown.uri === shown.uri;
    const isThere = this.#rendered === shown.briefing && isSameFile;
    if (!isSameFile) {
      this.#fault = undefined;
      this.#images.forgetFiles();
    }
    this.#current = { shown, view };
    if (isThere && !this.#page.isPartial && this.panel.visible) {
      this.#post({ type: 'show', id: idOf(shown), view, ...(place && { offset: place.offset }) });
      if (words) this.#post({ type: 'highlight', words });
      if (shown.isEnd) this.postStatus();
    } else {
      this.#renderPage(at);
    }
  }

  /** Gives the page the focus, even if it is the active editor already. */
  focus(): void {
    this.panel.reveal();
    // A page that is still loading would take the focus late, from whatever the user has focused in the meantime.
    if (this.#page.kind === 'live') this.#post({ type: 'focus', at: Date.now() });
  }

  /** Shows a changed text of the same briefing; the page keeps its position. */
  update(shown: ReaderContent, view: ReaderView): void {
    this.#current = { shown, view };
    this.#images.forgetMissing();
    if (this.panel.visible) this.#renderPage();
    // Rendering a hidden page at each key press in an editor would be wasted.
    else this.#isHtmlOld = true;
  }

  /** Whether the panel has the focus. VS Code reports a new panel as active even if it was opened without the focus. */
  get isActive(): boolean {
    return this.isPreview ? this.#isActive : this.panel.active;
  }

  postStatus(): void {
    if (!this.#current || !this.panel.visible) return;
    this.#post({ type: 'status', status: this.#statusOf(this.#current.shown) });
  }

  get fault(): string | undefined {
    return this.#fault;
  }

  /** Why the content is only the last version that could be read; undefined once the file is readable again. */
  set fault(fault: string | undefined) {
    if (fault === this.#fault) return;
    this.#fault = fault;
    this.postStatus();
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

  /** Shows a message in the page. Returns false if nobody would see it. */
  say(text: string): boolean {
    return this.#postIfVisible({ type: 'say', text });
  }

  /** Has the page write HTML and text to the clipboard, if it may. Returns false if the page is not visible. */
  copy(html: string, text: string): boolean {
    return this.#postIfVisible({ type: 'copy', html, text });
  }

  #onVisibilityChange(): void {
    if (this.#page.kind === 'live' && !this.panel.visible)
      this.#page = { kind: 'loading', isPartial: this.#page.isPartial };
    if (!this.#current) return;
    if (!this.panel.visible) {
      // VS Code discards a hidden page, and with it what was sent in messages.
      if (this.#isHtmlOld) this.#setHtml();
      return;
    }
    if (this.#isHtmlOld) this.#renderPage();
    this.postStatus();
    this.#post({ type: 'style', style: readerStyle() });
  }

  /** Shows one of the briefing's images, or all of them. */
  showImages(url?: string): void {
    if (this.#images.request(url)) this.#resetHtml();
  }

  /** Sets the HTML again: only this can change what the page may load. */
  #resetHtml(): void {
    this.#render = Math.max(Date.now(), this.#render + 1);
    this.#setHtml();
  }

  /** Renders the briefing. Without `at`, the page keeps its position. */
  #renderPage(at?: ScrollTarget): void {
    if (!this.#current) return;
    const { shown } = this.#current;
    this.panel.title = panelTitle(shown.briefing, this.isPreview);
    this.#render = Math.max(Date.now(), this.#render + 1);
    const rendering = this.#contentOr(() => {
      this.#renderPage(at);
    }, at);
    if (!rendering) return;
    const { content, images } = rendering;
    const isLoaded = this.#rendered !== undefined && this.panel.visible;
    this.#rendered = shown.briefing;
    if (!isLoaded || !this.#images.allows(images)) {
      this.#loadPage(content, images);
      return;
    }
    this.#isHtmlOld = true;
    this.#page =
      this.#page.kind === 'live'
        ? { kind: 'live', isPartial: false }
        : { kind: 'loading', isPartial: false, missed: { at } };
    this.#post({ type: 'render', ...pageRender(content) });
  }

  #setHtml(): void {
    if (!this.#current) return;
    const rendering = this.#contentOr(() => {
      this.#setHtml();
    });
    if (!rendering) return;
    this.#rendered = this.#current.shown.briefing;
    this.#loadPage(rendering.content, rendering.images);
  }

  #loadPage(content: PageContent, images: ImagePolicy): void {
    this.#images.allowed = images;
    this.#isHtmlOld = false;
    const first = initialContent(content);
    this.#page = { kind: 'loading', isPartial: first.isPartial === true };
    setPage(this.panel.webview, this.#parts.files, first, images);
  }

  /**
   * Returns the content to render. If images have to be looked up first, returns undefined, and calls `retry` after
   * that, unless something else is shown by then.
   */
  #contentOr(retry: () => void, at?: ScrollTarget): Rendering | undefined {
    const current = this.#current;
    const rendering = this.#contentOf(at);
    const found = current && this.#images.lookUp(rendering.images, current.shown.uri);
    void found?.then((files) => {
      if (this.#current !== current) return;
      this.#images.addFiles(files);
      retry();
    });
    if (found) return undefined;
    this.#images.rendered = rendering.images;
    return rendering;
  }

  #contentOf(at?: ScrollTarget): Rendering {
    if (!this.#current) throw new Error('Nothing is shown.');
    const { shown, view } = this.#current;
    const { uri, briefing } = shown;
    const images = this.#images.newPolicy();
    const id = idOf(shown);
    const rendered = briefingContent(briefing, (source) => images.decide(source));
    const { summary } = images;
    const content = {
      ...rendered,
      ...(summary && { images: summary }),
      keys: this.#parts.keys,
      uri,
      view,
      ...(id !== undefined && { id }),
      ...(at?.place && { place: at.place }),
      ...(at?.words && { words: at.words }),
      stays: at === undefined,
      preview: this.isPreview,
      render: this.#render,
      style: readerStyle(),
      status: this.#statusOf(shown),
    };
    return { content, images };
  }

  #statusOf({ uri, briefing }: ReaderContent): PageStatus {
    const status = this.#parts.status(uri, briefing);
    return this.#fault === undefined ? status : { ...status, fault: this.#fault };
  }

  #postIfVisible(message: ToPage): boolean {
    if (this.panel.visible) this.#post(message);
    return this.panel.visible;
  }

  #post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}

export function panelTitle({ title }: Pick<Briefing, 'title'>, isPreview: boolean): string {
  return isPreview ? vscode.l10n.t('Preview {0}', title) : title;
}

function idOf({ landmark, isEnd }: ReaderContent): string | undefined {
  return isEnd ? END : landmark?.id;
}
