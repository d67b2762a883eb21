import { END } from '../../reader/messages.ts';
import { ITEMS } from './place.ts';
import type { Reading } from './reading.ts';

/** How long something is in view at least before it was seen, in ms. Scrolling past shows it to nobody. */
const MOMENT = 1000;
/** Of the time that reading takes: who skims is faster. */
const PART = 0.3;
const LOOK = 250;

/** What is known of something that can be seen. In ms, without a break. */
interface Sight {
  seen: number;
  end: number;
  isTold: boolean;
  isEndTold: boolean;
}

/**
 * Tells once of each item that has been in view for as long as its length asks, and once that its end has been as well.
 * Who looks at the whole reads one item after the other: the time goes to the first in view that was not seen before.
 */
export class VisibilityTracker {
  readonly #reading: Reading;
  readonly #sights = new Map<string, Sight>();
  /** They went on to something else, and nothing has been done here since. */
  #isAway = false;
  /** How long ago the page was opened, or last got the focus, in ms. */
  #here = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
    setInterval(() => {
      this.#here += LOOK;
      if (!document.hidden && !this.#isAway) this.#look();
    }, LOOK);
    window.addEventListener('focus', () => {
      this.#here = 0;
    });
    // VS Code gives the focus to a page that it opens, and takes it back where the tree is to keep it.
    window.addEventListener('blur', () => {
      if (this.#here >= MOMENT) this.#isAway = true;
    });
    // A page may scroll by itself, to keep its place.
    for (const sign of ['focus', 'pointermove', 'wheel'])
      window.addEventListener(sign, () => {
        this.return();
      });
  }

  /** Somebody has gone to something here. */
  return(): void {
    this.#isAway = false;
  }

  /** It is shown anew: what is seen of it from now on counts again. */
  forget(id: string): void {
    this.#sights.delete(id);
  }

  /** Another briefing is read. */
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
      sight.end = isSeen && bottom > 0 && bottom <= window.innerHeight ? sight.end + LOOK : 0;
      if (!sight.isTold) {
        if (!isSeen) sight.seen = 0;
        else if (isFree) sight.seen += LOOK;
        if (isSeen) isFree = false;
        if (sight.seen < this.#timeFor(id)) continue;
        sight.isTold = true;
        this.#reading.tell({ type: 'saw', id, end: false });
      }
      if (sight.isEndTold || sight.end < MOMENT) continue;
      sight.isEndTold = true;
      this.#reading.tell({ type: 'saw', id, end: true });
    }
  }

  #timeFor(id: string): number {
    const [from, to] = this.#reading.data.times[id] ?? [0, 0];
    return Math.max(MOMENT, (from - to) * PART * 1000);
  }
}

/** Half of it, or half of the window where it is larger. */
function isInView({ top, bottom, height }: DOMRect): boolean {
  const visible = Math.min(bottom, window.innerHeight) - Math.max(top, 0);
  return visible > 0 && visible * 2 >= Math.min(height, window.innerHeight);
}

/** Something that can be seen, and the element whose bottom is its end. */
interface Seen {
  readonly id: string;
  readonly element: Element;
  readonly end: Element;
}

/** An item alone; or all items; or the whole, where that is but a title. */
function seenIn({ view, card, id, scope }: Reading): Seen[] {
  if (view === 'whole') return scope ? seenInWhole(scope) : [];
  // Its words are seen when the last of them are; its references are not part of them.
  return card && id !== END ? [{ id, element: card, end: card.querySelector('.body') ?? card }] : [];
}

/** What ends the whole is its last element. */
function seenInWhole(article: Element): Seen[] {
  const items = [...article.querySelectorAll(ITEMS)];
  return items.length > 0
    ? items.map((element) => ({ id: element.id, element, end: element }))
    : [{ id: '', element: article, end: article.lastElementChild ?? article }];
}
