import * as vscode from 'vscode';
import type { Briefing, Takeaway } from '../../briefing/model.ts';
import { safeUrl } from '../../briefing/safeUrl.ts';
import { Emitter } from '../../library/event.ts';
import type { Library } from '../../library/library.ts';
import { findItem, firstItem, type Item, neighbour, survivingItem } from '../../library/place.ts';
import type { FromPage, ReaderState, ReaderView } from '../../reader/messages.ts';
import { HumanError } from '../humanError.ts';
import { ReaderPanel } from './readerPanel.ts';

/** Where reading stands: a briefing, and the section or takeaway in it. */
export interface ReadingPlace {
  readonly uri: string;
  readonly id: string | undefined;
}

interface Shown {
  readonly uri: string;
  /** The last good version: it stays on screen when the file breaks or goes. */
  readonly briefing: Briefing;
  readonly item: Item | undefined;
}

/** What is being read, and the one panel that shows it. */
export class Reader implements vscode.Disposable {
  readonly #library: Library;
  readonly #extensionUri: vscode.Uri;
  readonly #changed = new Emitter<undefined>();
  readonly #disposables: { dispose(): void }[];
  readonly onDidChangePlace = this.#changed.event;
  #panel: ReaderPanel | undefined;
  #shown: Shown | undefined;
  #view: ReaderView = 'takeaway';

  constructor(library: Library, extensionUri: vscode.Uri) {
    this.#library = library;
    this.#extensionUri = extensionUri;
    this.#disposables = [
      library.onDidChange(() => {
        this.#followLibrary();
      }),
    ];
  }

  get place(): ReadingPlace | undefined {
    return this.#shown && { uri: this.#shown.uri, id: this.#shown.item?.id };
  }

  /** The takeaway that is read, if it is one. */
  get takeaway(): Takeaway | undefined {
    return this.#shown?.item?.kind === 'takeaway' ? this.#shown.item.takeaway : undefined;
  }

  /** A section is a part of the whole, and is shown in it. */
  get view(): ReaderView {
    return this.#shown?.item?.kind === 'takeaway' ? this.#view : 'whole';
  }

  get isActive(): boolean {
    return this.#panel?.panel.active ?? false;
  }

  /** Opens a briefing at one of its items, or where reading it begins. */
  open(uri: string, briefing: Briefing, id?: string, column?: vscode.ViewColumn): void {
    const item = id === undefined ? firstItem(briefing) : findItem(briefing, id);
    if (!this.#panel) this.#adopt(ReaderPanel.create(this.#extensionUri, column ?? vscode.ViewColumn.Active));
    // What was closed begins anew as a page of its own.
    if (item?.kind === 'takeaway' && this.#shown?.item?.kind !== 'takeaway') this.#view = 'takeaway';
    this.#show({ uri, briefing, item });
    this.#panel?.reveal(column);
  }

  /** Takes over a panel that VS Code kept over a reload, and shows in it what it showed. */
  restore(panel: vscode.WebviewPanel, uri: string, briefing: Briefing, state: ReaderState): void {
    this.#adopt(ReaderPanel.restored(panel, this.#extensionUri));
    this.#view = state.view;
    this.#show({ uri, briefing, item: findItem(briefing, state.id) ?? firstItem(briefing) }, state);
  }

  /** Goes one takeaway on, or back. */
  move(step: 1 | -1): void {
    const { uri, briefing, item } = this.#current();
    const to = neighbour(briefing, item, step);
    if (!to) {
      const { t } = vscode.l10n;
      const none = !neighbour(briefing, undefined, 1);
      throw new HumanError(
        none
          ? t('This briefing has no takeaways.')
          : step === 1
            ? t('This is the last takeaway.')
            : t('This is the first takeaway.'),
      );
    }
    this.#show({ uri, briefing, item: findItem(briefing, to.id) });
  }

  /** Shows the takeaway alone, or marked in the whole briefing. */
  setView(view: ReaderView): void {
    const { uri, briefing, item } = this.#current();
    const takeaway =
      item?.kind === 'takeaway'
        ? item.takeaway
        : (neighbour(briefing, item, 1) ?? neighbour(briefing, item, -1));
    if (view === 'takeaway' && !takeaway) {
      throw new HumanError(vscode.l10n.t('This briefing has no takeaways: it is shown whole.'));
    }
    this.#view = view;
    this.#show({ uri, briefing, item: view === 'takeaway' ? findItem(briefing, takeaway?.id) : item });
  }

  /** Shows a sentence in the page; false where nobody would see it there. */
  say(text: string): boolean {
    return this.#panel?.say(text) ?? false;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    this.#panel?.panel.dispose();
    this.#changed.dispose();
  }

  #current(): Shown {
    if (!this.#shown) throw new HumanError(vscode.l10n.t('Open a briefing first.'));
    return this.#shown;
  }

  #adopt(panel: ReaderPanel): void {
    this.#panel?.panel.dispose();
    this.#panel = panel;
    panel.onMessage((message) => {
      this.#heard(message);
    });
    panel.panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#shown = undefined;
      this.#tell();
    });
  }

  #show(shown: Shown, restored?: ReaderState): void {
    this.#shown = shown;
    const { uri, briefing, item } = shown;
    this.#panel?.show(uri, briefing, { id: item?.id, view: this.view }, restored?.place);
    this.#tell();
  }

  #heard(message: FromPage): void {
    if (!this.#shown) return;
    const { uri, briefing } = this.#shown;
    switch (message.type) {
      case 'chose': {
        const item = findItem(briefing, message.id);
        if (!item) return;
        this.#view = message.view;
        this.#show({ uri, briefing, item });
        return;
      }
      case 'viewed':
        void vscode.commands.executeCommand(
          message.view === 'whole' ? 'briefings.showWholeBriefing' : 'briefings.showTakeaway',
        );
        return;
      case 'followed': {
        // The page is the less trusted side: only what the briefing links to, and only if it may be live.
        const href = safeUrl(message.url)?.href;
        const known = briefing.references.some(({ url }) => url !== undefined && safeUrl(url)?.href === href);
        if (href !== undefined && known) void vscode.env.openExternal(vscode.Uri.parse(href, true));
      }
    }
  }

  #followLibrary(): void {
    if (!this.#shown) return;
    const { uri, briefing, item } = this.#shown;
    const entry = this.#library.get(uri);
    if (entry?.kind !== 'briefing' || entry.briefing === briefing) return;
    this.#show({ uri, briefing: entry.briefing, item: survivingItem(briefing, entry.briefing, item?.id) });
  }

  #tell(): void {
    const context = {
      'briefings.reader.open': this.#shown !== undefined,
      'briefings.reader.view': this.#shown && this.view,
      'briefings.reader.takeaway': this.takeaway !== undefined,
      'briefings.reader.link': this.takeaway?.references.some(({ url }) => url !== undefined) ?? false,
    };
    for (const [key, value] of Object.entries(context))
      void vscode.commands.executeCommand('setContext', key, value);
    this.#changed.fire(undefined);
  }
}
