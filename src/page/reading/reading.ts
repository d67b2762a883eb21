import { END, type FromPage, type ReaderState, type ReaderView } from '../../reader/messages.ts';
import type { PageData } from '../../reader/pageData.ts';
import type { VsCodeApi } from '../api.ts';
import { markContents, showMarks, showStatus } from './statusMarks.ts';
import { find } from '../find.ts';
import { markWords } from '../speech/highlight.ts';
import { findParts } from '../elements.ts';
import { idAround, idOf, ITEMS, scrollToSpot, type Spot, spotAt } from './scrollAnchor.ts';
import { barHeight, isInView, scrollToSection, letTablesScroll } from './scrolling.ts';

/**
 * The position of the reading line in the whole view, as a fraction of the window's height. The item on it is the one
 * that is read, and its place is kept on this line. In the item view, the line is just below the bar.
 */
const READING_LINE = 0.3;

/** How long scrolling has to pause before its place is reported, in ms. */
const SCROLL_PAUSE = 150;

/** Shows the item that is read, follows the person's scrolling, and keeps the place when the layout changes. */
export class Reading {
  readonly #api: VsCodeApi;
  #data: PageData;
  #parts = findParts();
  #view: ReaderView;
  /** '' for no item: see {@link Place}. */
  #id = '';
  #card: HTMLElement | undefined;
  #item: HTMLElement | undefined;
  /** The place as it was last seen before any layout change: a layout that has just changed would give a wrong one. */
  #spot: Spot | undefined;
  /** The scroll offset that we have last set or seen, in px. Any other offset means that the person scrolled. */
  #seen = 0;
  /** Whether the person has scrolled, and the extension does not know where to yet. */
  #isUnreported = false;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #words: readonly string[] = [];

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

  /** The item of the whole view that is read. */
  get item(): HTMLElement | undefined {
    return this.#item;
  }

  /** The element that is on screen: the article or the card. */
  get scope(): HTMLElement | undefined {
    return this.#view === 'whole' ? this.#parts.article : this.#card;
  }

  get spot(): Spot | undefined {
    return this.#spot;
  }

  /** Sends a message to the extension, after the current place where that is due. */
  tell(message: FromPage): void {
    this.tellPlace();
    this.#api.postMessage({ ...message, uri: this.#data.uri });
  }

