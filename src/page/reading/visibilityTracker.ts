import { END } from '../../reader/messages.ts';
import { ITEMS } from './scrollAnchor.ts';
import type { Reading } from './reading.ts';

/** The least time in view before something counts as seen, in ms. What was only scrolled past was not seen. */
const MIN_TIME_IN_VIEW = 1000;
/** The fraction of the reading time after which an item counts as read: people who skim are faster. */
const READ_FRACTION = 0.3;
const POLL_INTERVAL = 250;

/** How long an item, and its end, have been in view without a break, in ms. */
interface Sight {
  seen: number;
  end: number;
  isTold: boolean;
  isEndTold: boolean;
}

/**
 * Reports once that an item has been in view for as long as its length requires, and then once that its end has been in
 * view for a moment. In the whole, people read one item after the other: the time counts for the first item in view
 * that has not been reported yet.
 */
export class VisibilityTracker {
  readonly #reading: Reading;
  readonly #sights = new Map<string, Sight>();
  /** Whether the person has gone elsewhere, and done nothing here since. */
  #isAway = false;
  /** The time since the page was opened, or last got the focus, in ms. */
  #here = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
    setInterval(() => {
      this.#here += POLL_INTERVAL;
      if (!document.hidden && !this.#isAway) this.#look();
    }, POLL_INTERVAL);
    window.addEventListener('focus', () => {
      this.#here = 0;
    });
    // Not within the first moment: VS Code gives the focus to a page that it opens, and may return it to the tree.
    window.addEventListener('blur', () => {
      if (this.#here >= MIN_TIME_IN_VIEW) this.#isAway = true;
    });
    // Scrolling is not one of these: a page may scroll by itself, to keep its place.
    for (const sign of ['focus', 'pointermove', 'wheel'])
      window.addEventListener(sign, () => {
        this.return();
      });
  }

  /** The person has come back to this page. */
  return(): void {
    this.#isAway = false;
  }

  /** The item is shown again: what is seen of it from now on counts again. */
  forget(id: string): void {
    this.#sights.delete(id);
  }

  /** Another briefing is shown. */
  forgetAll(): void {
    this.#isAway = false;
    this.#sights.clear();
  }

  #look(): void {
    let isFree = true;
    for (const { id, element, end } of seenIn(this.#reading)) {
      const sight = this.#sights.get(id) ?? { seen: 0, end: 0, isTold: false, isEndTold: false };
      this.#sights.set(id, sight);
      const isSeen = isInView(element.getBoundingClientRect());
      const { bottom } = end.getBoundingClientRect();
      sight.end = isSeen && bottom > 0 && bottom <= window.innerHeight ? sight.end + POLL_INTERVAL : 0;
      if (!sight.isTold) {
        if (!isSeen) sight.seen = 0;
        else if (isFree) sight.seen += POLL_INTERVAL;
        if (isSeen) isFree = false;
        if (sight.seen < this.#timeFor(id)) continue;
        sight.isTold = true;
        this.#reading.tell({ type: 'saw', id, end: false });
      }
      if (sight.isEndTold || sight.end < MIN_TIME_IN_VIEW) continue;
      sight.isEndTold = true;
      this.#reading.tell({ type: 'saw', id, end: true });
    }
  }

  #timeFor(id: string): number {
    const [from, to] = this.#reading.data.times[id] ?? [0, 0];
    return Math.max(MIN_TIME_IN_VIEW, (from - to) * READ_FRACTION * 1000);
  }
}

/** Whether half of an element is in view, or half of the window is filled by it where it is larger. */
function isInView({ top, bottom, height }: DOMRect): boolean {
  const visible = Math.min(bottom, window.innerHeight) - Math.max(top, 0);
  return visible > 0 && visible * 2 >= Math.min(height, window.innerHeight);
}

/** Something that can be seen, and the element whose bottom edge is its end. */
interface Seen {
  readonly id: string;
  readonly element: Element;
  readonly end: Element;
}

/** What can be seen: the card in the item view; all items in the whole; the article itself where it has no items. */
function seenIn({ view, card, id, scope }: Reading): Seen[] {
  if (view === 'whole') return scope ? seenInWhole(scope) : [];
  // The end of an item is that of its words; its references are not part of them.
  return card && id !== END ? [{ id, element: card, end: card.querySelector('.body') ?? card }] : [];
}

/** Where there are no items, the article ends with its last element. */
function seenInWhole(article: Element): Seen[] {
  const items = [...article.querySelectorAll(ITEMS)];
  return items.length > 0
    ? items.map((element) => ({ id: element.id, element, end: element }))
    : [{ id: '', element: article, end: article.lastElementChild ?? article }];
}
