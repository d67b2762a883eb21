import * as vscode from 'vscode';
import { READER_TYPE } from '../../../src/workbench/reader/viewTypes.ts';
import { parts, until } from './parts.ts';

/** Stands in the reader's place, and tells the extension whatever it is given. */
const PAGE = `<!DOCTYPE html>
<script>
  const api = acquireVsCodeApi();
  addEventListener('message', ({ data }) => {
    for (const message of data.tell ?? []) api.postMessage(message);
  });
  api.postMessage({ ready: true });
</script>`;

/** A reader's page that does what an attacker wants, once one has got into it. */
export interface TakenOver {
  /** What the extension has made in its place since then. */
  madeAnew(): string | undefined;
  /** Sends messages to the extension, and waits until it has heard all of them. */
  tell(messages: readonly unknown[]): Promise<void>;
}

/** Opens a briefing of these words in a real reader, and puts a page of the attacker's into its webview. */
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

/** A reader whose own page is there: while one page is being loaded, VS Code may lose the next. */
async function openPage(uri: vscode.Uri, words: string) {
  const { parse, readers } = await parts();
  for (let attempt = 1; ; attempt++) {
    const panel = vscode.window.createWebviewPanel(READER_TYPE, 'Taken over', vscode.ViewColumn.One);
    readers.restore(panel, uri.toString(), parse(words, 'told.md'), { uri: uri.toString(), view: 'whole' });
    const { webview } = panel;
    const heard: string[] = [];
    // After the reader's own listener: what is heard here it has answered, or begun to.
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
