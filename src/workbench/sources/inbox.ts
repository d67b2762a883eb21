import * as vscode from 'vscode';
import { fileNameOf } from '../../library/fileName.ts';
import { FolderSource } from './folderSource.ts';

/** The inbox's path in the extension's storage. */
export const INBOX = '/briefings.briefing-reader/inbox';

/** Where the briefings are kept that a person brings in: plain files in a folder of the extension's own. */
export class Inbox {
  readonly folder: vscode.Uri;
  readonly source: FolderSource;

  constructor(globalStorageUri: vscode.Uri) {
    this.folder = vscode.Uri.joinPath(globalStorageUri, 'inbox');
    this.source = new FolderSource({ folders: () => [this.folder], mayBeMissing: true });
  }

  holds(uri: string): boolean {
    return uri.startsWith(`${this.folder.toString()}/`);
  }

  /** Keeps a text as a new file, and gives its URI. `folder`: another one than the inbox. */
  async add(name: string, bytes: Uint8Array, folder = this.folder): Promise<vscode.Uri> {
    await vscode.workspace.fs.createDirectory(folder);
    const uri = await freeName(folder, name);
    await vscode.workspace.fs.writeFile(uri, bytes);
    this.source.relist();
    return uri;
  }

  /** Copies a file, and gives the URI of the copy. */
  async copy(file: vscode.Uri): Promise<vscode.Uri> {
    await vscode.workspace.fs.createDirectory(this.folder);
    const uri = await freeName(this.folder, fileNameOf(file.toString()));
    await vscode.workspace.fs.copy(file, uri, { overwrite: false });
    this.source.relist();
    return uri;
  }
}

/** `a.md`, or `a 2.md` where that is taken. */
async function freeName(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  const [, stem = name, extension = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? [];
  const taken = new Set(
    (await vscode.workspace.fs.readDirectory(folder)).map(([other]) => other.toLowerCase()),
  );
  let free = name;
  for (let i = 2; taken.has(free.toLowerCase()); i++) free = `${stem} ${i}${extension}`;
  return vscode.Uri.joinPath(folder, free);
}
