import * as vscode from 'vscode';
import { decodeBytes } from '../../briefing/text/bytes/decodeBytes.ts';
import { tidy } from '../../base/tidy.ts';
import { isMissing, reasonOf } from '../errors.ts';
import { settings } from '../settings.ts';
import { folderUri } from '../sources/ownFolders.ts';

/** The maximum size of a template, which is written by hand, in bytes. */
const MAX_SIZE = 100_000;

/** Returns the user's own template for a new briefing, or why it cannot be read; undefined if none is set. */
export async function ownTemplate(): Promise<
  { readonly text: string } | { readonly fault: string } | undefined
> {
  const path = settings().template.trim();
  if (path === '') return undefined;
  const { t } = vscode.l10n;
  const name = tidy(path);
  const uri = templateUri(path);
  if (!uri)
    return {
      fault: t(
        'The template “{0}” has a path relative to the workspace folder, but no folder is open.',
        name,
      ),
    };
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0) return { fault: t('The template “{0}” is not a file.', name) };
    if (size > MAX_SIZE)
      return { fault: t('The template “{0}” is too large (the limit is {1} KB).', name, MAX_SIZE / 1000) };
    const decoded = decodeBytes(await vscode.workspace.fs.readFile(uri));
    return decoded.kind === 'text' ? decoded : { fault: t('The template “{0}” is binary, not text.', name) };
  } catch (error) {
    return {
      fault: isMissing(error)
        ? t('The template “{0}” was not found.', name)
        : t('The template “{0}” cannot be read: {1}', name, reasonOf(error)),
    };
  }
}

/** `~/briefing.md`, `/srv/briefing.md`, `C:\\briefing.md`, a URI; or a path relative to the first workspace folder. */
function templateUri(path: string): vscode.Uri | undefined {
  if (/^(?:~(?=$|[\\/])|[\\/]|[a-z]:[\\/]|[a-z][a-z\d+.-]+:\/\/)/i.test(path)) return folderUri(path);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && vscode.Uri.joinPath(folder, path.replaceAll('\\', '/'));
}
