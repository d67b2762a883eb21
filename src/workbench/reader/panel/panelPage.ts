import * as vscode from 'vscode';
import type { PageContent, PageResources } from '../../../reader/content.ts';
import { pageHtml } from '../../../reader/page.ts';
import type { ImagePolicy } from './imagePolicy.ts';

/** The parts of every page that are files of the extension. */
export type PageFiles = Pick<PageResources, 'script' | 'style'>;

export async function readPageFiles(extensionUri: vscode.Uri): Promise<PageFiles> {
  const textOf = async (path: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, path)));
  const [script, style] = await Promise.all([textOf('dist/page/main.js'), textOf('media/reader.css')]);
  return { script, style };
}

/** Loads a page into a webview. The page may load nothing but the images that it shows. */
export function setPage(
  webview: vscode.Webview,
  files: PageFiles,
  content: PageContent,
  images: ImagePolicy,
): void {
  webview.options = { enableScripts: true, enableForms: false, localResourceRoots: images.roots };
  webview.html = pageHtml(content, {
    ...files,
    nonce: crypto.randomUUID().replaceAll('-', ''),
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
