import * as vscode from 'vscode';
import { settings } from '../settings.ts';

/** `/`, `/C:`: all of a file system is nobody's folder of briefings. */
const WHOLE_DISK = /^\/?(?:[a-z]:)?$/i;

/** A person's own folders, outside of the workspace: those of the setting `briefings.folders`, each once. */
export function ownFolders(): readonly vscode.Uri[] {
  const uris = settings()
    .folders.map(uriOf)
    .filter(({ path }) => !WHOLE_DISK.test(path));
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}

/** `~/news`, `/srv/news`, `C:\\news`; a URI where the folder is on another file system. What is none is at its root. */
export function uriOf(written: string): vscode.Uri {
  const path = written.trim();
  const home = homeFolder();
  const full = /^~(?=$|[\\/])/.test(path) && home !== undefined ? home + path.slice(1) : path;
  // More slashes at the beginning of a path than a URI can have would throw.
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(full))
    return vscode.Uri.parse(full.replace(/\/+$/, '').replace(/(?<=:\/\/)\/+/, '/'));
  return vscode.Uri.file(full.replace(/(?<=.)[\\/]+$/, '').replace(/^[\\/]{3,}/, '/'));
}

/** In the web there is none. */
function homeFolder(): string | undefined {
  const { process } = globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } };
  return process?.env?.['HOME'] ?? process?.env?.['USERPROFILE'];
}
