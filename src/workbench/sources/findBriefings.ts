import * as vscode from 'vscode';
import type { Logger } from '../../library/ports.ts';
import type { FolderGlobs } from './folderGlobs.ts';

/** A search that takes longer than this (in ms) may have followed a link out of the folder, to all of a disk. */
const PATIENCE = 3000;

/**
 * The files of a workspace folder that are briefings. VS Code's search is by far the fastest, and follows links to
 * folders, which may lead anywhere: where it takes long, the folder is walked as well, without following any, and
 * whoever ends first has the answer.
 */
export async function findBriefings(
  folder: vscode.WorkspaceFolder,
  globs: FolderGlobs,
  logger: Logger,
): Promise<readonly vscode.Uri[]> {
  const stop = new vscode.CancellationTokenSource();
  try {
    const search = Promise.all(
      globs.include.map((glob) => searchFor(folder, glob, globs, logger, stop.token)),
    );
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
    const soon = await Promise.race([search, late]);
    if (soon) return soon.flat();
    logger.info(`The search in ${folder.name} takes long: its folders are listed one by one.`);
    const walked = walk(folder.uri, {
      isWanted: (uri) => globs.matches(uri),
      isExcluded: (uri) => globs.excludes(uri),
      token: stop.token,
    });
    return (await Promise.race([search, walked])).flat();
  } finally {
    stop.cancel();
    stop.dispose();
  }
}

async function searchFor(
  folder: vscode.WorkspaceFolder,
  glob: string,
  { exclude }: FolderGlobs,
  logger: Logger,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(folder, glob);
  const excluded = exclude.length > 0 ? `{${exclude.join(',')}}` : undefined;
  try {
    return await vscode.workspace.findFiles(pattern, excluded, undefined, token);
  } catch (error) {
    logger.error(`briefings.include "${glob}": ${String(error)}`);
    return [];
  }
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
