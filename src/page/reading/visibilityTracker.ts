import type { Reading } from './reading.ts';
import { END } from '../../reader/messages.ts';

/** How long something is in view before it was seen, in ms. Scrolling past shows it to nobody. */
const MOMENT = 1500;
const LOOK = 250;

/** Tells once of everything that has been in view for a moment, and once that its end has. */
export class VisibilityTracker {
  readonly #reading: Reading;
  /** How long each has been in view without a break, in ms. */
  readonly #times = new Map<string, { seen: number; end: number }>();

  constructor(reading: Reading) {
    this.#reading = reading;
    setInterval(() => {
      if (document.visibilityState === 'visible') this.#look();
    }, LOOK);
  }

  /** It is shown anew: what is seen of it from now on counts again. */
  forget(id: string): void {
    this.#times.delete(id);
  }

  /** Another briefing is read. */
  forgetAll(): void {
    this.#times.clear();
  }

  #look(): void {
    for (const { id, element, end } of seenIn(this.#reading)) {
      const times = this.#times.get(id) ?? { seen: 0, end: 0 };
      this.#times.set(id, times);
      const isSeen = isInView(element.getBoundingClientRect());
      const { bottom } = end.getBoundingClientRect();
      const isEnd = isSeen && bottom > 0 && bottom <= window.innerHeight;
      times.seen = later(times.seen, isSeen);
      times.end = later(times.end, isEnd);
      // Exactly then: once.
      if (times.seen === MOMENT) this.#reading.tell({ type: 'saw', id, end: false });
      if (times.end === MOMENT) this.#reading.tell({ type: 'saw', id, end: true });
    }
  }
}

/** What has been seen stays so. */
function later(time: number, isInView: boolean): number {
  return isInView || time >= MOMENT ? time + LOOK : 0;
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

/** A takeaway alone; or all takeaways, and the whole. */
function seenIn({ view, card, id, scope }: Reading): Seen[] {
  if (view === 'whole') return scope ? seenInWhole(scope) : [];
  // Its words are seen when the last of them are; its references are not part of them.
  return card && id !== END ? [{ id, element: card, end: card.querySelector('.body') ?? card }] : [];
}

/** What ends the whole is its last element. */
function seenInWhole(article: Element): Seen[] {
  const takeaways = [...article.querySelectorAll('.takeaway')];
  return [
    ...takeaways.map((element) => ({ id: element.id, element, end: element })),
    { id: '', element: article, end: article.lastElementChild ?? article },
  ];
}
