import { fill, minutesOf } from '../reader/fill.ts';
import { END, type ReaderView } from '../reader/messages.ts';
import type { Cards } from './cards.ts';
import { find } from './find.ts';

/** What stands above and below the text: where one is in it, and what comes before and after. */
export class Bar {
  // Looked for once: the page may be long.
  readonly #where = find('.where');
  readonly #progress = find('.progress-bar');
  readonly #marks = find('.bar .marks');
  readonly #headline = find('.whole h1');
  readonly #previous = find('.turn .previous');
  readonly #next = find('.turn .next');

  show(view: ReaderView, card: HTMLElement | undefined, cards: Cards, end: string): void {
    const { id = END, where = '', position } = card?.dataset ?? {};
    this.#marks.hidden = view === 'whole' || id === END;
    if (view === 'whole') return;
    this.#where.textContent = where;
    this.#setProgress(Number(position ?? 0));
    turnTo(this.#previous, cards.beside(card, -1), end);
    turnTo(this.#next, cards.beside(card, 1), end);
  }

  /** How far the whole is read, and how long (in seconds) all of it takes. */
  follow(seconds: number, left: string): void {
    const { scrollHeight, clientHeight } = document.documentElement;
    const way = scrollHeight - clientHeight;
    const done = way > 0 ? Math.min(1, Math.max(0, window.scrollY / way)) : 1;
    this.#setProgress(done);
    const where = done >= 0.99 ? '' : fill(left, minutesOf(seconds * (1 - done)));
    // At each step of the scrolling, and it seldom changes.
    if (this.#where.textContent !== where) this.#where.textContent = where;
    // The title is told again once the headline is out of sight.
    document.body.classList.toggle('past-title', this.#headline.getBoundingClientRect().bottom < 0);
  }

  #setProgress(part: number): void {
    this.#progress.style.setProperty('transform', `scaleX(${part})`);
  }
}

/** A takeaway's name is its headline: a copy of it. */
export function nameOf(card: HTMLElement | undefined): Node[] {
  return card ? [...find('.name', card).cloneNode(true).childNodes] : [];
}

function turnTo(button: HTMLElement, card: HTMLElement | undefined, end: string): void {
  const id = card?.dataset['id'];
  button.hidden = !card;
  button.dataset['choose'] = id ?? '';
  find('.turn-name', button).replaceChildren(...(id === END ? [end] : nameOf(card)));
}
