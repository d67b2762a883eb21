import * as vscode from 'vscode';
import type { Briefing, Takeaway } from '../../briefing/model.ts';
import { Emitter } from '../../base/event.ts';
import { isBlank, takeawaysIn } from '../../library/items.ts';
import { findItem, firstItem, type Item, neighbour, parentOf, survivingItem } from '../../library/place.ts';
import { END, type Place, type ReaderState, type ReaderView } from '../../reader/messages.ts';
import { HumanError } from '../errors.ts';
import type { ReaderPanel, Target } from './readerPanel.ts';

/** What is on screen. */
export interface ShownBriefing {
  readonly uri: string;
  /** The last good version: it stays on screen when the file breaks or goes. */
  readonly briefing: Briefing;
  /** What is read; none at the end, before the first section, and where there is no section at all. */
  readonly item: Item | undefined;
  /** How far into the item it was opened, 0 to 1. */
  readonly offset: number;
  /** Past the last takeaway. */
  readonly isEnd: boolean;
}

/** Where to begin in a briefing, and how. */
export interface StartPosition {
  /** An item, or '' for the briefing itself. Undefined: where reading begins. */
  readonly id?: string | undefined;
  /** How far into it, 0 to 1. */
  readonly offset?: number;
  /** How a takeaway is shown this time, where that is not as the person has chosen. */
  readonly view?: ReaderView | undefined;
  /** Words that are marked wherever they stand, as they are written there. */
  readonly words?: readonly string[] | undefined;
}

/** One briefing that is being read: what is shown of it, and the panel that shows it. */
export class Reader implements vscode.Disposable {
  readonly panel: ReaderPanel;
  readonly #changed = new Emitter<undefined>();
  readonly onDidChangePlace = this.#changed.event;
  /** The files of all that it has shown. */
  readonly #files = new Set<string>();
  #shown: ShownBriefing;
  #view: ReaderView;
  #chosenView: ReaderView;
  /** The takeaway that was read alone when its words went from the file: they may come back. */
  #gone: string | undefined;

  /** `view`: how takeaways are shown until the person chooses. */
  constructor(panel: ReaderPanel, uri: string, briefing: Briefing, view: ReaderView = 'takeaway') {
    this.panel = panel;
    this.#shown = { uri, briefing, item: undefined, offset: 0, isEnd: false };
    this.#view = this.#chosenView = view;
    panel.panel.onDidDispose(() => {
      this.#changed.dispose();
    });
  }

  get shown(): ShownBriefing {
    return this.#shown;
  }

  get files(): ReadonlySet<string> {
    return this.#files;
  }

  get view(): ReaderView {
    return this.#view;
  }

  /** The view that the person has chosen. A section is shown in the whole, whichever that is. */
  get chosenView(): ReaderView {
    return this.#chosenView;
  }

  /** The takeaway that is read, if it is one. */
  get takeaway(): Takeaway | undefined {
    return this.#shown.item?.kind === 'takeaway' ? this.#shown.item.takeaway : undefined;
  }

