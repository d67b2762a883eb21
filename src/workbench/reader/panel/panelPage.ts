import * as vscode from 'vscode';
import type { PageContent } from '../../../reader/content.ts';
import { pageHtml } from '../../../reader/page.ts';
import type { ImagePolicy } from './imagePolicy.ts';

/** Loads a page into a webview. The page may load only the extension's own files and the images that it shows. */
export function setPage(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  content: PageContent,
  images: ImagePolicy,
): void {
  const media = vscode.Uri.joinPath(extensionUri, 'media');
  const scripts = vscode.Uri.joinPath(extensionUri, 'dist', 'page');
  webview.options = {
    enableScripts: true,
    enableForms: false,
    localResourceRoots: [media, scripts, ...images.roots],
  };
  webview.html = pageHtml(content, {
    nonce: crypto.randomUUID().replaceAll('-', ''),
    scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(scripts, 'main.js')).toString(),
    styleUri: webview.asWebviewUri(vscode.Uri.joinPath(media, 'reader.css')).toString(),
    imageSources: images.cspSources,
  });
}

export function panelIcon(extensionUri: vscode.Uri): {
  readonly light: vscode.Uri;
  readonly dark: vscode.Uri;
} {
  const media = vscode.Uri.joinPath(extensionUri, 'media');
  return {
    light: vscode.Uri.joinPath(media, 'reader-light.svg'),
    dark: vscode.Uri.joinPath(media, 'reader-dark.svg'),
  };
}
