import * as vscode from 'vscode';
import { settings } from '../settings.ts';

/** The path of a file system's root, `/` or `/C:`: it is not accepted as a folder of briefings. */
const WHOLE_DISK = /^\/?(?:[a-z]:)?$/i;

/**
 * Returns the user's own folders outside of the workspace, from the setting `briefings.folders`, without duplicates.
 */
export function ownFolders(): readonly vscode.Uri[] {
  const uris = settings()
    .folders.map(folderUri)
    .filter(({ path }) => !WHOLE_DISK.test(path));
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}

/**
 * Returns the URI of a folder in the settings: `~/news`, `/srv/news`, `C:\\news`, or a URI on another file system. Any
 * other path is taken from the file system's root.
 */
export function folderUri(written: string): vscode.Uri {
  const path = written.trim();
  const home = homeFolder();
  const full = /^~(?=$|[\\/])/.test(path) && home !== undefined ? home + path.slice(1) : path;
  // `Uri.parse` throws for a path that begins with several slashes.
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(full))
    return vscode.Uri.parse(full.replace(/\/+$/, '').replace(/(?<=:\/\/)\/+/, '/'));
  return vscode.Uri.file(full.replace(/(?<=.)[\\/]+$/, '').replace(/^[\\/]{3,}/, '/'));
}

/** Returns the home folder; undefined on the web. */
function homeFolder(): string | undefined {
  const { process } = globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } };
  return process?.env?.['HOME'] ?? process?.env?.['USERPROFILE'];
}
