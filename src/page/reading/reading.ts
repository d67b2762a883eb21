import { END, type FromPage, type ReaderState, type ReaderView } from '../../reader/messages.ts';
import type { PageData } from '../../reader/pageData.ts';
import type { VsCodeApi } from '../api.ts';
import { markContents, showMarks, showStatus } from './marks.ts';
import { find } from '../find.ts';
import { markWords } from '../speech/highlight.ts';
import { findParts } from '../parts.ts';
import { idAround, idOf, ITEMS, scrollToSpot, type Spot, spotAt } from './place.ts';
import { barHeight, isInView, scrollToSection, letTablesScroll } from './scrolling.ts';

/**
 * Where the line stands that is read at in the whole, as a part of the window's height: what it is in is the item that is
 * read, and its place is kept on this line. An item alone is read from under the bar.
 */
const LINE = 0.3;

/** How long the page has to be at rest before reading has stopped somewhere, in ms. */
const REST = 150;

/** What is read, and where in it: shows it, follows the person's scrolling, and keeps the place when the text moves. */
export class Reading {
  readonly #api: VsCodeApi;
  #data: PageData;
  #parts = findParts();
  #view: ReaderView;
  /** '' for no item: see {@link Place}. */
  #id = '';
  #card: HTMLElement | undefined;
  #item: HTMLElement | undefined;
  /** Where reading stands, as it was last seen to: never as a layout that has just changed would say it. */
  #spot: Spot | undefined;
  /** Scroll offset that we set last, in px. Any other offset means that the person scrolled. */
  #seen = 0;
  /** The person has scrolled, and the extension has not heard where to. */
  #isToTell = false;
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

  /** The item of the whole that is read. */
  get item(): HTMLElement | undefined {
    return this.#item;
  }

  /** What is on screen. */
  get scope(): HTMLElement | undefined {
    return this.#view === 'whole' ? this.#parts.article : this.#card;
  }

  get spot(): Spot | undefined {
    return this.#spot;
  }

  /** Tells what a person did; before that, where they are. */
  tell(message: FromPage): void {
    this.tellPlace();
    this.#api.postMessage({ ...message, uri: this.#data.uri });
  }

  /** If the extension does not know it. */
  tellPlace(): void {
    this.settle();
    if (!this.#isToTell) return;
    this.#isToTell = false;
    this.#remember();
    if (!this.#spot || this.#spot.id === END) return;
    const { id, offset } = this.#spot;
    this.tell({ type: 'stopped', id, offset });
  }

  /** From here on the place is followed, and kept. */
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
    // Whatever changes the layout, it has not been painted yet: an image, a font, a zoom.
    new ResizeObserver(keep).observe(find('#page'));
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.tellPlace();
    });
    // What Find has found is selected, wherever in the window that is: what is done next is meant for it.
    document.addEventListener('selectionchange', () => {
      const { type, anchorNode } = document.getSelection() ?? {};
      const item = type === 'Range' && anchorNode?.parentElement?.closest(ITEMS);
      const pick = () => {
        if (item && this.#view === 'whole') this.pick(item.id);
      };
      pick();
      // The page may scroll there a moment later.
      setTimeout(pick, REST);
    });
  }

  /** Begins where the page is told to; or where the one before it was left, as far as that had the same words. */
  begin(saved: ReaderState | undefined): void {
    const { uri, id, view, place, render, stays, words } = this.#data;
    const kept = saved?.uri === uri ? saved : undefined;
    if (kept?.render === render) {
      this.#words = kept.words ?? [];
      this.show(kept.id, kept.view, kept.place);
      return;
    }
    this.#words = words ?? kept?.words ?? [];
    // The text was edited: what is read is still the same, and so is where it was read.
    const isSame = stays && (kept?.id ?? '') === (id ?? '');
    this.show(id, view, place ?? (isSame ? kept?.place : undefined));
  }

  /** Goes to an item, or to a place in it. */
  show(id: string | undefined, view: ReaderView, place?: Spot): void {
    this.#isToTell = false;
    this.#go(id ?? '', view, place);
    this.focus();
  }

