import * as vscode from 'vscode';
import { READER_TYPE } from '../../../src/workbench/reader/viewTypes.ts';
import { parts, until } from './parts.ts';

/** The page in place of the reader, which sends any message to the extension. */
const PAGE = `<!DOCTYPE html>
<script>
  const api = acquireVsCodeApi();
  addEventListener('message', ({ data }) => {
    for (const message of data.tell ?? []) api.postMessage(message);
  });
  api.postMessage({ ready: true });
</script>`;

/** A page of the reader that an attacker controls. */
export interface TakenOver {
  /** The page that the extension has rendered in its place since then. */
  madeAnew(): string | undefined;
  /** Sends messages to the extension, and waits until it has received all of them. */
  tell(messages: readonly unknown[]): Promise<void>;
}

/** Opens a briefing with this text in a real reader, and replaces the page in its webview. */
export async function takeOver(uri: vscode.Uri, words: string): Promise<TakenOver> {
  const { webview, heard } = await openPage(uri, words);
  const hear = (message: unknown) => until('its answer', () => heard.includes(JSON.stringify(message)));
  webview.html = PAGE;
  await hear({ ready: true });
  let told = 0;
  return {
    madeAnew() {
      return webview.html === PAGE ? undefined : webview.html;
    },
    async tell(messages) {
      const last = { told: ++told };
      await webview.postMessage({ tell: [...messages, last] });
      await hear(last);
    },
  };
}

/** Waits for the reader’s own page: while one page is loading, VS Code may lose the next. */
async function openPage(uri: vscode.Uri, words: string) {
  const { parse, readers } = await parts();
  for (let attempt = 1; ; attempt++) {
    const panel = vscode.window.createWebviewPanel(READER_TYPE, 'Taken over', vscode.ViewColumn.One);
    readers.restore(panel, uri.toString(), parse(words, 'told.md'), { uri: uri.toString(), view: 'whole' });
    const { webview } = panel;
    const heard: string[] = [];
    // This listener runs after that of the reader, which has then handled the message or started to.
    const listener = webview.onDidReceiveMessage((message: unknown) => heard.push(JSON.stringify(message)));
    panel.onDidDispose(() => {
      listener.dispose();
    });
    try {
      await until('its own page', () => heard.length > 0, 6000);
      return { webview, heard };
    } catch (error) {
      panel.dispose();
      if (attempt === 6) throw error;
    }
  }
}
