import { find } from './find.ts';
import { fill, minutesOf } from '../reader/fill.ts';
import { END, type ReaderView } from '../reader/messages.ts';
import type { Cards } from './cards.ts';

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
    const isTakeaway = view === 'takeaway' && card !== undefined && card.dataset['id'] !== END;
    if (this.#marks) this.#marks.hidden = !isTakeaway;
    if (view === 'whole') return;
    setText(this.#where, card?.dataset['where'] ?? '');
    this.#setProgress(Number(card?.dataset['position'] ?? 0));
    turnTo(this.#previous, cards.beside(card, -1), end);
    turnTo(this.#next, cards.beside(card, 1), end);
  }

  /** How far the whole is read, and how long the rest of it takes. */
  follow(seconds: number, left: string): void {
    const { scrollHeight, clientHeight } = document.documentElement;
    const way = scrollHeight - clientHeight;
    const done = way > 0 ? Math.min(1, Math.max(0, window.scrollY / way)) : 1;
    this.#setProgress(done);
    setText(this.#where, done >= 0.99 ? '' : fill(left, minutesOf(seconds * (1 - done))));
    // The title is told again once the headline is out of sight.
    const isPast = (this.#headline?.getBoundingClientRect().bottom ?? 0) < 0;
    document.body.classList.toggle('past-title', isPast);
  }

  #setProgress(part: number): void {
    this.#progress?.style.setProperty('transform', `scaleX(${part})`);
  }
}

/** A takeaway's name is its headline: a copy of it. */
export function nameOf(card: Element | null | undefined): Node[] {
  return [...(card?.querySelector('h1 .name')?.cloneNode(true).childNodes ?? [])];
}

function turnTo(button: HTMLElement | null, card: HTMLElement | null, end: string): void {
  if (!button) return;
  const id = card?.dataset['id'];
  button.hidden = id === undefined;
  button.dataset['choose'] = id ?? '';
  button.querySelector('.turn-name')?.replaceChildren(...(id === END ? [end] : nameOf(card)));
}

function setText(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
