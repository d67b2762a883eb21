import * as vscode from 'vscode';
import { isConverted } from '../../library/files/fileName.ts';
import type { Library } from '../../library/library.ts';
import { Contexts } from '../contexts.ts';

/** Tells the menus in which of the open text editors a briefing is written. */
export class EditedBriefings implements vscode.Disposable {
  readonly #library: Library;
  readonly #contexts = new Contexts();
  /** New documents that are to become briefings. */
  readonly #drafts = new Set<string>();
  readonly #listeners: vscode.Disposable;
  #told = '';

  constructor(library: Library) {
    this.#library = library;
    const tell = () => {
      this.#tell();
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
    this.#tell();
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /** A menu knows the file of its editor by its path: as the system writes it, or as a remote machine does. */
  #tell(): void {
    const paths = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .flatMap(({ input }) =>
        input instanceof vscode.TabInputText && this.#isBriefing(input.uri) ? input.uri : [],
      )
      .flatMap(({ path, fsPath }) => [path, fsPath]);
    const editors = [...new Set(paths)].sort();
    const told = editors.join('\n');
    if (told === this.#told) return;
    this.#told = told;
    this.#contexts.set({ editors });
  }

  #isBriefing(uri: vscode.Uri): boolean {
    const key = uri.toString();
    return !isConverted(key) && (this.#drafts.has(key) || this.#library.get(key)?.kind === 'briefing');
  }
}
