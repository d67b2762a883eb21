import * as vscode from 'vscode';
import { fileNameOf, isConverted } from '../../library/files/fileName.ts';
import type { Library } from '../../library/library.ts';
import type { SearchIndex } from '../../search/searchIndex.ts';
import type { LanguageFeatures } from './features.ts';

/** Loads the language features when the first briefing is open in an editor. Most users only read. */
export class Language implements vscode.Disposable {
  readonly #library: Library;
  readonly #index: SearchIndex;
  readonly #listeners: readonly { dispose(): void }[];
  #features: Promise<LanguageFeatures> | undefined;
  #disposed = false;

  constructor(library: Library, index: SearchIndex) {
    this.#library = library;
    this.#index = index;
    const check = (document: vscode.TextDocument) => {
      if (this.#mayBeBriefing(document)) void this.features();
    };
    this.#listeners = [
      vscode.workspace.onDidOpenTextDocument(check),
      library.onDidChange((uris) => {
        if (this.#features) return;
        for (const document of vscode.workspace.textDocuments)
          if (uris.has(document.uri.toString())) check(document);
      }),
    ];
    vscode.workspace.textDocuments.forEach(check);
  }

  features(): Promise<LanguageFeatures> {
    this.#features ??= import('./features.ts').then(({ LanguageFeatures }) => {
      const features = new LanguageFeatures(this.#library, this.#index);
      if (this.#disposed) features.dispose();
      return features;
    });
    return this.#features;
  }

  dispose(): void {
    this.#disposed = true;
    for (const one of this.#listeners) one.dispose();
    void this.#features?.then((features) => {
      features.dispose();
    });
  }

  /** Whether a document may be a briefing. An untitled one may be a new briefing. */
  #mayBeBriefing({ uri, isUntitled, languageId }: vscode.TextDocument): boolean {
    const key = uri.toString();
    return isUntitled
      ? languageId === 'markdown'
      : !isConverted(fileNameOf(key)) && this.#library.get(key)?.kind === 'briefing';
  }
}
