import * as vscode from 'vscode';
import { formatTime } from '../../base/formatTime.ts';
import { readingItems } from '../../briefing/readingItems.ts';
import { timesLeft } from '../../briefing/text/readingTime.ts';
import { claimsOf } from '../../language/assist/claims.ts';
import { itemsLabel, timeWords } from '../labels.ts';
import { StatusBarItem } from '../notify.ts';
import { ContextKeys } from '../contextKeys.ts';
import type { Drafts } from './drafts.ts';
import { plural } from '../plural.ts';

const DEBOUNCE = 300;

/** Shows the number of takeaways and the reading time of the briefing in the active editor in the status bar. */
export class DraftStatusBarItem implements vscode.Disposable {
  readonly #drafts: Drafts;
  readonly #contexts = new ContextKeys();
  readonly #item = new StatusBarItem('briefings.draft', vscode.l10n.t('Briefing'), 'briefings.showClaims');
  readonly #listeners: readonly { dispose(): void }[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(drafts: Drafts) {
    this.#drafts = drafts;
    const isActive = (document: vscode.TextDocument) => document === vscode.window.activeTextEditor?.document;
    this.#listeners = [
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#show();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isActive(document)) this.#showSoon();
      }),
      drafts.onDidChangeLibrary((uris) => {
        const document = vscode.window.activeTextEditor?.document;
        if (document && uris.has(document.uri.toString())) this.#showSoon();
      }),
    ];
    this.#show();
  }

  /** The text shown; '' if the active editor has no briefing. */
  get text(): string {
    return this.#item.text;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const one of this.#listeners) one.dispose();
    this.#item.dispose();
  }

  #showSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#show();
    }, DEBOUNCE);
  }

  #show(): void {
    clearTimeout(this.#timer);
    const document = vscode.window.activeTextEditor?.document;
    this.#contexts.set({ draft: document !== undefined && this.#drafts.isBriefing(document) });
    const briefing = document && this.#drafts.ofSmall(document);
    if (!briefing) {
      this.#item.hide();
      return;
    }
    const { t } = vscode.l10n;
    const claims = claimsOf(briefing);
    const without = claims.filter(({ isSourced }) => !isSourced).length;
    const items = readingItems(briefing);
    const [seconds] = timesLeft(items).get('') ?? [0];
    const parts = [
      // A text without takeaways consists of passages.
      claims.length === 0 && items.length > 0
        ? itemsLabel(items.length)
        : claims.length === 1
          ? t('1 takeaway')
          : plural('{0} takeaways', claims.length),
      ...(without === 0 ? [] : [t('{0} without source', without)]),
      ...(items.length === 0 ? [] : [formatTime(timeWords(), seconds)]),
    ];
    this.#item.show(
      parts.join(' · '),
      t('Show the takeaways of this briefing, those without a source first'),
    );
  }
}
