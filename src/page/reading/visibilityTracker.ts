import { END } from '../../reader/messages.ts';
import { ITEMS } from './scrollAnchor.ts';
import type { Reading } from './reading.ts';

/** Minimum time in view before something counts as seen, in ms. What is only scrolled past does not count. */
const MIN_TIME_IN_VIEW = 1000;
/** The fraction of the reading time after which an item counts as read: people who skim are faster. */
const READ_FRACTION = 0.3;
const POLL_INTERVAL = 250;

/** How long an item, and its end, have been in view without a break, in ms. */
interface VisibleTime {
  item: number;
  end: number;
  reported: boolean;
  endReported: boolean;
}

/**
 * Reports once that an item has been in view for as long as its length requires, and then once that its end has been in
 * view for a moment. In the whole view, items are read one after the other: the time counts for the first item in view
 * that has not been reported yet.
 */
export class VisibilityTracker {
  readonly #reading: Reading;
  readonly #times = new Map<string, VisibleTime>();
  /** Whether the user has left the page, and done nothing in it since. */
  #isAway = false;
  /** The time since the page was opened, or last got the focus, in ms. */
  #timeHere = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
    setInterval(() => {
      this.#timeHere += POLL_INTERVAL;
      if (!document.hidden && !this.#isAway) this.#poll();
    }, POLL_INTERVAL);
    window.addEventListener('focus', () => {
      this.#timeHere = 0;
    });
    // Not within the first moment: VS Code gives the focus to a page that it opens, and may return it to the tree.
    window.addEventListener('blur', () => {
      if (this.#timeHere >= MIN_TIME_IN_VIEW) this.#isAway = true;
    });
    // Scrolling is not one of these: a page may scroll by itself, to keep its position.
    for (const sign of ['focus', 'pointermove', 'wheel'])
      window.addEventListener(sign, () => {
        this.onReturn();
      });
  }

  /** The user has come back to this page. */
  onReturn(): void {
    this.#isAway = false;
  }

  /** Tracks an item from the start again, because it is shown again. */
  reset(id: string): void {
    this.#times.delete(id);
  }

  /** Tracks everything from the start again. */
  resetAll(): void {
    this.#isAway = false;
    this.#times.clear();
  }

  #poll(): void {
    let isFirst = true;
    for (const { id, element, end } of itemsOnPage(this.#reading)) {
      const time = this.#times.get(id) ?? { item: 0, end: 0, reported: false, endReported: false };
      this.#times.set(id, time);
      const isSeen = isHalfInView(element.getBoundingClientRect());
      const { bottom } = end.getBoundingClientRect();
      time.end = isSeen && bottom > 0 && bottom <= innerHeight ? time.end + POLL_INTERVAL : 0;
      if (!time.reported) {
        if (!isSeen) time.item = 0;
        else if (isFirst) time.item += POLL_INTERVAL;
        if (isSeen) isFirst = false;
        if (time.item < this.#timeFor(id)) continue;
        time.reported = true;
        this.#reading.send({ type: 'itemSeen', id, end: false });
      }
      if (time.endReported || time.end < MIN_TIME_IN_VIEW) continue;
      time.endReported = true;
      this.#reading.send({ type: 'itemSeen', id, end: true });
    }
  }

  #timeFor(id: string): number {
    const [from, to] = this.#reading.data.times[id] ?? [0, 0];
    return Math.max(MIN_TIME_IN_VIEW, (from - to) * READ_FRACTION * 1000);
  }
}

/** Whether half of an element is in view, or it fills half of the window if it is larger. */
function isHalfInView({ top, bottom, height }: DOMRect): boolean {
  const visible = Math.min(bottom, innerHeight) - Math.max(top, 0);
  return visible > 0 && visible * 2 >= Math.min(height, innerHeight);
}

/** Something that can be seen, and the element whose bottom edge is its end. */
interface VisibleItem {
  readonly id: string;
  readonly element: Element;
  readonly end: Element;
}

/** The card in the item view; all items in the whole view; the article itself if it has no items. */
function itemsOnPage({ view, card, id, scope }: Reading): VisibleItem[] {
  if (view === 'whole') return scope ? itemsInWhole(scope) : [];
  // The end of an item is that of its words; its references are not part of them.
  return card && id !== END ? [{ id, element: card, end: card.querySelector('.body') ?? card }] : [];
}

/** If there are no items, the article ends with its last element. */
function itemsInWhole(article: Element): VisibleItem[] {
  const items = [...article.querySelectorAll(ITEMS)];
  return items.length > 0
    ? items.map((element) => ({ id: element.id, element, end: element }))
    : [{ id: '', element: article, end: article.lastElementChild ?? article }];
}
