import * as vscode from 'vscode';
import { tidy } from '../../base/tidy.ts';
import { type Completion, completionsAt } from '../../language/assist/complete.ts';
import { toRange } from '../toRange.ts';
import type { Drafts } from './drafts.ts';
import type { LibraryVocabulary } from './libraryVocabulary.ts';

const KINDS: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  reference: vscode.CompletionItemKind.Reference,
  source: vscode.CompletionItemKind.File,
  heading: vscode.CompletionItemKind.Struct,
  label: vscode.CompletionItemKind.Text,
};

/** Completes sources in citations, and the titles of sections and labels of takeaways that the library uses. */
export class Completions implements vscode.CompletionItemProvider {
  readonly #drafts: Drafts;
  readonly #words: LibraryVocabulary;

  constructor(drafts: Drafts, words: LibraryVocabulary) {
    this.#drafts = drafts;
    this.#words = words;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionItem[]> {
    if (!this.#drafts.isBriefing(document)) return [];
    const words = await this.#words.load();
    const briefing = token.isCancellationRequested ? undefined : this.#drafts.ofSmall(document);
    return briefing ? completionsAt(briefing, position, words).map(toItem) : [];
  }
}

function toItem(
  { kind, label, detail, words, text, range, edits }: Completion,
  at: number,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label: tidy(label), description: tidy(detail) }, KINDS[kind]);
  item.filterText = words;
  item.insertText = text;
  item.range = toRange(range);
  // Keeps the given order: the briefing's own references by number, then the newest sources.
  item.sortText = String(at).padStart(5, '0');
  if (edits.length > 0) {
    item.additionalTextEdits = edits.map((edit) => new vscode.TextEdit(toRange(edit.range), edit.text));
    item.detail = vscode.l10n.t('Adds it to the references');
  }
  return item;
}
