import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { type Item, itemsIn } from '../../briefing/readingItems.ts';
import { Emitter } from '../../base/event.ts';
import { isBlank } from '../../library/progress/briefingContents.ts';
import {
  findLandmark,
  firstOf,
  type Landmark,
  neighbour,
  parentOf,
  relocate,
} from '../../library/progress/place.ts';
import { END, type Place, type ReaderState, type ReaderView } from '../../reader/messages.ts';
import { HumanError } from '../errors.ts';
import type { ReaderPanel, Target } from './panel/readerPanel.ts';
import type { ReaderViews } from './readerViews.ts';

/** What a reader shows. */
export interface ShownBriefing {
  readonly uri: string;
  /** The last version that could be read: it stays on screen when the file breaks or disappears. */
  readonly briefing: Briefing;
  /** The item or section being read; undefined at the end, and where there is nothing to read. */
  readonly landmark: Landmark | undefined;
  /** How far into the landmark reading is, 0 to 1. */
  readonly offset: number;
  /** Whether the page after the last item is shown. */
  readonly isEnd: boolean;
}

/** Where and how a briefing is opened. */
export interface StartPosition {
  /** The id of an item, or of a section to begin with its first item; '' for the briefing itself. Default: first item. */
  readonly id?: string | undefined;
  /** How far into the item, 0 to 1. */
  readonly offset?: number;
  /** The view for this time; by default the one that the person has chosen. */
  readonly view?: ReaderView | undefined;
  /** Words to mark wherever they occur, spelled as in the briefing. */
  readonly words?: readonly string[] | undefined;
}

/** A briefing that is being read: the state of what is shown, and the panel that shows it. */
export class Reader implements vscode.Disposable {
  readonly panel: ReaderPanel;
  readonly #changed = new Emitter<undefined>();
  readonly onDidChangePlace = this.#changed.event;
  /** The URIs of all files that it has shown. */
  readonly #files = new Set<string>();
  #shown: ShownBriefing;
  #view: ReaderView;
  readonly #views: Pick<ReaderViews, 'of' | 'choose'>;
  /** Where reading was in an item that has since been deleted from the file. The item may come back. */
  #gone: (Place & { readonly view: ReaderView }) | undefined;