  /** The page has other words. False where they are not read on from where the person is. */
  renew(data: PageData): boolean {
    const before = this.#data;
    this.#data = data;
    this.#parts = findParts();
    if (data.uri !== before.uri || data.words) this.#words = data.words ?? [];
    const isSame = data.stays && data.uri === before.uri && data.view === this.#view;
    const spot = this.#spot;
    const around = spot && idAround(this.#parts.article, spot);
    // What is read, as it is called now: a passage goes by its words.
    const now = isSame ? (this.#has(this.#id) ? this.#id : around) : undefined;
    // The extension hears a moment later where the person has scrolled.
    const isAhead = now !== undefined && data.view === 'whole' && data.id !== END;
    const id = isAhead ? now : (data.id ?? '');
    if (!isSame || (now !== undefined && id !== now)) {
      this.show(data.id, data.view, data.place);
      return false;
    }
    const hasFocus = document.activeElement !== document.body;
    // Where its block has gone as well, the same place in the item that is read instead.
    this.#go(id, data.view, spot && { ...spot, id: around ?? (now === undefined ? id : spot.id) });
    if (!hasFocus) this.focus();
    return true;
  }

  /** Takes an item of the whole for what is read, where it stands. False where it is that already. */
  pick(id: string): boolean {
    this.settle();
    if (id === this.#id) return false;
    this.#markItem(id);
    this.#followBar();
    this.#remember();
    this.tell({ type: 'stopped', id, offset: 0 });
    return true;
  }

  /** Sees where the person has scrolled. */
  settle(): void {
    if (Math.abs(window.scrollY - this.#seen) > 1) {
      this.#seen = window.scrollY;
      this.#look();
      if (this.#view === 'whole' && this.#spot && this.#spot.id !== this.#id) this.#markItem(this.#spot.id);
      this.#isToTell = true;
      clearTimeout(this.#rest);
      this.#rest = setTimeout(() => {
        this.tellPlace();
      }, REST);
    }
    this.#followBar();
  }

  /** The layout has changed. */
  keepPlace(): void {
    letTablesScroll(this.scope);
    if (this.#return(this.#spot)) this.#arrive();
  }

  /** Goes back to where reading stood before something led away. */
  returnTo(spot: Spot | undefined): void {
    this.#return(spot);
  }

  status(status: PageData['status']): void {
    this.#data = { ...this.#data, status };
    showStatus(this.#data, this.#parts.cards);
    showMarks(this.#id, status);
  }

  /** Marks these words from now on. False where none were marked. */
  find(words: readonly string[]): boolean {
    const hadWords = this.#words.length > 0;
    this.#words = words;
    markWords(this.scope, words);
    this.#remember();
    return hadWords;
  }

  /** What is read has the focus, for a screen reader; it is never taken from another part of VS Code. */
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
    // While images are still to come, a place is not yet where it will be.
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

  /** How far from the top of the window the line is that is read at. */
  get #line(): number {
    return this.#view === 'whole' ? LINE * window.innerHeight : barHeight();
  }

  #look(): void {
    this.#spot = this.scope && spotAt(this.scope, this.#line);
  }

  #return(spot: Spot | undefined): boolean {
    return spot !== undefined && this.scope !== undefined && scrollToSpot(this.scope, spot, this.#line);
  }

  /** '' is in every briefing: what stands before its first item. */
  #has(id: string): boolean {
    return this.#view === 'item'
      ? this.#parts.cards.ids.includes(id)
      : id === '' || document.getElementById(id) !== null;
  }

  /** Shows what is read by its marks, without moving. Nothing here goes through all items. */
  #mark(id: string, view: ReaderView): void {
    // The other classes are VS Code's own: the theme's.
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

  /** How long is left to read, in seconds: in the item that is read as far as that is seen to be. */
  get #left(): number {
    const [from, to] = this.#data.times[this.#id] ?? [0, 0];
    const offset = this.#spot?.id === this.#id ? this.#spot.offset : 0;
    return from - offset * (from - to);
  }
}
