import * as vscode from 'vscode';
import { Hash } from '../../base/hash.ts';
import type { FileChange } from '../../intake/files/filesFor.ts';
import type { Source } from '../../intake/sources/settings.ts';
import { isMissing } from '../errors.ts';

/**
 * Returns the folder of a source’s briefings, `inbox/feed-harbour.example-1x7k2f`: it depends only on the source's
 * address.
 */
export function feedFolderUri(inbox: vscode.Uri, { url, host }: Pick<Source, 'url' | 'host'>): vscode.Uri {
  const key = new Hash().addText(url).toString();
  return vscode.Uri.joinPath(inbox, `feed-${host.replace(/[^a-z\d.-]+/gi, '-').slice(0, 60)}-${key}`);
}

/** The files of a source. */
export class FeedFolder {
  readonly #folder: vscode.Uri;

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
  }

  uriOf(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, name);
  }

  async names(): Promise<ReadonlySet<string>> {
    try {
      return new Set((await vscode.workspace.fs.readDirectory(this.#folder)).map(([name]) => name));
    } catch (error) {
      if (isMissing(error)) return new Set();
      throw error;
    }
  }

  async read(name: string): Promise<string | undefined> {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(this.uriOf(name)));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /**
   * Writes a change, unless the file has changed in the meantime. It is written under a temporary name first, so that
   * it is never incomplete.
   */
  async write({ name, text, over }: FileChange): Promise<void> {
    if ((await this.read(name)) !== over) return;
    await vscode.workspace.fs.createDirectory(this.#folder);
    const temporary = this.uriOf(`.${crypto.randomUUID()}`);
    await vscode.workspace.fs.writeFile(temporary, new TextEncoder().encode(text));
    await vscode.workspace.fs.rename(temporary, this.uriOf(name), { overwrite: true });
  }

  async remove(name: string): Promise<void> {
    await vscode.workspace.fs.delete(this.uriOf(name));
  }
}
