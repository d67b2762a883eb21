import * as vscode from 'vscode';

/** Folders that are listed at a time. */
const WALKERS = 16;

/** What a walk looks for. */
export interface Walk {
  readonly isWanted: (file: vscode.Uri) => boolean;
  /** Folders that are not entered. */
  readonly isExcluded: (folder: vscode.Uri) => boolean;
  readonly token?: vscode.CancellationToken;
}

/** The files in a folder, at any depth. Links to folders are not followed: they may lead anywhere, also back. */
export async function walk(root: vscode.Uri, { isWanted, isExcluded, token }: Walk): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  for (let folders = [root]; folders.length > 0;) {
    const inside: vscode.Uri[] = [];
    for (let i = 0; i < folders.length && token?.isCancellationRequested !== true; i += WALKERS) {
      const listed = await Promise.all(folders.slice(i, i + WALKERS).map(childrenOf));
      for (const [uri, type] of listed.flat()) {
        if (type === vscode.FileType.Directory && !isExcluded(uri)) inside.push(uri);
        else if (type !== vscode.FileType.Directory && isWanted(uri)) found.push(uri);
      }
    }
    folders = inside;
  }
  return found;
}

/** One that cannot be listed takes nothing from the others. */
async function childrenOf(folder: vscode.Uri): Promise<(readonly [vscode.Uri, vscode.FileType])[]> {
  try {
    const children = await vscode.workspace.fs.readDirectory(folder);
    return children.map(([name, type]) => [vscode.Uri.joinPath(folder, name), type] as const);
  } catch {
    return [];
  }
}
