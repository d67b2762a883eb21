import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { parseBriefing } from '../../briefing/parseBriefing.ts';
import { fileNameOf, isConverted } from '../../library/files/fileName.ts';
import type { Library } from '../../library/library.ts';

/** What is longer is not looked at with each key. */
const LARGE = 100_000;

/** Where briefings are written as they are read: all but what is made of a mail or a page. */
export const SELECTOR: vscode.DocumentSelector = ['markdown', 'plaintext', 'json'].map((language) => ({
  language,
}));

/** The briefings that are open in editors, each parsed once for all that looks at it, and not at all where a reader has its words. */
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

  /** A document as a briefing, if it is one; undefined for any other. */
  of(document: vscode.TextDocument): Briefing | undefined {
    return this.isBriefing(document) ? this.#parse(document) : undefined;
  }

  /** The same while a key waits for it: nothing for a large one. */
  ofSmall(document: vscode.TextDocument): Briefing | undefined {
    return this.isLarge(document) ? undefined : this.of(document);
  }

  isLarge(document: vscode.TextDocument): boolean {
    const last = document.lineCount - 1;
    return document.offsetAt(document.lineAt(last).range.end) > LARGE;
  }

  /** It is in the library, or was opened as a briefing; of what has no file yet, what has takeaways and sources. */
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
    const briefing = opened?.text === text ? opened : parseBriefing(text, nameOf(document));
    this.#parsed.set(document, { version, briefing });
    return briefing;
  }
}

/** What gives a briefing its date; a document without a file has no name. */
export function nameOf({ isUntitled, uri }: vscode.TextDocument): string {
  return isUntitled ? '' : fileNameOf(uri.toString());
}
