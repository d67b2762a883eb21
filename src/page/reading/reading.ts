import { END, type FromPage, type ReaderState, type ReaderView } from '../../reader/messages.ts';
import type { PageData } from '../../reader/pageData.ts';
import type { VsCodeApi } from '../api.ts';
import { markContentsEntry, showMarks, showStatus } from './statusMarks.ts';
import { find } from '../find.ts';
import { markWords } from './foundWords.ts';
import { findElements } from '../elements.ts';
import { idAtAnchor, idOf, ITEMS, type ScrollAnchor } from './scrollAnchor.ts';
import { isFullyInView, makeWideFocusable, scrollToSection, scrollToTop } from './scrolling.ts';
import { ScrollPosition } from './scrollPosition.ts';

/** How long scrolling has to pause before the position is reported, in ms. */
const SCROLL_PAUSE = 150;

/** Shows the current item, tracks scrolling, and keeps the reading position when the layout changes. */
export class Reading {
  readonly #api: VsCodeApi;
  #data: PageData;
  #elements = findElements();
  #view: ReaderView;
  /** '' for no item: see {@link ReadingPosition}. */
  #id = '';
  #card: HTMLElement | undefined;
  #item: HTMLElement | undefined;
  readonly #scroll = new ScrollPosition(this);
  /** Whether the user has scrolled, and the extension does not know the position yet. */
  #isUnreported = false;
  #pauseTimer: ReturnType<typeof setTimeout> | undefined;
  #highlighted: readonly string[] = [];

  constructor(api: VsCodeApi, data: PageData) {
    this.#api = api;
    this.#data = data;
    this.#view = data.view;
  }

  get data(): PageData {
    return this.#data;
  }

  get view(): ReaderView {
    return this.#view;
  }

  get id(): string {
    return this.#id;
  }

  get card(): HTMLElement | undefined {
    return this.#card;
  }

  /** The current item of the whole view. */
  get item(): HTMLElement | undefined {
    return this.#item;
  }

  /** The element that is on screen: the article or the card. */
  get scope(): HTMLElement | undefined {
    return this.#view === 'whole' ? this.#elements.article : this.#card;
  }

  get anchor(): ScrollAnchor | undefined {
    return this.#scroll.anchor;
  }

  /** Sends a message, preceded by the current position if the extension does not know it. */
  send(message: FromPage): void {
    this.reportPosition();
    this.#api.postMessage({ ...message, uri: this.#data.uri });
  }

  /** Reports the current position, if the extension does not know it. */
  reportPosition(): void {
    this.onScroll();
    if (!this.#isUnreported) return;
    this.#isUnreported = false;
    this.#saveState();
    if (!this.anchor || this.anchor.id === END) return;
    const { id, offset } = this.anchor;
    this.send({ type: 'scrolledTo', id, offset });
  }

  /** Starts to track scrolling, and to keep the position when the layout changes. */
  listen(): void {
    const restore = () => {
      this.restore();
    };
    window.addEventListener('scroll', () => {
      this.onScroll();
    });
    window.addEventListener('resize', restore);
    window.addEventListener('load', () => {
      restore();
      this.#scroll.measure();
    });
    // This is called before a changed layout (an image, a font, a zoom) is painted.
    new ResizeObserver(restore).observe(find('#page'));
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.reportPosition();
    });
    // VS Code's Find selects a match anywhere in the window: the user's next action is meant for its item.
    document.addEventListener('selectionchange', () => {
      const { type, anchorNode } = document.getSelection() ?? {};
      const item = type === 'Range' && anchorNode?.parentElement?.closest(ITEMS);
      const pick = () => {
        if (item && this.#view === 'whole') this.pick(item.id);
      };
      pick();
      // The page may scroll to the match a moment later.
      setTimeout(pick, SCROLL_PAUSE);
    });
  }

  /** Starts at the position in the page's data, or where the previous page was left if it had the same content. */
  start(saved: ReaderState | undefined): void {
    const { uri, id, view, place, render, stays, words } = this.#data;
    const kept = saved?.uri === uri ? saved : undefined;
    if (kept?.render === render) {
      this.#highlighted = kept.words ?? [];
      this.show(kept.id, kept.view, kept.place);
      return;
    }
    this.#highlighted = words ?? kept?.words ?? [];
    // The text was edited: the item and the position in it are still the same.
    const isSame = stays && (kept?.id ?? '') === (id ?? '');
    this.show(id, view, place ?? (isSame ? kept?.place : undefined));
  }

  /** Goes to an item, or to a position in it, and focuses it. */
  show(id: string | undefined, view: ReaderView, place?: ScrollAnchor): void {
    this.#isUnreported = false;
    this.#go(id ?? '', view, place);
    this.focus();
  }

