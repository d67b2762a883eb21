import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { type Item, itemsIn } from '../../briefing/readingItems.ts';
import { Emitter } from '../../base/event.ts';
import { isBlank } from '../../briefing/briefingContents.ts';
import {
  findLandmark,
  firstOf,
  type Landmark,
  neighbour,
  parentOf,
  relocate,
} from '../../library/progress/place.ts';
import { END, type ReadingPosition, type ReaderState, type ReaderView } from '../../reader/messages.ts';
import { HumanError } from '../errors.ts';
import type { ReaderPanel, ScrollTarget } from './panel/readerPanel.ts';
import type { ReaderViews } from './readerViews.ts';

/** What a reader shows. */
export interface ReaderContent {
  readonly uri: string;
  /** The last version that could be read: it stays on screen when the file breaks or disappears. */
  readonly briefing: Briefing;
  /** The item or section being read; undefined at the end, and if there is nothing to read. */
  readonly landmark: Landmark | undefined;
  /** How far into the landmark reading is, 0 to 1. */
  readonly offset: number;
  /** Whether the page after the last item is shown. */
  readonly isEnd: boolean;
}

/** How a briefing is opened. */
export interface OpenOptions {
  /** The id of an item, or of a section to begin with its first item; '' for the briefing itself. Default: first item. */
  readonly id?: string | undefined;
  /** How far into the item, 0 to 1. */
  readonly offset?: number;
  /** The view, this time; by default the one that the user has chosen. */
  readonly view?: ReaderView | undefined;
  /** Words to highlight, spelled as in the briefing. */
  readonly words?: readonly string[] | undefined;
}

/** A briefing that is being read: the state of what is shown, and the panel that shows it. */
export class Reader implements vscode.Disposable {
  readonly panel: ReaderPanel;
  readonly #changed = new Emitter<undefined>();
  readonly onDidChangeLocation = this.#changed.event;
  /** The URIs of all files that it has shown. */
  readonly #files = new Set<string>();
  #content: ReaderContent;
  #view: ReaderView;
  readonly #views: Pick<ReaderViews, 'of' | 'choose'>;
  /** The reading position in an item that has since been deleted from the file. The item may reappear. */
  #deletedPlace: (ReadingPosition & { readonly view: ReaderView }) | undefined;

  /** `views`: the view of each briefing, and what the user chooses for it. */
  constructor(
    panel: ReaderPanel,
    uri: string,
    briefing: Briefing,
    views: Pick<ReaderViews, 'of' | 'choose'>,
  ) {
    this.panel = panel;
    this.#content = { uri, briefing, landmark: undefined, offset: 0, isEnd: false };
    this.#views = views;
    this.#view = views.of(briefing);
    panel.panel.onDidDispose(() => {
      this.#changed.dispose();
    });
  }

  get content(): ReaderContent {
    return this.#content;
  }

  get files(): ReadonlySet<string> {
    return this.#files;
  }

  get view(): ReaderView {
    return this.#view;
  }

  /** Whether the user reads in it. A preview that only follows the cursor of an editor is being written, not read. */
  get isForReading(): boolean {
    return !this.panel.isPreview || this.panel.isActive;
  }

  /** The current item. */
  get item(): Item | undefined {
    const { landmark } = this.#content;
    return landmark?.kind === 'section' ? undefined : landmark;
  }

