import * as vscode from 'vscode';
import { isMissing } from '../errors.ts';

/** The extension's folder for a briefing to be printed by a browser. It contains one at a time. */
export class PrintFolder {
  readonly #folder: vscode.Uri;

  constructor(globalStorageUri: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(globalStorageUri, 'print');
  }

  /** Writes a file, and returns its URI. Files of earlier prints are deleted. */
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
