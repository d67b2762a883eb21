import * as vscode from 'vscode';
import { RealFolders } from '../../sources/realFolders.ts';

/** A file that a briefing refers to by a relative address, and the folder that such addresses may not lead out of. */
export interface SiblingFile {
  readonly file: vscode.Uri;
  readonly root: vscode.Uri;
}

/**
 * Resolves a relative address, `images/map.png` or `../other.md#part`, to a file beside the briefing or elsewhere in
 * its workspace folder. Undefined for any other address: a briefing may not lead out of its folder.
 */
export function siblingFile(briefing: vscode.Uri, address: string): SiblingFile | undefined {
  const path = pathOf(address);
  if (path === undefined || briefing.scheme === 'untitled') return undefined;
  const folder = vscode.Uri.joinPath(briefing, '..');
  const root = vscode.workspace.getWorkspaceFolder(briefing)?.uri ?? folder;
  const file = vscode.Uri.joinPath(folder, path);
  // The root of a disk ends in a slash already.
  return file.path.startsWith(root.path.replace(/\/?$/, '/')) ? { file, root } : undefined;
}

/** Like {@link siblingFile}, but only if no part of the path is a link: a link may lead to anything on this machine. */
export async function realSiblingFile(
  briefing: vscode.Uri,
  address: string,
): Promise<SiblingFile | undefined> {
  const beside = siblingFile(briefing, address);
  if (!beside) return undefined;
  const { file } = beside;
  const real = new RealFolders();
  // A briefing that was opened through a link is bounded by its own folder.
  const isInRoot = await real.holds(beside.root.toString(), briefing.toString());
  const root = isInRoot ? beside.root : vscode.Uri.joinPath(briefing, '..');
  const isHeld = await real.holds(root.toString(), file.toString());
  return isHeld && !(await isLink(file)) ? { file, root } : undefined;
}

async function isLink(file: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(file);
    return (type & vscode.FileType.SymbolicLink) !== 0;
  } catch {
    // Reading the file will report what is wrong.
    return false;
  }
}

function pathOf(address: string): string | undefined {
  if (/^[/\\#?]|^[a-z][a-z0-9+.-]*:/i.test(address)) return undefined;
  try {
    const path = decodeURIComponent(address.replace(/[?#].*$/s, ''));
    // On Windows, `..\x` leads out like `../x`; a host of another system may reach a Windows disk, too.
    // eslint-disable-next-line no-control-regex
    return /^\/|[\u0000-\u001f\\]/.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}
