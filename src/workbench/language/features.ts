import * as vscode from 'vscode';
import type { Library } from '../../library/library.ts';
import type { SearchIndex } from '../../search/searchIndex.ts';
import { CodeActions } from './codeActions.ts';
import { Completions } from './completions.ts';
import { Diagnostics } from './diagnostics.ts';
import { Drafts, SELECTOR } from './drafts.ts';
import { DraftStatusBarItem } from './draftStatusBarItem.ts';
import { Hovers } from './hovers.ts';
import { LibraryVocabulary } from './libraryVocabulary.ts';
import { PasteReferences } from './pasteReferences.ts';
import { SourceCounts } from './sourceCounts.ts';

/** Registers the language features for briefings. */
export class LanguageFeatures implements vscode.Disposable {
  readonly drafts: Drafts;
  readonly vocabulary: LibraryVocabulary;
  readonly statusBarItem: DraftStatusBarItem;
  readonly #registered: vscode.Disposable;

  constructor(library: Library, index: SearchIndex) {
    const drafts = new Drafts(library);
    const words = new LibraryVocabulary(index);
    const counts = new SourceCounts(drafts);
    const { languages } = vscode;
    this.drafts = drafts;
    this.vocabulary = words;
    this.statusBarItem = new DraftStatusBarItem(drafts);
    this.#registered = vscode.Disposable.from(
      words,
      counts,
      new Diagnostics(drafts),
      this.statusBarItem,
      languages.registerCodeActionsProvider(SELECTOR, new CodeActions(drafts, words), CodeActions.metadata),
      languages.registerCompletionItemProvider(SELECTOR, new Completions(drafts, words), '[', '*', ' '),
      languages.registerHoverProvider(SELECTOR, new Hovers(drafts, library)),
      languages.registerInlayHintsProvider(SELECTOR, counts),
      languages.registerDocumentPasteEditProvider(
        SELECTOR,
        new PasteReferences(drafts, words),
        PasteReferences.metadata,
      ),
    );
  }

  dispose(): void {
    this.#registered.dispose();
  }
}
