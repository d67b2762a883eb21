import * as vscode from 'vscode';
import { isMissing } from '../errors.ts';

/** Where a briefing is put that a browser is to print: a folder of the extension's own, which holds one at a time. */
export class PrintFolder {
  readonly #folder: vscode.Uri;

  constructor(globalStorageUri: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(globalStorageUri, 'print');
  }

  /** Writes a file and gives its URI; what was there of earlier prints is gone. */
  async write(name: string, text: string): Promise<vscode.Uri> {
    try {
      await vscode.workspace.fs.delete(this.#folder, { recursive: true });
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    await vscode.workspace.fs.createDirectory(this.#folder);
    const uri = vscode.Uri.joinPath(this.#folder, name);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return uri;
  }
}
