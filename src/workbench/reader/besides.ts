import * as vscode from 'vscode';

/** A file that a briefing names by a relative address, and the folder that bounds what it may name. */
export interface FileBeside {
  readonly file: vscode.Uri;
  readonly root: vscode.Uri;
}

/**
 * `images/map.png`, `../other.md#part` -> the file, beside the briefing or anywhere in its workspace folder. Undefined
 * for any other address: a briefing does not lead out of where it lies.
 */
export function fileBeside(briefing: vscode.Uri, address: string): FileBeside | undefined {
  const path = pathOf(address);
  if (path === undefined || briefing.scheme === 'untitled') return undefined;
  const folder = vscode.Uri.joinPath(briefing, '..');
  const root = vscode.workspace.getWorkspaceFolder(briefing)?.uri ?? folder;
  const file = vscode.Uri.joinPath(folder, path);
  // The root of a disk ends in its slash already.
  return file.path.startsWith(root.path.replace(/\/?$/, '/')) ? { file, root } : undefined;
}

function pathOf(address: string): string | undefined {
  // eslint-disable-next-line no-control-regex
  if (/^[/\\#?]|^[a-z][a-z0-9+.-]*:|[\u0000-\u001f\\]/i.test(address)) return undefined;
  try {
    return decodeURIComponent(address.replace(/[?#].*$/s, ''));
  } catch {
    return undefined;
  }
}
