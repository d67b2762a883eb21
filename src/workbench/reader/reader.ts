import * as vscode from 'vscode';
import type { Briefing, Takeaway } from '../../briefing/model.ts';
import { Emitter } from '../../library/event.ts';
import { takeawaysIn } from '../../library/items.ts';
import { findItem, firstItem, type Item, neighbour, parentOf, survivingItem } from '../../library/place.ts';
import { END, type FromPage, type Place, type ReaderState, type ReaderView } from '../../reader/messages.ts';
import { HumanError } from '../humanError.ts';
import type { ReaderPanel } from './readerPanel.ts';

/** What is on screen. */
export interface Shown {
  readonly uri: string;
  /** The last good version: it stays on screen when the file breaks or goes. */
  readonly briefing: Briefing;
  /** What is read; none at the end, and in a briefing without a section. */
  readonly item: Item | undefined;
  /** How far into the item it was opened, 0 to 1. */
  readonly offset: number;
  /** Past the last takeaway. */
  readonly isEnd: boolean;
}

/** Where to begin in a briefing: an item, and how far into it (0 to 1). */
export interface Start {
  readonly id?: string | undefined;
  readonly offset?: number;
}

/** One briefing that is being read: what is shown of it, and the panel that shows it. */
export class Reader implements vscode.Disposable {
  readonly panel: ReaderPanel;
  readonly #changed = new Emitter<undefined>();
  readonly #heard = new Emitter<FromPage>();
  readonly onDidChangePlace = this.#changed.event;
  /** What a person did in the page that is more than to move in the briefing. */
  readonly onDidHear = this.#heard.event;
  #shown: Shown;
  #view: ReaderView = 'takeaway';
  /** The view that the person has chosen. A section is shown in the whole, whichever that is. */
  #chosenView: ReaderView = 'takeaway';

  constructor(panel: ReaderPanel, uri: string, briefing: Briefing) {
    this.panel = panel;
    this.#shown = { uri, briefing, item: undefined, offset: 0, isEnd: false };
    panel.onMessage((message) => {
      this.#hear(message);
    });
    panel.panel.onDidDispose(() => {
      this.#changed.dispose();
      this.#heard.dispose();
    });
  }

  get shown(): Shown {
    return this.#shown;
  }

  get view(): ReaderView {
    return this.#view;
  }

  /** The takeaway that is read, if it is one. */
  get takeaway(): Takeaway | undefined {
    return this.#shown.item?.kind === 'takeaway' ? this.#shown.item.takeaway : undefined;
  }

  /** Shows a briefing at one of its items, or where reading it begins. */
  open(uri: string, briefing: Briefing, { id, offset = 0 }: Start = {}): void {
    const item = id === undefined ? firstItem(briefing) : findItem(briefing, id);
    this.#view = this.#viewOf(briefing, item);
    const place = item && offset > 0 ? { id: item.id, offset } : undefined;
    this.#show({ uri, briefing, item, offset, isEnd: false }, place);
  }

  /** Shows again what was shown before a reload. */
  restore(uri: string, briefing: Briefing, { id, view, place }: ReaderState): void {
    const isEnd = id === END;
    const item = isEnd ? undefined : (findItem(briefing, id) ?? firstItem(briefing));
    this.#chosenView = view;
    this.#view = isEnd && takeawaysIn(briefing.sections).length > 0 ? view : this.#viewOf(briefing, item);
    this.#show({ uri, briefing, item, offset: place?.offset ?? 0, isEnd }, place);
  }