  /** `views`: the view of each briefing, and what the person chooses for it. */
  constructor(
    panel: ReaderPanel,
    uri: string,
    briefing: Briefing,
    views: Pick<ReaderViews, 'of' | 'choose'>,
  ) {
    this.panel = panel;
    this.#shown = { uri, briefing, landmark: undefined, offset: 0, isEnd: false };
    this.#views = views;
    this.#view = views.of(briefing);
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

  /** Whether somebody reads in it. A preview that only follows the cursor of an editor is being written, not read. */
  get isRead(): boolean {
    return !this.panel.isPreview || this.panel.isActive;
  }

  /** The current item. */
  get item(): Item | undefined {
    const { landmark } = this.#shown;
    return landmark?.kind === 'section' ? undefined : landmark;
  }

  /** Shows a briefing at one of its items, or at its beginning. */
  open(uri: string, briefing: Briefing, start: StartPosition = {}): void {
    const { id, offset = 0, view = this.#views.of(briefing), words } = start;
    const landmark = id === '' ? undefined : firstOf(briefing, id);
    const place = offset > 0 ? { id: landmark?.id ?? '', offset } : undefined;
    this.#show({ uri, briefing, landmark, offset, isEnd: false }, view, { place, words });
  }

  /** Shows again what was shown before a reload of the window. */
  restore(uri: string, briefing: Briefing, { id, view, place }: ReaderState): void {
    const isEnd = id === END;
    const landmark = isEnd || !id ? undefined : (findLandmark(briefing, id) ?? firstOf(briefing));
    this.#show({ uri, briefing, landmark, offset: place?.offset ?? 0, isEnd }, view, { place });
  }

  /**
   * Shows changed words of the same briefing. The current item and the place in it stay the same, if they still exist.
   */
  update(briefing: Briefing): void {
    const { landmark, offset, isEnd, briefing: before } = this.#shown;
    if (briefing === before) return;
    const back = isEnd ? undefined : findLandmark(briefing, this.#gone?.id);
    if (back && this.#gone) {
      const { id, offset, view } = this.#gone;
      this.#show({ ...this.#shown, briefing, landmark: back, offset }, view, { place: { id, offset } });
      return;
    }
    const now = isEnd ? undefined : relocate(before, briefing, landmark?.id);
    if (landmark && now?.id !== landmark.id) this.#gone ??= { id: landmark.id, offset, view: this.#view };
    this.#shown = { ...this.#shown, briefing, landmark: now };
    this.#view = viewOf(this.#shown, this.#view);
    this.panel.update(this.#shown, this.#view);
    this.#changed.fire(undefined);
  }

  /** Follows the briefing to another file, such as a renamed one. The person stays where they are. */
  moveTo(uri: string, briefing: Briefing): void {
    const { landmark, offset, isEnd } = this.#shown;
    const now = isEnd ? undefined : relocate(this.#shown.briefing, briefing, landmark?.id);
    const place = isEnd ? undefined : { id: now?.id ?? '', offset };
    this.#show({ uri, briefing, landmark: now, offset, isEnd }, this.#view, { place });
  }

  /**
   * Goes one item forward or back; after the last item comes the end. Without any item it scrolls a page instead. False
   * where there is nothing further.
   */
  move(step: 1 | -1): boolean {
    const { briefing, landmark, isEnd } = this.#shown;
    if (this.#isBare && !(this.#isOver && step === 1)) {
      this.panel.scroll(step === 1 ? 'next' : 'previous');
      return true;
    }
    const to = isEnd
      ? step === -1
        ? itemsIn(briefing).at(-1)
        : undefined
      : neighbour(briefing, landmark, step);
    if (!to && (this.#isOver || step === -1)) return false;
    this.#goTo(to, { isEnd: !to });
    return true;
  }

  /**
   * Like {@link move}, but asked for by the page, which has been scrolled to its end or start: there is nothing left to
   * scroll.
   */
  pass(step: 1 | -1): boolean {
    if (!this.#isBare || (this.#isOver && step === 1)) return this.move(step);
    this.#goTo(undefined, { isEnd: step === 1 });
    return true;
  }

  /** Goes to an item, or to the end, that the person has chosen in the page. */
  choose(id: string, view: ReaderView): void {
    const landmark = findLandmark(this.#shown.briefing, id);
    if (landmark || id === END) this.#goTo(landmark, { isEnd: !landmark, view });
  }

  /** Records where scrolling has come to rest in the page. False if that is not a place in what is being read. */
  stopAt({ id, offset }: Place): boolean {
    const { briefing, isEnd, landmark: before } = this.#shown;
    const landmark = findLandmark(briefing, id);
    const isOther = isEnd || landmark?.id !== before?.id;
    // In the whole view, scrolling changes the current item. An item shown alone is only left by moving on.
    if ((!landmark && id !== '') || (isOther && this.#view === 'item')) return false;
    this.#shown = { ...this.#shown, landmark, offset, isEnd: false };
    if (isOther) {
      this.#gone = undefined;
      this.#changed.fire(undefined);
    }
    return true;
  }

  /** Updates a page whose HTML is incomplete, or older than what it has shown last. */
  renew(): void {
    this.panel.update(this.#shown, this.#view);
  }

  /** Goes to the first item, or to the end. In the whole view, the start is the top of the page. */
  goTo(where: 'start' | 'end'): void {
    if (where === 'end' && !this.#isBare) this.#goTo(undefined, { isEnd: true });
    else if (this.#view === 'whole') this.panel.scroll(where);
    else this.#goTo(firstOf(this.#shown.briefing));
  }

  /** Goes from an item to its section, from a section to the one around it, and at last to the top. */
  goUp(): void {
    const { briefing, landmark, isEnd } = this.#shown;
    const from = isEnd ? itemsIn(briefing).at(-1) : landmark;
    this.#goTo(from && parentOf(briefing, from), { view: 'whole' });
  }

  /**
   * Shows the item alone, or marked in the whole briefing.
   * @throws HumanError where there is no item to be shown alone.
   */
  setView(view: ReaderView): void {
    const { briefing, landmark, isEnd } = this.#shown;
    if (view === 'item' && this.#isBare) {
      throw new HumanError(vscode.l10n.t('This briefing has no items to show one at a time.'));
    }
    this.#views.choose(briefing, view);
    const item = this.item ?? neighbour(briefing, landmark, 1) ?? neighbour(briefing, landmark, -1);
    this.#goTo(view === 'item' && !isEnd ? item : landmark, { isEnd, view });
  }

  /** Shows the current item in the whole briefing, without changing the view that was chosen for it. */
  showInWhole(): void {
    const { landmark, isEnd } = this.#shown;
    if (this.#view === 'item') this.#goTo(landmark, { isEnd, view: 'whole' });
  }

  dispose(): void {
    this.panel.panel.dispose();
  }

  /** Whether there are no items: the briefing is only a title, or a list of sources. */
  get #isBare(): boolean {
    return itemsIn(this.#shown.briefing).length === 0;
  }

  /** Whether there is nothing after this. A blank briefing has no end page to go to. */
  get #isOver(): boolean {
    return this.#shown.isEnd || isBlank(this.#shown.briefing);
  }

  #goTo(landmark: Landmark | undefined, { isEnd = false, view = this.#view } = {}): void {
    this.#show({ ...this.#shown, landmark, offset: 0, isEnd }, view);
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

/** Returns the view that is possible: an item and the end can be shown in either view, all else only in the whole. */
function viewOf({ briefing, landmark, isEnd }: ShownBriefing, view: ReaderView): ReaderView {
  const fitsItemView = isEnd || (landmark !== undefined && landmark.kind !== 'section');
  return fitsItemView && itemsIn(briefing).length > 0 ? view : 'whole';
}
