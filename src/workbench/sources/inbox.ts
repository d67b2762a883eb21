import * as vscode from 'vscode';
import { fileNameOf } from '../../library/files/fileName.ts';
import { nameForCopy } from '../../briefing/write/fileStem.ts';
import { EXTENSION_ID } from '../extensionId.ts';
import { FolderSource } from './folderSource.ts';

/** The path of the inbox in the extension's storage. */
export const INBOX = `/${EXTENSION_ID}/inbox`;

/** The extension's folder for briefings that the user imports. They are plain files. */
export class Inbox {
  readonly folder: vscode.Uri;
  readonly source: FolderSource;

  constructor(globalStorageUri: vscode.Uri) {
    this.folder = vscode.Uri.joinPath(globalStorageUri, 'inbox');
    this.source = new FolderSource({ folders: () => [this.folder], mayBeMissing: true });
  }

  holds(uri: string): boolean {
    // Joining resolves paths such as `inbox/../notes.md`, which is not in the inbox.
    return vscode.Uri.joinPath(vscode.Uri.parse(uri), '.')
      .toString()
      .startsWith(`${this.folder.toString()}/`);
  }

  /** Saves a text as a new file, and returns its URI. `folder`: saves it there instead of in the inbox. */
  async add(name: string, bytes: Uint8Array, folder = this.folder): Promise<vscode.Uri> {
    await vscode.workspace.fs.createDirectory(folder);
    const uri = await freeName(folder, name);
    await vscode.workspace.fs.writeFile(uri, bytes);
    this.source.relist();
    return uri;
  }

  /** Copies a file into the inbox, and returns the URI of the copy. */
  async copy(file: vscode.Uri): Promise<vscode.Uri> {
    await vscode.workspace.fs.createDirectory(this.folder);
    const uri = await freeName(this.folder, fileNameOf(file.toString()));
    await vscode.workspace.fs.copy(file, uri, { overwrite: false });
    this.source.relist();
    return uri;
  }
}

/** Returns the URI of `a.md`, or of `a 2.md` if that exists; never one outside of the folder. */
async function freeName(folder: vscode.Uri, given: string): Promise<vscode.Uri> {
  const name = nameForCopy(given);
  if (name === undefined) throw new Error(vscode.l10n.t('the file name is not allowed here'));
  const [, stem = name, extension = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? [];
  const taken = new Set(
    (await vscode.workspace.fs.readDirectory(folder)).map(([other]) => other.toLowerCase()),
  );
  let free = name;
  for (let i = 2; taken.has(free.toLowerCase()); i++) free = `${stem} ${i}${extension}`;
  return vscode.Uri.joinPath(folder, free);
}