  /** Reports the current place, if the extension does not know it. */
  tellPlace(): void {
    this.settle();
    if (!this.#isUnreported) return;
    this.#isUnreported = false;
    this.#remember();
    if (!this.#spot || this.#spot.id === END) return;
    const { id, offset } = this.#spot;
    this.tell({ type: 'stopped', id, offset });
  }

  /** Starts to follow scrolling, and to keep the place when the layout changes. */
  follow(): void {
    const keep = () => {
      this.keepPlace();
    };
    window.addEventListener('scroll', () => {
      this.settle();
    });
    window.addEventListener('resize', keep);
    window.addEventListener('load', () => {
      keep();
      this.#look();
    });
    // Whatever changes the layout (an image, a font, a zoom), it has not been painted yet when this is called.
    new ResizeObserver(keep).observe(find('#page'));
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.tellPlace();
    });
    // VS Code's Find selects a match, wherever in the window it is: what the person does next is meant for its item.
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

  /**
   * Starts at the place that the page's data says, or where the page before it was left, if that had the same content.
   */
  begin(saved: ReaderState | undefined): void {
    const { uri, id, view, place, render, stays, words } = this.#data;
    const kept = saved?.uri === uri ? saved : undefined;
    if (kept?.render === render) {
      this.#words = kept.words ?? [];
      this.show(kept.id, kept.view, kept.place);
      return;
    }
    this.#words = words ?? kept?.words ?? [];
    // The text was edited: the item and the place in it are still the same.
    const isSame = stays && (kept?.id ?? '') === (id ?? '');
    this.show(id, view, place ?? (isSame ? kept?.place : undefined));
  }

  /** Goes to an item, or to a place in it, and focuses it. */
  show(id: string | undefined, view: ReaderView, place?: Spot): void {
    this.#isUnreported = false;
    this.#go(id ?? '', view, place);
    this.focus();
  }

  /** Takes over new content of the page. Returns false where the person is not kept at the place where they were. */
  renew(data: PageData): boolean {
    const before = this.#data;
    this.#data = data;
    this.#parts = findParts();
    if (data.uri !== before.uri || data.words) this.#words = data.words ?? [];
    const isSame = data.stays && data.uri === before.uri && data.view === this.#view;
    const spot = this.#spot;
    const around = spot && idAround(this.#parts.article, spot);
    // The id that the item has now: a passage's id comes from its words.
    const now = isSame ? (this.#has(this.#id) ? this.#id : around) : undefined;
    // The extension hears of the person's scrolling a moment later, so the page may be ahead of it.
    const isAhead = now !== undefined && data.view === 'whole' && data.id !== END;
    const id = isAhead ? now : (data.id ?? '');
    if (!isSame || (now !== undefined && id !== now)) {
      this.show(data.id, data.view, data.place);
      return false;
    }
    const hasFocus = document.activeElement !== document.body;
    // Where the block has gone as well, the same offset in the item that is read instead.
    this.#go(id, data.view, spot && { ...spot, id: around ?? (now === undefined ? id : spot.id) });
    if (!hasFocus) this.focus();
    return true;
  }

  /** Makes an item of the whole the one that is read, without scrolling. Returns false where it is already. */
  pick(id: string): boolean {
    this.settle();
    if (id === this.#id) return false;
    this.#markItem(id);
    this.#followBar();
    this.#remember();
    this.tell({ type: 'stopped', id, offset: 0 });
    return true;
  }

  /** Notices where the person has scrolled since the last call. */
  settle(): void {
    if (Math.abs(window.scrollY - this.#seen) > 1) {
      this.#seen = window.scrollY;
      this.#look();
      if (this.#view === 'whole' && this.#spot && this.#spot.id !== this.#id) this.#markItem(this.#spot.id);
      this.#isUnreported = true;
      clearTimeout(this.#rest);
      this.#rest = setTimeout(() => {
        this.tellPlace();
      }, SCROLL_PAUSE);
    }
    this.#followBar();
  }

  /** Restores the place after the layout has changed. */
  keepPlace(): void {
    letTablesScroll(this.scope);
    if (this.#return(this.#spot)) this.#arrive();
  }

  /** Returns to the place that something has led away from. */
  returnTo(spot: Spot | undefined): void {
    this.#return(spot);
  }

  status(status: PageData['status']): void {
    this.#data = { ...this.#data, status };
    showStatus(this.#data, this.#parts.cards);
    showMarks(this.#id, status);
  }

  /** Highlights these words from now on. Returns false where none were highlighted before. */
  find(words: readonly string[]): boolean {
    const hadWords = this.#words.length > 0;
    this.#words = words;
    markWords(this.scope, words);
    this.#remember();
    return hadWords;
  }

  /** Focuses what is read, for screen readers; never takes the focus from another part of VS Code. */
  focus(): void {
    const target = this.#view === 'item' ? this.#card : this.#item;
    if (document.hasFocus()) target?.focus({ preventScroll: true });
  }

  #go(id: string, view: ReaderView, place: Spot | undefined): void {
    const isOtherView = view !== this.#view;
    this.#mark(id, view);
    const isThere = this.#return(place);
    if (!isThere) this.#scrollToItem(isOtherView);
    this.#look();
    // While images are still loading, the place will move, so it is kept as it was asked for.
    if (isThere && (place?.block || document.readyState !== 'complete')) this.#spot = place;
    this.#arrive();
    letTablesScroll(this.scope);
    markWords(this.scope, this.#words);
    this.#remember();
  }

  #remember(): void {
    const { uri, render, preview } = this.#data;
    const spot = this.#spot;
    this.#api.setState({
      uri,
      view: this.#view,
      id: this.#id,
      render,
      at: Date.now(),
      words: this.#words,
      ...(preview && { preview }),
      ...(spot && { place: { id: spot.id, offset: spot.offset } }),
    });
  }

  /** The distance of the reading line from the top of the window, in px. */
  get #line(): number {
    return this.#view === 'whole' ? READING_LINE * window.innerHeight : barHeight();
  }

  #look(): void {
    this.#spot = this.scope && spotAt(this.scope, this.#line);
  }

  #return(spot: Spot | undefined): boolean {
    return spot !== undefined && this.scope !== undefined && scrollToSpot(this.scope, spot, this.#line);
  }

  /** Whether the page has this item. '' is in every briefing: the part before its first item. */
  #has(id: string): boolean {
    return this.#view === 'item'
      ? this.#parts.cards.ids.includes(id)
      : id === '' || document.getElementById(id) !== null;
  }

  /** Marks an item as the one that is read, without scrolling. Nothing here iterates over all items. */
  #mark(id: string, view: ReaderView): void {
    // `replace`, as the body's other classes are those of VS Code's theme.
    document.body.classList.replace(`${this.#view}-view`, `${view}-view`);
    this.#view = view;
    const { cards, bar } = this.#parts;
    this.#card = cards.show(id);
    this.#markItem(id);
    bar.show(view, this.#card, cards, this.#data.strings.end);
    if (id === END) showStatus(this.#data, cards);
    showMarks(id, this.#data.status);
  }

  #markItem(id: string): void {
    this.#id = id;
    this.#item?.removeAttribute('aria-current');
    this.#item = document.getElementById(id) ?? undefined;
    this.#item?.setAttribute('aria-current', 'true');
    if (this.#view === 'whole') markContents(this.#item);
  }

  #scrollToItem(isOtherView: boolean): void {
    const item = this.#item;
    if (this.#view === 'item' || (!item && this.#id !== END)) window.scrollTo(0, 0);
    else if (!item) document.querySelector('.whole .end')?.scrollIntoView({ block: 'center' });
    else if (item.matches('.section')) scrollToSection(item, this.#parts.article);
    else if (isOtherView || !isInView(item)) this.#return({ id: idOf(item), offset: 0 });
  }

  #arrive(): void {
    this.#seen = window.scrollY;
    this.#followBar();
  }

  #followBar(): void {
    if (this.#view === 'whole') this.#parts.bar.follow(this.#left, this.#data.strings.left);
  }

  /**
   * The reading time left, in seconds. It counts the part of the current item above the line, if the place is known.
   */
  get #left(): number {
    const [from, to] = this.#data.times[this.#id] ?? [0, 0];
    const offset = this.#spot?.id === this.#id ? this.#spot.offset : 0;
    return from - offset * (from - to);
  }
}