  /** Shows a briefing at one of its items, or where reading it begins. */
  open(uri: string, briefing: Briefing, start: StartPosition = {}): void {
    const { id, offset = 0, view = this.#chosenView, words } = start;
    const item = id === undefined ? firstItem(briefing) : findItem(briefing, id);
    const place = offset > 0 ? { id: item?.id ?? '', offset } : undefined;
    this.#show({ uri, briefing, item, offset, isEnd: false }, view, { place, words });
  }

  /** Shows again what was shown before a reload. */
  restore(uri: string, briefing: Briefing, { id, view, place }: ReaderState): void {
    const isEnd = id === END;
    const item = isEnd || !id ? undefined : (findItem(briefing, id) ?? firstItem(briefing));
    this.#chosenView = view;
    this.#show({ uri, briefing, item, offset: place?.offset ?? 0, isEnd }, view, { place });
  }

  /** The briefing has other words now: what is read stays what is read, and so does the place in it. */
  update(briefing: Briefing): void {
    const { item, isEnd, briefing: before } = this.#shown;
    if (briefing === before) return;
    const back = isEnd ? undefined : findItem(briefing, this.#gone);
    const now = isEnd ? undefined : (back ?? survivingItem(before, briefing, item?.id));
    if (back) this.#gone = undefined;
    else if (this.#view === 'takeaway' && now?.id !== item?.id) this.#gone ??= item?.id;
    this.#shown = { ...this.#shown, briefing, item: now };
    this.#view = viewOf(this.#shown, back ? 'takeaway' : this.#view);
    this.panel.update(this.#shown, this.#view);
    this.#changed.fire(undefined);
  }

  /** Its file lies elsewhere now, or has another name: the person stays where they are. */
  moveTo(uri: string, briefing: Briefing): void {
    const { item, offset, isEnd } = this.#shown;
    const now = isEnd ? undefined : survivingItem(this.#shown.briefing, briefing, item?.id);
    const place = isEnd ? undefined : { id: now?.id ?? '', offset };
    this.#show({ uri, briefing, item: now, offset, isEnd }, this.#view, { place });
  }

  /**
   * Goes one takeaway on, or back: past the last one is the end. False where there is nothing further. In a text without
   * takeaways it goes a page on, or back.
   */
  move(step: 1 | -1): boolean {
    const { briefing, item, isEnd } = this.#shown;
    if (this.#isText && !(this.#isOver && step === 1)) {
      this.panel.scroll(step === 1 ? 'next' : 'previous');
      return true;
    }
    const to = isEnd
      ? step === -1
        ? takeawaysIn(briefing.sections).at(-1)
        : undefined
      : neighbour(briefing, item, step);
    if (!to && (this.#isOver || step === -1)) return false;
    this.#goTo(to ? findItem(briefing, to.id) : undefined, { isEnd: !to });
    return true;
  }

  /** The same from the page, which has scrolled to its end or its start: there is nothing more to scroll. */
  pass(step: 1 | -1): boolean {
    if (!this.#isText || (this.#isOver && step === 1)) return this.move(step);
    this.#goTo(undefined, { isEnd: step === 1 });
    return true;
  }

  /** The person has chosen an item in the page, or the end. */
  choose(id: string, view: ReaderView): void {
    const item = findItem(this.#shown.briefing, id);
    if (item || id === END) this.#goTo(item, { isEnd: !item, view });
  }

  /** Reading has come to rest in the page. False where that is no place of what is read. */
  stopAt({ id, offset }: Place): boolean {
    const { briefing, isEnd, item: before } = this.#shown;
    const item = findItem(briefing, id);
    const isOther = isEnd || item?.id !== before?.id;
    // In the whole, what is read follows the page. A takeaway alone is left by going on only.
    if ((!item && id !== '') || (isOther && this.#view === 'takeaway')) return false;
    this.#shown = { ...this.#shown, item, offset, isEnd: false };
    if (isOther) {
      this.#gone = undefined;
      this.#changed.fire(undefined);
    }
    return true;
  }

  /** The page was made anew, from HTML that is older than what it has shown last. */
  renew(): void {
    this.panel.update(this.#shown, this.#view);
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
    this.#goTo(from && parentOf(briefing, from), { view: 'whole' });
  }

  /**
   * Shows the takeaway alone, or marked in the whole briefing.
   * @throws HumanError where there is no takeaway to be shown alone.
   */
  setView(view: ReaderView): void {
    const { briefing, item, isEnd } = this.#shown;
    if (view === 'takeaway' && this.#isText) {
      throw new HumanError(vscode.l10n.t('This briefing has no takeaways: it is shown whole.'));
    }
    this.#chosenView = view;
    const takeaway =
      item?.kind === 'takeaway'
        ? item.takeaway
        : (neighbour(briefing, item, 1) ?? neighbour(briefing, item, -1));
    this.#goTo(view === 'takeaway' && !isEnd ? findItem(briefing, takeaway?.id) : item, { isEnd, view });
  }

  dispose(): void {
    this.panel.panel.dispose();
  }

  /** It has no takeaways: it is itself what is read. */
  get #isText(): boolean {
    return takeawaysIn(this.#shown.briefing.sections).length === 0;
  }

  /** There is nothing further: what is blank has no end to go to. */
  get #isOver(): boolean {
    return this.#shown.isEnd || isBlank(this.#shown.briefing);
  }

  #goTo(item: Item | undefined, { isEnd = false, view = this.#view } = {}): void {
    this.#show({ ...this.#shown, item, offset: 0, isEnd }, view);
  }

  #show(shown: ShownBriefing, view: ReaderView, at?: Target): void {
    this.#shown = shown;
    this.#files.add(shown.uri);
    this.#view = viewOf(shown, view);
    this.#gone = undefined;
    this.panel.show(shown, this.#view, at);
    this.#changed.fire(undefined);
  }
}

/** A takeaway alone, and the end, can be seen in either view; all else is shown in the whole. */
function viewOf({ briefing, item, isEnd }: ShownBriefing, view: ReaderView): ReaderView {
  const canBeAlone = isEnd || item?.kind === 'takeaway';
  return canBeAlone && takeawaysIn(briefing.sections).length > 0 ? view : 'whole';
}
