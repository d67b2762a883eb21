import * as vscode from 'vscode';
import { Emitter } from '../../library/event.ts';
import type { BriefingSource, SourceChange } from '../../library/ports.ts';
import { sourceSettings } from '../settings.ts';

/** The files of `briefings/`, listed by the build: a folder cannot be listed in VS Code for the Web. */
declare const BUNDLED_BRIEFINGS: readonly string[];

/** The briefings that ship with the extension. */
export class BundledSource implements BriefingSource {
  readonly #extensionUri: vscode.Uri;
  readonly #changed = new Emitter<SourceChange>();
  readonly #settings: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor(extensionUri: vscode.Uri) {
    this.#extensionUri = extensionUri;
    this.#settings = vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('briefings.showBundled')) this.#changed.fire({ kind: 'relist' });
    });
  }

  list(): Promise<readonly string[]> {
    const names = sourceSettings().showBundled ? BUNDLED_BRIEFINGS : [];
    const uris = names.map((name) => vscode.Uri.joinPath(this.#extensionUri, 'briefings', name).toString());
    return Promise.resolve(uris);
  }

  dispose(): void {
    this.#settings.dispose();
    this.#changed.dispose();
  }
}
