import * as vscode from 'vscode';
import { Emitter } from '../../base/event.ts';
import { fileNameOf } from '../../library/files/fileName.ts';
import { inLanguage } from '../../library/files/inLanguage.ts';
import type { BriefingSource, Listing, SourceChange } from '../../library/ports.ts';
import { settings } from '../settings.ts';

/**
 * The names of the files in `briefings/`, one per line. The build lists them, because VS Code for the Web cannot list a
 * folder.
 */
declare const BUNDLED_BRIEFINGS: string;

/** The briefings that ship with the extension, in VS Code's language if there is a translation. */
export class BundledSource implements BriefingSource {
  readonly #folder: vscode.Uri;
  readonly #changed = new Emitter<SourceChange>();
  readonly #settings: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor(extensionUri: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(extensionUri, 'briefings');
    this.#settings = vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('briefings.showBundled')) this.#changed.fire({ kind: 'relist' });
    });
  }

  roots(): readonly string[] {
    return settings().showBundled ? [this.#folder.toString()] : [];
  }

  list(): Promise<readonly Listing[]> {
    const names = inLanguage(BUNDLED_BRIEFINGS.split('\n'), vscode.env.language);
    const uris = names.map((name) => vscode.Uri.joinPath(this.#folder, name).toString());
    return Promise.resolve(this.roots().map((root) => ({ root, uris })));
  }

  has(uri: string): boolean {
    return uri.startsWith(`${this.#folder.toString()}/`);
  }

  /** Whether it is the briefing about the reader itself, in any language. */
  isWelcome(uri: string): boolean {
    return this.has(uri) && fileNameOf(uri).startsWith('welcome.');
  }

  /** Whether it is one of the examples of what a briefing may look like. */
  isExample(uri: string): boolean {
    return this.has(uri) && !this.isWelcome(uri);
  }

  dispose(): void {
    this.#settings.dispose();
    this.#changed.dispose();
  }
}