  /** Shows a briefing at one of its items, or at its beginning. */
  open(uri: string, briefing: Briefing, start: OpenOptions = {}): void {
    const { id, offset = 0, view = this.#views.of(briefing), words } = start;
    const landmark = id === '' ? undefined : firstOf(briefing, id);
    const place = offset > 0 ? { id: landmark?.id ?? '', offset } : undefined;
    this.#show({ uri, briefing, landmark, offset, isEnd: false }, view, { place, words });
  }

  /** Restores the content from before a reload of the window. */
  restore(uri: string, briefing: Briefing, { id, view, place }: ReaderState): void {
    const isEnd = id === END;
    const landmark = isEnd || !id ? undefined : (findLandmark(briefing, id) ?? firstOf(briefing));
    this.#show({ uri, briefing, landmark, offset: place?.offset ?? 0, isEnd }, view, { place });
  }

  /**
   * Shows a changed text of the same briefing. The current item and the position in it stay the same, if they still
   * exist.
   */
  update(briefing: Briefing): void {
    const { landmark, offset, isEnd, briefing: before } = this.#content;
    if (briefing === before) return;
    const back = isEnd ? undefined : findLandmark(briefing, this.#deletedPlace?.id);
    if (back && this.#deletedPlace) {
      const { id, offset, view } = this.#deletedPlace;
      this.#show({ ...this.#content, briefing, landmark: back, offset }, view, { place: { id, offset } });
      return;
    }
    const now = isEnd ? undefined : relocate(before, briefing, landmark?.id);
    if (landmark && now?.id !== landmark.id)
      this.#deletedPlace ??= { id: landmark.id, offset, view: this.#view };
    this.#content = { ...this.#content, briefing, landmark: now };
    this.#view = viewOf(this.#content, this.#view);
    this.panel.update(this.#content, this.#view);
    this.#changed.fire(undefined);
  }

  /** Follows the briefing to another file, such as a renamed one. The position stays the same. */
  moveTo(uri: string, briefing: Briefing): void {
    const { landmark, offset, isEnd } = this.#content;
    const now = isEnd ? undefined : relocate(this.#content.briefing, briefing, landmark?.id);
    const place = isEnd ? undefined : { id: now?.id ?? '', offset };
    this.#show({ uri, briefing, landmark: now, offset, isEnd }, this.#view, { place });
  }

  /**
   * Goes one item forward or back; after the last item comes the end. Without any item it scrolls a page instead.
   * Returns false if there is nothing further.
   */
  move(step: 1 | -1): boolean {
    const { briefing, landmark, isEnd } = this.#content;
    if (this.#hasNoItems && !(this.#isLast && step === 1)) {
      this.panel.scroll(step === 1 ? 'next' : 'previous');
      return true;
    }
    const to = isEnd
      ? step === -1
        ? itemsIn(briefing).at(-1)
        : undefined
      : neighbour(briefing, landmark, step);
    if (!to && (this.#isLast || step === -1)) return false;
    this.#goTo(to, { isEnd: !to });
    return true;
  }

  /** Like {@link move}, but from the end or start of the page, so that there is nothing left to scroll. */
  advance(step: 1 | -1): boolean {
    if (!this.#hasNoItems || (this.#isLast && step === 1)) return this.move(step);
    this.#goTo(undefined, { isEnd: step === 1 });
    return true;
  }

  /** Goes to an item, or to the end, that the user has chosen in the page. */
  choose(id: string, view: ReaderView): void {
    const landmark = findLandmark(this.#content.briefing, id);
    if (landmark || id === END) this.#goTo(landmark, { isEnd: !landmark, view });
  }

  /**
   * Records the scroll position that the page has reported. Returns false if it is not a position in the current
   * content.
   */
  recordPosition({ id, offset }: ReadingPosition): boolean {
    const { briefing, isEnd, landmark: before } = this.#content;
    const landmark = findLandmark(briefing, id);
    const isOther = isEnd || landmark?.id !== before?.id;
    // In the whole view, scrolling changes the current item. An item shown alone is only left by moving on.
    if ((!landmark && id !== '') || (isOther && this.#view === 'item')) return false;
    this.#content = { ...this.#content, landmark, offset, isEnd: false };
    if (isOther) {
      this.#deletedPlace = undefined;
      this.#changed.fire(undefined);
    }
    return true;
  }

  /** Sends the current content to a page whose HTML is incomplete or outdated. */
  refresh(): void {
    this.panel.update(this.#content, this.#view);
  }

  /** Goes to the first item, or to the end. In the whole view, the start is the top of the page. */
  goTo(where: 'start' | 'end'): void {
    if (where === 'end' && !this.#hasNoItems) this.#goTo(undefined, { isEnd: true });
    else if (this.#view === 'whole') this.panel.scroll(where);
    else this.#goTo(firstOf(this.#content.briefing));
  }

  /** Goes from an item to its section, from a section to the one around it, and at last to the top. */
  goUp(): void {
    const { briefing, landmark, isEnd } = this.#content;
    const from = isEnd ? itemsIn(briefing).at(-1) : landmark;
    this.#goTo(from && parentOf(briefing, from), { view: 'whole' });
  }

  /**
   * Shows the item alone, or marked in the whole briefing.
   * @throws HumanError if there is no item to be shown alone.
   */
  setView(view: ReaderView): void {
    const { briefing, landmark, isEnd } = this.#content;
    if (view === 'item' && this.#hasNoItems) {
      throw new HumanError(vscode.l10n.t('This briefing has no items to show one at a time.'));
    }
    this.#views.choose(briefing, view);
    const item = this.item ?? neighbour(briefing, landmark, 1) ?? neighbour(briefing, landmark, -1);
    this.#goTo(view === 'item' && !isEnd ? item : landmark, { isEnd, view });
  }

  /** Shows the current item in the whole briefing, without changing the view that was chosen for it. */
  showInWhole(): void {
    const { landmark, isEnd } = this.#content;
    if (this.#view === 'item') this.#goTo(landmark, { isEnd, view: 'whole' });
  }

  dispose(): void {
    this.panel.panel.dispose();
  }

  /** Whether there are no items: the briefing is only a title, or a list of sources. */
  get #hasNoItems(): boolean {
    return itemsIn(this.#content.briefing).length === 0;
  }

  /** Whether nothing follows. A blank briefing has no end page to go to. */
  get #isLast(): boolean {
    return this.#content.isEnd || isBlank(this.#content.briefing);
  }

  #goTo(landmark: Landmark | undefined, { isEnd = false, view = this.#view } = {}): void {
    this.#show({ ...this.#content, landmark, offset: 0, isEnd }, view);
  }

  #show(shown: ReaderContent, view: ReaderView, at?: ScrollTarget): void {
    this.#content = shown;
    this.#files.add(shown.uri);
    this.#view = viewOf(shown, view);
    this.#deletedPlace = undefined;
    this.panel.show(shown, this.#view, at);
    this.#changed.fire(undefined);
  }
}

/** Returns the view that is possible: an item and the end can be shown in either view, all else only in the whole. */
function viewOf({ briefing, landmark, isEnd }: ReaderContent, view: ReaderView): ReaderView {
  const fitsItemView = isEnd || (landmark !== undefined && landmark.kind !== 'section');
  return fitsItemView && itemsIn(briefing).length > 0 ? view : 'whole';
}
