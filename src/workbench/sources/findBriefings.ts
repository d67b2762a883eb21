import * as vscode from 'vscode';
import type { Logger } from '../../library/ports.ts';
import type { FolderGlobs } from './folderGlobs.ts';
import { walk } from './walk.ts';

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
  log: Logger,
): Promise<readonly vscode.Uri[]> {
  const stop = new vscode.CancellationTokenSource();
  try {
    const search = Promise.all(globs.include.map((glob) => searchFor(folder, glob, globs, log, stop.token)));
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
    const soon = await Promise.race([search, late]);
    if (soon) return soon.flat();
    log.info(`The search in ${folder.name} takes long: its folders are listed one by one.`);
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
  log: Logger,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(folder, glob);
  const excluded = exclude.length > 0 ? `{${exclude.join(',')}}` : undefined;
  try {
    return await vscode.workspace.findFiles(pattern, excluded, undefined, token);
  } catch (error) {
    log.error(`briefings.include "${glob}": ${String(error)}`);
    return [];
  }
}