  /** The briefing has other words now: what is read stays what is read, and so does the place in it. */
  update(briefing: Briefing): void {
    const { item, isEnd } = this.#shown;
    if (briefing === this.#shown.briefing) return;
    const now = isEnd ? undefined : survivingItem(this.#shown.briefing, briefing, item?.id);
    if (now?.kind !== 'takeaway' && !isEnd) this.#view = 'whole';
    if (takeawaysIn(briefing.sections).length === 0) this.#view = 'whole';
    this.#shown = { ...this.#shown, briefing, item: now };
    this.panel.update(this.#shown, this.#view);
    this.#changed.fire(undefined);
  }

  /** Goes one takeaway on, or back: past the last one is the end. False where there is nothing further. */
  move(step: 1 | -1): boolean {
    const { briefing, item, isEnd } = this.#shown;
    const to = isEnd
      ? step === -1
        ? takeawaysIn(briefing.sections).at(-1)
        : undefined
      : neighbour(briefing, item, step);
    if (!to && (isEnd || step === -1)) return false;
    this.#goTo(to ? findItem(briefing, to.id) : undefined, { isEnd: !to });
    return true;
  }

  /** To the first takeaway, or to the end. In the whole view, the page goes to its start and its end. */
  goTo(where: 'start' | 'end'): void {
    if (this.#view === 'whole') this.panel.scroll(where);
    else if (where === 'end') this.#goTo(undefined, { isEnd: true });
    else this.#goTo(findItem(this.#shown.briefing, takeawaysIn(this.#shown.briefing.sections)[0]?.id));
  }

  /** From a takeaway to its section, from that to the one it stands in, and then to the top. */
  goUp(): void {
    const { briefing, item, isEnd } = this.#shown;
    const from = isEnd ? findItem(briefing, takeawaysIn(briefing.sections).at(-1)?.id) : item;
    this.#view = 'whole';
    this.#goTo(from && parentOf(briefing, from));
  }

  /** Shows the takeaway alone, or marked in the whole briefing. */
  setView(view: ReaderView): void {
    const { briefing, item, isEnd } = this.#shown;
    if (view === 'takeaway' && takeawaysIn(briefing.sections).length === 0) {
      throw new HumanError(vscode.l10n.t('This briefing has no takeaways: it is shown whole.'));
    }
    this.#chosenView = this.#view = view;
    const takeaway =
      item?.kind === 'takeaway'
        ? item.takeaway
        : (neighbour(briefing, item, 1) ?? neighbour(briefing, item, -1));
    this.#goTo(view === 'takeaway' && !isEnd ? findItem(briefing, takeaway?.id) : item, { isEnd });
  }

  dispose(): void {
    this.panel.panel.dispose();
  }

  /** A takeaway is shown as the person likes to see them. */
  #viewOf(briefing: Briefing, item: Item | undefined): ReaderView {
    const hasTakeaways = takeawaysIn(briefing.sections).length > 0;
    return item?.kind === 'takeaway' && hasTakeaways ? this.#chosenView : 'whole';
  }

  #goTo(item: Item | undefined, { isEnd = false } = {}): void {
    this.#show({ ...this.#shown, item, offset: 0, isEnd });
  }

  #show(shown: Shown, place?: Place): void {
    this.#shown = shown;
    this.panel.show(shown, this.#view, place);
    this.#changed.fire(undefined);
  }

  #hear(message: FromPage): void {
    const { briefing } = this.#shown;
    switch (message.type) {
      case 'chose': {
        const item = findItem(briefing, message.id);
        if (!item && message.id !== END) return;
        this.#view = item?.kind === 'takeaway' ? message.view : 'whole';
        this.#goTo(item, { isEnd: !item });
        return;
      }
      case 'stopped': {
        const item = findItem(briefing, message.id);
        const isOther = item?.id !== this.#shown.item?.id;
        // In the whole, what is read follows the page. A takeaway alone is left by going on only.
        if (item && (!isOther || this.#view === 'whole')) {
          this.#shown = { ...this.#shown, item, offset: message.offset, isEnd: false };
          if (isOther) this.#changed.fire(undefined);
          this.#heard.fire(message);
        }
        return;
      }
      case 'stale':
        this.panel.update(this.#shown, this.#view);
        return;
      case 'viewed':
      case 'followed':
      case 'reference':
      case 'imageWanted':
      case 'passed':
      case 'pressed':
      case 'voices':
      case 'saw':
        this.#heard.fire(message);
    }
  }
}
