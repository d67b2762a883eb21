import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { parseBriefing } from '../../briefing/parseBriefing.ts';
import { fileNameOf, isConverted } from '../../library/files/fileName.ts';
import type { Library } from '../../library/library.ts';

/** Maximum length of a text that is processed at each key, in UTF-16 units. */
const LARGE = 100_000;

/** The languages in which briefings are written directly, rather than converted from a mail or a page. */
export const SELECTOR: vscode.DocumentSelector = ['markdown', 'plaintext', 'json'].map((language) => ({
  language,
}));

/**
 * The briefings that are open in editors. Each version is parsed once for all features, or not at all if a reader has
 * parsed the same text.
 */
export class Drafts {
  readonly #library: Library;
  readonly #parsed = new WeakMap<
    vscode.TextDocument,
    { readonly version: number; readonly briefing: Briefing }
  >();

  constructor(library: Library) {
    this.#library = library;
  }

  get onDidChangeLibrary() {
    return this.#library.onDidChange;
  }

  /** Returns a document as a briefing; undefined if it is not one. */
  of(document: vscode.TextDocument): Briefing | undefined {
    return this.isBriefing(document) ? this.#parse(document) : undefined;
  }

  /** Like {@link of}, for features that run at each key: undefined for a large document. */
  ofSmall(document: vscode.TextDocument): Briefing | undefined {
    return this.isLarge(document) ? undefined : this.of(document);
  }

  isLarge(document: vscode.TextDocument): boolean {
    const last = document.lineCount - 1;
    return document.offsetAt(document.lineAt(last).range.end) > LARGE;
  }

  /**
   * Whether a document is a briefing: it is in the library, or was opened as a briefing. An untitled document is one if
   * it has takeaways and references.
   */
  isBriefing(document: vscode.TextDocument): boolean {
    if (vscode.languages.match(SELECTOR, document) === 0) return false;
    const uri = document.uri.toString();
    if (this.#library.get(uri)?.kind === 'briefing') return !isConverted(uri);
    if (!document.isUntitled || document.languageId !== 'markdown' || this.isLarge(document)) return false;
    const kinds = new Set(this.#parse(document).sections.map(({ kind }) => kind));
    return kinds.has('takeaways') && kinds.has('references');
  }

  #parse(document: vscode.TextDocument): Briefing {
    const { version } = document;
    const known = this.#parsed.get(document);
    if (known?.version === version) return known.briefing;
    const text = document.getText();
    const opened = this.#library.opened(document.uri.toString());
    const briefing = opened?.text === text ? opened : parseBriefing(text, documentName(document));
    this.#parsed.set(document, { version, briefing });
    return briefing;
  }
}

/** Returns the file name, from which a briefing may get its date; '' for an untitled document. */
export function documentName({ isUntitled, uri }: vscode.TextDocument): string {
  return isUntitled ? '' : fileNameOf(uri.toString());
}
