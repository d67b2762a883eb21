import { find } from './find.ts';
import { END, type ReaderView } from '../reader/messages.ts';
import type { VsCodeApi } from './api.ts';
import { ContentsMark } from './contents.ts';
import { debounce } from './debounce.ts';
import { showMarks, showStatus } from './marks.ts';
import type { PageData } from './pageData.ts';
import { findParts, type Parts } from './parts.ts';
import { idOf, scrollToSpot, type Spot, spotAt } from './place.ts';

/**
 * Where the line stands that is read at, as a part of the window's height: what it is in is the item that is read, and
 * its place is kept on this line.
 */
const LINE: Readonly<Record<ReaderView, number>> = { takeaway: 0, whole: 0.3 };

/** How long the page has to be at rest before reading has stopped somewhere, in ms. */
const REST = 150;

/** What is read, and where in it: shows it, follows the person's scrolling, and keeps the place when the text moves. */
export class Reading {
  readonly #api: VsCodeApi;
  readonly #contents = new ContentsMark();
  #data: PageData;
  #parts: Parts = findParts();
  #view: ReaderView;
  #id: string | undefined;
  #card: HTMLElement | undefined;
  #item: HTMLElement | undefined;
  /** Where reading stands, as it was last seen to: never as a layout that has just changed would say it. */
  #spot: Spot | undefined;
  /** How far the page was scrolled by the page itself; NaN once a person has scrolled. */
  #put = 0;
  readonly #stopSoon = debounce(() => {
    this.stop();
  }, REST);
  #isToTell = false;

  constructor(api: VsCodeApi, data: PageData) {
    this.#api = api;
    this.#data = data;
    this.#view = data.view;
  }

  get view(): ReaderView {
    return this.#view;
  }

  get id(): string | undefined {
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
  get scope(): HTMLElement | null {
    return this.#view === 'whole' ? this.#parts.article : (this.#card ?? null);
  }

  get spot(): Spot | undefined {
    return this.#spot;
  }

  get #line(): number {
    return LINE[this.#view] * window.innerHeight;
  }

  /** From here on the place is followed, and kept. */
  follow(): void {
    let frame = 0;
    window.addEventListener(
      'scroll',
      () => {
        this.#noticeScroll();
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(() => {
          this.#scrolled();
        });
      },
      { passive: true },
    );
    const keep = () => {
      this.keepPlace();
    };
    window.addEventListener('resize', keep);
    window.addEventListener('load', () => {
      keep();
      this.#spot = spotAt(this.scope, this.#line);
    });
    // Whatever changes the layout, it has not been painted yet: an image, a font, a zoom.
    const page = document.getElementById('page');
    if (page) new ResizeObserver(keep).observe(page);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && this.#isToTell) this.stop();
    });
  }

  /** Goes to an item, or to a place in it. */
  show(id: string | undefined, view: ReaderView, place?: Spot): void {
    const isOtherView = view !== this.#view;
    this.#mark(id, view);
    const isThere = place !== undefined && scrollToSpot(this.scope, place, this.#line);
    if (!isThere) this.#scrollToItem(isOtherView);
    // While images are still to come, a place is not yet where it will be.
    const isWhole = document.readyState === 'complete';
    this.#spot = isThere && !isWhole ? place : spotAt(this.scope, this.#line);
    this.#arrive();
    this.focus();
    this.remember();
  }

  /** The page has other words. Those of the same briefing leave the person where they are. */
  renew(data: PageData, place: Spot | undefined): void {
    const before = { spot: this.#spot, view: this.#view, uri: this.#data.uri, id: this.#id };
    this.#data = data;
    this.#parts = findParts();
    this.#contents.forget();
    const isSame = data.uri === before.uri && data.view === before.view;
    const isThere = isSame && this.#has(before.id);
    // The extension hears a moment later where the person has scrolled.
    const id = isThere && data.view === 'whole' && data.id !== END ? before.id : data.id;
    const stays = isSame && !place && before.spot && (id === before.id || !isThere);
    const spot = stays && before.spot ? moved(before.spot, isThere ? undefined : id) : place;
    if (!stays) {
      this.show(id, data.view, spot);
      return;
    }
    const focused = document.activeElement;
    this.#mark(id, data.view);
    if (spot && scrollToSpot(this.scope, spot, this.#line)) this.#spot = spot;
    else this.#scrollToItem(false);
    this.#arrive();
    if (focused === document.body) this.focus();
    this.remember();
  }

  /** Sees where the person has scrolled since the last frame: the text is about to move. */
  settle(): void {
    this.#noticeScroll();
    this.#scrolled();
  }

  keepPlace(): void {
    if (!this.#spot || !scrollToSpot(this.scope, this.#spot, this.#line)) return;
    this.#arrive();
  }

  /** Goes back to where reading stood before something led away. */
  returnTo(spot: Spot | undefined): void {
    if (spot && scrollToSpot(this.scope, spot, this.#line)) this.#put = NaN;
  }

  status(status: PageData['status']): void {
    this.#data = { ...this.#data, status };
    showStatus(status, this.#parts, this.#data.strings);
    showMarks(this.#id, status, this.#data.strings);
  }

  /** What is read has the focus, for a screen reader; it is never taken from another part of VS Code. */
  focus(): void {
    const target = this.#view === 'takeaway' ? this.#card : this.#item;
    if (target && document.hasFocus()) target.focus({ preventScroll: true });
  }

  remember(): void {
    const { uri, render } = this.#data;
    const spot = this.#spot;
    this.#api.setState({
      uri,
      view: this.#view,
      render,
      at: Date.now(),
      ...(this.#id !== undefined && { id: this.#id }),
      ...(spot && { place: { id: spot.id, offset: spot.offset } }),
    });
  }

  stop(): void {
    this.#isToTell = false;
    this.remember();
    if (!this.#spot || this.#spot.id === END) return;
    const { id, offset } = this.#spot;
    this.#api.postMessage({ type: 'stopped', id, offset });
  }

  #has(id: string | undefined): boolean {
    if (id === undefined) return false;
    return this.#data.view === 'takeaway'
      ? this.#parts.cards.ids.includes(id)
      : document.getElementById(id) !== null;
  }

  #noticeScroll(): void {
    if (Math.abs(window.scrollY - this.#put) > 1) this.#put = NaN;
  }

  #scrolled(): void {
    if (this.#view === 'whole') this.#parts.bar.follow(this.#data.seconds, this.#data.strings.left);
    // It was the page itself that has scrolled.
    if (!Number.isNaN(this.#put)) return;
    this.#spot = spotAt(this.scope, this.#line);
    if (this.#view === 'whole' && this.#spot && this.#spot.id !== this.#id) this.#markItem(this.#spot.id);
    this.#isToTell = true;
    this.#stopSoon();
  }

  /** Shows what is read by its marks, without moving. Nothing here goes through all takeaways. */
  #mark(id: string | undefined, view: ReaderView): void {
    this.#view = view;
    // The other classes are VS Code's own: the theme's.
    document.body.classList.toggle('whole-view', view === 'whole');
    document.body.classList.toggle('takeaway-view', view === 'takeaway');
    this.#card = this.#parts.cards.show(id);
    this.#markItem(id);
    this.#parts.bar.show(view, this.#card, this.#parts.cards, this.#data.strings.end);
    if (id === END) showStatus(this.#data.status, this.#parts, this.#data.strings);
    showMarks(id, this.#data.status, this.#data.strings);
  }

  #markItem(id: string | undefined): void {
    this.#id = id;
    this.#item?.removeAttribute('aria-current');
    this.#item = (id === undefined ? undefined : document.getElementById(id)) ?? undefined;
    this.#item?.setAttribute('aria-current', 'true');
    if (this.#view === 'whole') this.#contents.mark(this.#parts, this.#item ?? null);
  }

  #scrollToItem(isOtherView: boolean): void {
    const item = this.#item;
    if (this.#view === 'takeaway' || (!item && this.#id !== END)) {
      window.scrollTo(0, 0);
    } else if (!item) {
      find('.whole .end')?.scrollIntoView({ block: 'center', behavior: 'instant' });
    } else if (item.matches('.section')) {
      item.scrollIntoView({ block: 'start', behavior: 'instant' });
      // What little stands before the first section is shown with it.
      const isFirst = item === this.#parts.article?.querySelector('.section');
      if (isFirst && window.scrollY < window.innerHeight / 2) window.scrollTo(0, 0);
    } else if (isOtherView || !isInView(item)) {
      scrollToSpot(this.scope, { id: idOf(item), offset: 0 }, this.#line);
    }
  }

  #arrive(): void {
    this.#put = window.scrollY;
    if (this.#view === 'whole') this.#parts.bar.follow(this.#data.seconds, this.#data.strings.left);
  }
}

/** The same place in another item, where its own is gone. */
function moved({ id, offset, block }: Spot, to: string | undefined): Spot {
  return { id: to ?? id, offset, ...(block && to === undefined && { block }) };
}

function isInView(item: HTMLElement): boolean {
  const { top, bottom } = item.getBoundingClientRect();
  const bar = find('.bar')?.getBoundingClientRect().bottom ?? 0;
  return top >= bar && bottom <= window.innerHeight;
}
