import * as vscode from 'vscode';
import { hedged } from '../../base/async/hedged.ts';
import type { Logger } from '../../library/ports.ts';
import type { FolderGlobs } from './folderGlobs.ts';

/** If a search takes longer than this, in ms, it may have followed a link out of the folder, to a whole disk. */
const TIMEOUT = 3000;

/**
 * Returns the files of a workspace folder that are briefings. VS Code's search is by far the fastest way, but follows
 * links to folders, which may lead anywhere: if it takes long, the folder is also walked without following any. If the
 * walk comes across such a link, the search is stopped, as it may be reading the whole disk. Rejects if the folder
 * cannot be listed.
 *
 * @param isWhole whether the result is complete. If another long search ends, VS Code 1.100 may end this one with
 * partial results
 */
export async function findBriefings(
  folder: vscode.WorkspaceFolder,
  globs: FolderGlobs,
  isWhole: (found: readonly vscode.Uri[]) => boolean,
  logger: Logger,
): Promise<readonly vscode.Uri[]> {
  const searching = new vscode.CancellationTokenSource();
  const walking = new vscode.CancellationTokenSource();
  const searches = globs.include.map((glob) => searchFor(folder, glob, globs, searching.token));
  const search = Promise.all(searches).then((found) => found.flat());
  search.catch((error: unknown) => {
    logger.error(`The search in ${folder.name} failed: ${String(error)}`);
  });
  try {
    const found = await hedged({
      fast: search,
      slow: () => {
        logger.info(
          `The search in ${folder.name} takes long or has failed: its folders are listed one by one.`,
        );
        return walk(folder.uri, {
          isWanted: (uri) => globs.matches(uri),
          isExcluded: (uri) => globs.excludes(uri),
          onLink: () => {
            searching.cancel();
          },
          token: walking.token,
        });
      },
      delay: TIMEOUT,
      // A search that was stopped has partial results.
      isTrusted: (found) => !searching.token.isCancellationRequested && isWhole(found),
    });
    // If the folder no longer exists, the search finds nothing but does not fail; this does.
    if (found.length === 0) await vscode.workspace.fs.readDirectory(folder.uri);
    return found;
  } finally {
    for (const stop of [searching, walking]) {
      stop.cancel();
      stop.dispose();
    }
  }
}

async function searchFor(
  folder: vscode.WorkspaceFolder,
  glob: string,
  { excludePattern }: FolderGlobs,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(folder, glob);
  return vscode.workspace.findFiles(pattern, excludePattern, undefined, token);
}

const { Directory, SymbolicLink } = vscode.FileType;

/** The number of folders that are listed at a time. */
const WALKERS = 16;

/** Decides what a walk finds. */
export interface Walk {
  readonly isWanted: (file: vscode.Uri) => boolean;
  /** Whether a folder is not entered. */
  readonly isExcluded: (folder: vscode.Uri) => boolean;
  /** Called for each link to a folder. */
  readonly onLink?: () => void;
  readonly token?: vscode.CancellationToken;
}

/**
 * Returns the files in a folder, at any depth. Links to folders are not followed: they may lead anywhere, even in
 * circles. Rejects if the folder itself cannot be listed; subfolders that cannot be listed are skipped.
 */
export async function walk(root: vscode.Uri, how: Walk): Promise<vscode.Uri[]> {
  const { isWanted, isExcluded, onLink, token } = how;
  const found: vscode.Uri[] = [];
  const list = (folder: vscode.Uri) =>
    folder === root ? childrenOf(folder) : childrenOf(folder).catch(() => []);
  for (let folders = [root]; folders.length > 0;) {
    const inside: vscode.Uri[] = [];
    for (let i = 0; i < folders.length && token?.isCancellationRequested !== true; i += WALKERS) {
      const listed = await Promise.all(folders.slice(i, i + WALKERS).map(list));
      for (const [uri, type] of listed.flat()) {
        if ((type & Directory) !== 0 && (type & SymbolicLink) !== 0) onLink?.();
        if (type === Directory && !isExcluded(uri)) inside.push(uri);
        else if (type !== Directory && isWanted(uri)) found.push(uri);
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