  /** Applies new content of the page. Returns false if the user does not stay at the same position. */
  update(data: PageData): boolean {
    const before = this.#data;
    this.#data = data;
    this.#elements = findElements();
    if (data.uri !== before.uri || data.words) this.#highlighted = data.words ?? [];
    const staysInPlace = data.stays && data.uri === before.uri && data.view === this.#view;
    const anchor = this.anchor;
    const idNow = anchor && idAtAnchor(this.#elements.article, anchor);
    // The id that the item has now: a passage's id comes from its words.
    const currentId = staysInPlace ? (this.#has(this.#id) ? this.#id : idNow) : undefined;
    // The extension learns of scrolling a moment later, so the page may be ahead of it.
    const isAhead = currentId !== undefined && data.view === 'whole' && data.id !== END;
    const id = isAhead ? currentId : (data.id ?? '');
    if (!staysInPlace || (currentId !== undefined && id !== currentId)) {
      this.show(data.id, data.view, data.place);
      return false;
    }
    const hasFocus = document.activeElement !== document.body;
    // If the block is gone too, uses the same offset in the new current item.
    this.#go(id, data.view, anchor && { ...anchor, id: idNow ?? (currentId === undefined ? id : anchor.id) });
    if (!hasFocus) this.focus();
    return true;
  }

  /** Makes an item of the whole view the current one, without scrolling. Returns false if it is already. */
  pick(id: string): boolean {
    this.onScroll();
    if (id === this.#id) return false;
    this.#setCurrentItem(id);
    this.#updateBar();
    this.#saveState();
    this.send({ type: 'scrolledTo', id, offset: 0 });
    return true;
  }

  /** Updates the position if the user has scrolled since the last call. */
  onScroll(): void {
    if (this.#scroll.update()) {
      const { anchor } = this;
      if (this.#view === 'whole' && anchor && anchor.id !== this.#id) this.#setCurrentItem(anchor.id);
      this.#isUnreported = true;
      clearTimeout(this.#pauseTimer);
      this.#pauseTimer = setTimeout(() => {
        this.reportPosition();
      }, SCROLL_PAUSE);
    }
    this.#updateBar();
  }

  /** Restores the position after the layout has changed. */
  restore(): void {
    makeWideFocusable(this.scope);
    if (this.scrollTo(this.anchor)) this.#onScrolled();
  }

  /** Scrolls to a position, if there is one. Returns false if its item no longer exists. */
  scrollTo(anchor: ScrollAnchor | undefined): boolean {
    return this.#scroll.to(anchor);
  }

  setStatus(status: PageData['status']): void {
    this.#data = { ...this.#data, status };
    showStatus(this.#data, this.#elements.cards);
    showMarks(this.#id, status);
  }

  /** Highlights these words from now on. Returns false if none were highlighted before. */
  highlight(words: readonly string[]): boolean {
    const hadWords = this.#highlighted.length > 0;
    this.#highlighted = words;
    markWords(this.scope, words);
    this.#saveState();
    return hadWords;
  }

  /** Focuses the current item, for screen readers; never takes the focus from another part of VS Code. */
  focus(): void {
    const target = this.#view === 'item' ? this.#card : this.#item;
    if (document.hasFocus()) target?.focus({ preventScroll: true });
  }

  #go(id: string, view: ReaderView, place: ScrollAnchor | undefined): void {
    const isOtherView = view !== this.#view;
    this.#setCurrent(id, view);
    const isThere = this.scrollTo(place);
    if (!isThere) this.#scrollToItem(isOtherView);
    this.#scroll.measure();
    // While images are still loading, the position moves, so the requested one is kept.
    if (isThere && (place?.block || document.readyState !== 'complete')) this.#scroll.anchor = place;
    this.#onScrolled();
    makeWideFocusable(this.scope);
    markWords(this.scope, this.#highlighted);
    this.#saveState();
  }

  #saveState(): void {
    const { uri, render, preview } = this.#data;
    const { anchor } = this;
    this.#api.setState({
      uri,
      view: this.#view,
      id: this.#id,
      render,
      at: Date.now(),
      words: this.#highlighted,
      ...(preview && { preview }),
      ...(anchor && { place: { id: anchor.id, offset: anchor.offset } }),
    });
  }

  /** Whether the page has this item. '' is in every briefing: the part before its first item. */
  #has(id: string): boolean {
    return this.#view === 'item'
      ? this.#elements.cards.ids.includes(id)
      : id === '' || document.getElementById(id) !== null;
  }

  /** Makes an item the current one, without scrolling. Nothing here iterates over all items. */
  #setCurrent(id: string, view: ReaderView): void {
    // `replace`, as the body's other classes are those of VS Code's theme.
    document.body.classList.replace(`${this.#view}-view`, `${view}-view`);
    this.#view = view;
    const { cards, bar } = this.#elements;
    this.#card = cards.show(id);
    this.#setCurrentItem(id);
    bar.show(view, this.#card, cards, this.#data.strings.end);
    if (id === END) showStatus(this.#data, cards);
    showMarks(id, this.#data.status);
  }

  #setCurrentItem(id: string): void {
    this.#id = id;
    this.#item?.removeAttribute('aria-current');
    this.#item = document.getElementById(id) ?? undefined;
    this.#item?.setAttribute('aria-current', 'true');
    if (this.#view === 'whole') markContentsEntry(this.#item);
  }

  #scrollToItem(isOtherView: boolean): void {
    const item = this.#item;
    if (this.#view === 'item' || (!item && this.#id !== END)) scrollTo(0, 0);
    else if (!item) scrollToTop(find('.whole .end'));
    else if (item.matches('.section')) scrollToSection(item, this.#elements.article);
    else if (isOtherView || !isFullyInView(item)) this.scrollTo({ id: idOf(item), offset: 0 });
  }

  #onScrolled(): void {
    this.#scroll.markSeen();
    this.#updateBar();
  }

  #updateBar(): void {
    if (this.#view === 'whole') this.#elements.bar.showProgress(this.#secondsLeft, this.#data.strings.left);
  }

  /**
   * The reading time left, in seconds. The part of the current item above the line does not count, if the position is
   * known.
   */
  get #secondsLeft(): number {
    const [from, to] = this.#data.times[this.#id] ?? [0, 0];
    const offset = this.anchor?.id === this.#id ? this.anchor.offset : 0;
    return from - offset * (from - to);
  }
}
