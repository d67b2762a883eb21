import * as vscode from 'vscode';
import type { Briefing, Takeaway } from '../../briefing/model.ts';
import { safeUrl } from '../../briefing/safeUrl.ts';
import { Emitter } from '../../library/event.ts';
import type { Library } from '../../library/library.ts';
import { findItem, firstItem, type Item, neighbour, survivingItem } from '../../library/place.ts';
import type { FromPage, Place, ReaderState, ReaderView, Sight } from '../../reader/messages.ts';
import { setContexts } from '../contexts.ts';
import { HumanError } from '../humanError.ts';
import { ReaderPanel } from './readerPanel.ts';

/** Where reading stands: a briefing, and the section or takeaway in it. */
export interface ReadingPlace {
  readonly uri: string;
  readonly id: string | undefined;
}

/** What is on screen. */
export interface Shown {
  readonly uri: string;
  /** The last good version: it stays on screen when the file breaks or goes. */
  readonly briefing: Briefing;
  readonly item: Item | undefined;
  /** How far into the item it was opened, 0 to 1. */
  readonly offset: number;
}

/** What is being read, and the one panel that shows it. */
export class Reader implements vscode.Disposable {
  readonly #library: Library;
  readonly #extensionUri: vscode.Uri;
  readonly #changed = new Emitter<undefined>();
  readonly #disposables: { dispose(): void }[];
  readonly #seen = new Emitter<Sight>();
  readonly onDidChangePlace = this.#changed.event;
  /** What a person has had before their eyes, and where they stand. */
  readonly onDidSee = this.#seen.event;
  #panel: ReaderPanel | undefined;
  #shown: Shown | undefined;
  #view: ReaderView = 'takeaway';

  constructor(library: Library, extensionUri: vscode.Uri) {
    this.#library = library;
    this.#extensionUri = extensionUri;
    this.#disposables = [
      library.onDidChange((uris) => {
        if (this.#shown && uris.has(this.#shown.uri)) void this.#followLibrary(this.#shown.uri);
      }),
    ];
  }

  get place(): ReadingPlace | undefined {
    return this.#shown && { uri: this.#shown.uri, id: this.#shown.item?.id };
  }

  get shown(): Shown | undefined {
    return this.#shown;
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

  /** Opens a briefing at one of its items, or where reading it begins. `offset`: how far into the item, 0 to 1. */
  open(
    uri: string,
    briefing: Briefing,
    { id, offset = 0, column }: { id?: string | undefined; offset?: number; column?: vscode.ViewColumn } = {},
  ): void {
    const item = id === undefined ? firstItem(briefing) : findItem(briefing, id);
    if (!this.#panel) this.#adopt(ReaderPanel.create(this.#extensionUri, column ?? vscode.ViewColumn.Active));
    // What was closed begins anew as a page of its own.
    if (item?.kind === 'takeaway' && this.#shown?.item?.kind !== 'takeaway') this.#view = 'takeaway';
    const place = item && { id: item.id, offset };
    this.#show({ uri, briefing, item, offset }, offset > 0 ? place : undefined);
    this.#panel?.reveal(column);
  }

  /** Takes over a panel that VS Code kept over a reload, and shows in it what it showed. */
  restore(panel: vscode.WebviewPanel, uri: string, briefing: Briefing, state: ReaderState): void {
    this.#adopt(ReaderPanel.restored(panel, this.#extensionUri));
    this.#view = state.view;
    const item = findItem(briefing, state.id) ?? firstItem(briefing);
    this.#show({ uri, briefing, item, offset: state.place?.offset ?? 0 }, state.place);
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
    this.#show({ uri, briefing, item: findItem(briefing, to.id), offset: 0 });
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
    const next = view === 'takeaway' ? findItem(briefing, takeaway?.id) : item;
    this.#show({ uri, briefing, item: next, offset: 0 });
  }

  /** Shows a sentence in the page; false where nobody would see it there. */
  say(text: string): boolean {
    return this.#panel?.say(text) ?? false;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    this.#panel?.panel.dispose();
    this.#changed.dispose();
    this.#seen.dispose();
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

  #show(shown: Shown, place?: Place): void {
    this.#shown = shown;
    const { uri, briefing, item } = shown;
    this.#panel?.show(uri, briefing, { id: item?.id, view: this.view }, place);
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
        this.#show({ uri, briefing, item, offset: 0 });
        return;
      }
      case 'saw':
      case 'stopped':
        this.#seen.fire(message);
        return;
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

  async #followLibrary(uri: string): Promise<void> {
    const opened = await this.#library.open(uri);
    // Something else may be read by now.
    if (opened?.kind !== 'briefing' || this.#shown?.uri !== uri) return;
    const { briefing, item, offset } = this.#shown;
    if (opened.briefing === briefing) return;
    const now = survivingItem(briefing, opened.briefing, item?.id);
    this.#show({ uri, briefing: opened.briefing, item: now, offset });
  }

  #tell(): void {
    setContexts({
      'reader.open': this.#shown !== undefined,
      'reader.view': this.#shown && this.view,
      'reader.takeaway': this.takeaway !== undefined,
      'reader.link': this.takeaway?.references.some(({ url }) => url !== undefined) ?? false,
    });
    this.#changed.fire(undefined);
  }
}
