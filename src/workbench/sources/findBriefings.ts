import * as vscode from 'vscode';
import { quickOrThorough } from '../../base/async/quickOrThorough.ts';
import type { Logger } from '../../library/ports.ts';
import type { FolderGlobs } from './folderGlobs.ts';

/** A search that takes longer than this (in ms) may have followed a link out of the folder, to all of a disk. */
const PATIENCE = 3000;

/**
 * The files of a workspace folder that are briefings. VS Code's search is by far the fastest, and follows links to
 * folders, which may lead anywhere: where it takes long, the folder is walked as well, without following any. Rejects
 * where the folder cannot be listed.
 *
 * @param isWhole whether none is lacking. Where another long search ends, VS Code 1.100 may end this one with what it has
 * found until then
 */
export async function findBriefings(
  folder: vscode.WorkspaceFolder,
  globs: FolderGlobs,
  isWhole: (found: readonly vscode.Uri[]) => boolean,
  logger: Logger,
): Promise<readonly vscode.Uri[]> {
  const stop = new vscode.CancellationTokenSource();
  const { token } = stop;
  const searches = globs.include.map((glob) => searchFor(folder, glob, globs, token));
  const search = Promise.all(searches).then((found) => found.flat());
  search.catch((error: unknown) => {
    logger.error(`The search in ${folder.name} failed: ${String(error)}`);
  });
  try {
    const found = await quickOrThorough({
      quick: search,
      thorough: () => {
        logger.info(
          `The search in ${folder.name} takes long or has failed: its folders are listed one by one.`,
        );
        return walk(folder.uri, {
          isWanted: (uri) => globs.matches(uri),
          isExcluded: (uri) => globs.excludes(uri),
          token,
        });
      },
      patience: PATIENCE,
      isWhole,
    });
    // In a folder that is gone, the search finds nothing and does not fail.
    if (found.length === 0) await vscode.workspace.fs.readDirectory(folder.uri);
    return found;
  } finally {
    stop.cancel();
    stop.dispose();
  }
}

async function searchFor(
  folder: vscode.WorkspaceFolder,
  glob: string,
  { exclude }: FolderGlobs,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(folder, glob);
  const excluded = exclude.length > 0 ? `{${exclude.join(',')}}` : undefined;
  return vscode.workspace.findFiles(pattern, excluded, undefined, token);
}

/** Folders that are listed at a time. */
const WALKERS = 16;

/** What a walk looks for. */
export interface Walk {
  readonly isWanted: (file: vscode.Uri) => boolean;
  /** Folders that are not entered. */
  readonly isExcluded: (folder: vscode.Uri) => boolean;
  readonly token?: vscode.CancellationToken;
}

/**
 * The files in a folder, at any depth. Links to folders are not followed: they may lead anywhere, also back. Rejects
 * where the folder itself cannot be listed; one inside of it that cannot takes nothing from the others.
 */
export async function walk(root: vscode.Uri, { isWanted, isExcluded, token }: Walk): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const list = (folder: vscode.Uri) =>
    folder === root ? childrenOf(folder) : childrenOf(folder).catch(() => []);
  for (let folders = [root]; folders.length > 0;) {
    const inside: vscode.Uri[] = [];
    for (let i = 0; i < folders.length && token?.isCancellationRequested !== true; i += WALKERS) {
      const listed = await Promise.all(folders.slice(i, i + WALKERS).map(list));
      for (const [uri, type] of listed.flat()) {
        if (type === vscode.FileType.Directory && !isExcluded(uri)) inside.push(uri);
        else if (type !== vscode.FileType.Directory && isWanted(uri)) found.push(uri);
      }
    }
    folders = inside;
  }
  return found;
}

async function childrenOf(folder: vscode.Uri): Promise<(readonly [vscode.Uri, vscode.FileType])[]> {
  const children = await vscode.workspace.fs.readDirectory(folder);
  return children.map(([name, type]) => [vscode.Uri.joinPath(folder, name), type] as const);
}
