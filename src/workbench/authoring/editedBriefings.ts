import * as vscode from 'vscode';
import { isConverted } from '../../library/files/fileName.ts';
import type { Library } from '../../library/library.ts';
import { ContextKeys } from '../contextKeys.ts';

/** Sets a context key with the files of the open text editors that contain a briefing, for menus. */
export class EditedBriefings implements vscode.Disposable {
  readonly #library: Library;
  readonly #contexts = new ContextKeys();
  /** The URIs of new documents that are meant to become briefings. */
  readonly #drafts = new Set<string>();
  readonly #listeners: vscode.Disposable;
  #lastPaths = '';

  constructor(library: Library) {
    this.#library = library;
    const tell = () => {
      this.#updateContextKeys();
    };
    this.#listeners = vscode.Disposable.from(
      library.onDidChange(tell),
      vscode.window.tabGroups.onDidChangeTabs(tell),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#drafts.delete(uri.toString())),
    );
    tell();
  }

  addDraft({ uri }: vscode.TextDocument): void {
    this.#drafts.add(uri.toString());
    this.#updateContextKeys();
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /**
   * Lists paths, because a menu knows its editor's file by its path: in the system's notation, or in that of a remote
   * machine.
   */
  #updateContextKeys(): void {
    const paths = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .flatMap(({ input }) =>
        input instanceof vscode.TabInputText && this.#isBriefing(input.uri) ? input.uri : [],
      )
      .flatMap(({ path, fsPath }) => [path, fsPath]);
    const editors = [...new Set(paths)].sort();
    const told = editors.join('\n');
    if (told === this.#lastPaths) return;
    this.#lastPaths = told;
    this.#contexts.set({ editors });
  }

  #isBriefing(uri: vscode.Uri): boolean {
    const key = uri.toString();
    return !isConverted(key) && (this.#drafts.has(key) || this.#library.get(key)?.kind === 'briefing');
  }
}
