import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { Emitter } from '../../library/event.ts';
import {
  type FromPage,
  type Place,
  type ReaderView,
  readFromPage,
  type ToPage,
} from '../../reader/messages.ts';
import { pageHtml, type PageResources } from '../../reader/page.ts';
import { readerFont } from '../settings.ts';
import { briefingContent } from './pageContent.ts';

export const READER_TYPE = 'briefings.reader';

/** The webview panel: renders a briefing once, then only moves in it by messages. */
export class ReaderPanel {
  readonly panel: vscode.WebviewPanel;
  readonly #extensionUri: vscode.Uri;
  readonly #messages = new Emitter<FromPage>();
  readonly onMessage = this.#messages.event;
  #rendered: Briefing | undefined;
  /** Never the same twice, also over a reload: a saved state says by it which page it belongs to. */
  #render = 0;

  static create(extensionUri: vscode.Uri, column: vscode.ViewColumn): ReaderPanel {
    const panel = vscode.window.createWebviewPanel(READER_TYPE, '', column, { enableFindWidget: true });
    return new ReaderPanel(panel, extensionUri);
  }

  static restored(panel: vscode.WebviewPanel, extensionUri: vscode.Uri): ReaderPanel {
    return new ReaderPanel(panel, extensionUri);
  }

  private constructor(panel: vscode.WebviewPanel, extensionUri: vscode.Uri) {
    this.panel = panel;
    this.#extensionUri = extensionUri;
    const media = vscode.Uri.joinPath(extensionUri, 'media');
    panel.webview.options = { enableScripts: true, localResourceRoots: [media, this.#scripts] };
    panel.iconPath = {
      light: vscode.Uri.joinPath(media, 'reader-light.svg'),
      dark: vscode.Uri.joinPath(media, 'reader-dark.svg'),
    };
    const listeners = [
      panel.webview.onDidReceiveMessage((data: unknown) => {
        const message = readFromPage(data);
        if (message) this.#messages.fire(message);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('markdown.preview'))
          void this.#post({ type: 'font', font: readerFont() });
      }),
    ];
    panel.onDidDispose(() => {
      for (const listener of listeners) listener.dispose();
      this.#messages.dispose();
    });
  }

  /** Shows an item of a briefing: by a message where the page has that briefing already, by a new page where not. */
  show(
    uri: string,
    briefing: Briefing,
    at: { id: string | undefined; view: ReaderView },
    place?: Place,
  ): void {
    this.panel.title = briefing.title;
    // A hidden page hears nothing: it is made anew when it is shown, and then from this HTML.
    if (this.#rendered === briefing && this.panel.visible) {
      void this.#post({ type: 'show', ...at, ...(place && { offset: place.offset }) });
      return;
    }
    this.#rendered = briefing;
    this.#render = Math.max(Date.now(), this.#render + 1);
    const content = {
      ...briefingContent(briefing),
      uri,
      view: at.view,
      ...(at.id !== undefined && { id: at.id }),
      ...(place && { place }),
      render: this.#render,
      font: readerFont(),
    };
    this.panel.webview.html = pageHtml(content, this.#resources());
  }

  reveal(column?: vscode.ViewColumn): void {
    this.panel.reveal(column);
  }

  say(text: string): boolean {
    if (!this.panel.visible) return false;
    void this.#post({ type: 'say', text });
    return true;
  }

  get #scripts(): vscode.Uri {
    return vscode.Uri.joinPath(this.#extensionUri, 'dist', 'page');
  }

  #resources(): PageResources {
    const { webview } = this.panel;
    return {
      cspSource: webview.cspSource,
      nonce: crypto.randomUUID().replaceAll('-', ''),
      scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(this.#scripts, 'main.js')).toString(),
      styleUri: webview
        .asWebviewUri(vscode.Uri.joinPath(this.#extensionUri, 'media', 'reader.css'))
        .toString(),
    };
  }

  #post(message: ToPage): Thenable<boolean> {
    return this.panel.webview.postMessage(message);
  }
}
