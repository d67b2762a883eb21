import * as vscode from 'vscode';
import type { BriefingFile } from '../../intake/files/briefingFile.ts';
import { fileNameOf } from '../../library/files/fileName.ts';
import type { Inbox } from '../sources/inbox.ts';

export interface SavedFile {
  readonly uri: vscode.Uri;
  /** False if it was there already. */
  readonly isNew: boolean;
}

/**
 * Writes imported briefings to the inbox or to another folder, each only once: a briefing is recognized by its content,
 * even on another day.
 */
export class InboxWriter {
  readonly #inbox: Inbox;
  readonly #folder: vscode.Uri;
  /** The names of the folder's files, by their ends, which depend only on the content. */
  #names: Promise<Map<string, string>> | undefined;

  constructor(inbox: Inbox, folder = inbox.folder) {
    this.#inbox = inbox;
    this.#folder = folder;
  }

  async write({ name, text }: BriefingFile): Promise<SavedFile> {
    const names = await (this.#names ??= this.#list());
    const end = contentSuffix(name);
    const known = names.get(end);
    if (known !== undefined) {
      const uri = vscode.Uri.joinPath(this.#folder, known);
      if (idIn(await textAt(uri)) === idIn(text)) return { uri, isNew: false };
    }
    const uri = vscode.Uri.joinPath(this.#folder, await this.#writeFile(name, text, known));
    names.set(end, fileNameOf(uri.toString()));
    return { uri, isNew: true };
  }

  /** Writes a file, and returns its final name: it does not replace another briefing's file. */
  async #writeFile(name: string, text: string, taken: string | undefined): Promise<string> {
    const bytes = new TextEncoder().encode(text);
    if (taken !== undefined) return fileNameOf((await this.#inbox.add(name, bytes, this.#folder)).toString());
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(this.#folder, name), bytes);
    return name;
  }

  async #list(): Promise<Map<string, string>> {
    await vscode.workspace.fs.createDirectory(this.#folder);
    const names = (await vscode.workspace.fs.readDirectory(this.#folder)).map(([name]) => name);
    return new Map(names.map((name) => [contentSuffix(name), name]));
  }
}

/** `2026-11-20-harbour-1a2b3c4d.md` -> `-1a2b3c4d.md`: the rest may contain the day of the import. */
function contentSuffix(name: string): string {
  return /-[\da-f]{8}\.md$/.exec(name)?.[0] ?? name;
}

/** Returns the line of the front matter with the full id: two names may end alike by chance. */
function idIn(text: string): string | undefined {
  return /^---\n(?:.*\n){0,8}?(id: .+)\n/.exec(text.replaceAll('\r\n', '\n'))?.[1];
}

/** Returns the text of a file; '' if there is none. */
export async function textAt(uri: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // A file that no longer exists is written again.
    return '';
  }
}
