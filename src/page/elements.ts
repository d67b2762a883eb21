import { find, parseHtml } from './find.ts';
import { formatTimeLeft, type TimeFormats } from '../base/formatTime.ts';
import { END, type ReaderView } from '../reader/messages.ts';
import { scrollLength } from './reading/scrolling.ts';

/** The elements of the page that are needed often. They are looked up again only when the page has new content. */
export interface PageElements {
  readonly bar: Bar;
  readonly cards: Cards;
  readonly article: HTMLElement;
}

export function findElements(): PageElements {
  return { bar: new Bar(), cards: new Cards(), article: find('.whole article') };
}

/** Removes what the script has added, so that a page can be compared with a newly rendered one. */
export function stripScriptState(page: ParentNode): void {
  for (const marked of page.querySelectorAll('[aria-current]')) marked.removeAttribute('aria-current');
  for (const card of page.querySelectorAll('.card.current')) card.classList.remove('current');
  for (const focusable of page.querySelectorAll('table, pre, .reference'))
    focusable.removeAttribute('tabindex');
}

/** The bar above the text, with the position in it, and the footer below, with the previous and next items. */
export class Bar {
  // Looked up once: the page may be long.
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
    showTurnButton(this.#previous, cards.neighbour(card, -1), end);
    showTurnButton(this.#next, cards.neighbour(card, 1), end);
  }

  /** Shows the progress in the whole view, and the reading time left (`seconds`). */
  showProgress(seconds: number, left: TimeFormats): void {
    const way = scrollLength();
    const done = way > 0 ? Math.min(1, Math.max(0, scrollY / way)) : 1;
    this.#setProgress(done);
    const where = done >= 0.99 ? '' : formatTimeLeft(left, seconds);
    // Set only on change: this runs at each scroll event, and the text seldom changes.
    if (this.#where.textContent !== where) this.#where.textContent = where;
    // The bar repeats the title once the headline is out of sight.
    document.body.classList.toggle('past-title', this.#headline.getBoundingClientRect().bottom < 0);
  }

  #setProgress(part: number): void {
    this.#progress.style.transform = `scaleX(${part})`;
  }
}

/** An item's name: a copy of its headline. */
export function cardTitle(card: HTMLElement | undefined): Node {
  const words = document.createRange();
  if (card) words.selectNodeContents(find('.name', card));
  return words.cloneContents();
}

function showTurnButton(button: HTMLElement, card: HTMLElement | undefined, end: string): void {
  const id = card?.dataset['id'];
  button.hidden = !card;
  button.dataset['choose'] = id ?? '';
  find('.turn-name', button).replaceChildren(id === END ? end : cardTitle(card));
}

/**
 * The items as pages of their own. Only the one that is shown is in the page: browsers take long to create elements,
 * and a long briefing has thousands of cards. The others are HTML strings until they are shown.
 */
export class Cards {
  readonly #main = find('main.cards');
  readonly #html: ReadonlyMap<string, string>;
  /** In the order of the briefing; the last one is {@link END}. */
  readonly ids: readonly string[];

  constructor() {
    // Written by our own extension, see cardsHtml().
    this.#html = new Map(JSON.parse(find('#cards').textContent) as [string, string][]);
    this.ids = [...this.#html.keys()];
  }

  get(id: string | undefined): HTMLElement | undefined {
    const html = this.#html.get(id ?? '');
    return html === undefined ? undefined : find('.card', parseHtml(html));
  }

  /** The card before (-1) or after (1) another one. */
  neighbour(card: HTMLElement | undefined, step: 1 | -1): HTMLElement | undefined {
    return card && this.get(this.ids[this.ids.indexOf(card.dataset['id'] ?? '') + step]);
  }

  /** Replaces the card in the page. If it is the same one, it stays, with its focus. */
  show(id: string | undefined): HTMLElement | undefined {
    const shown = this.#main.querySelector<HTMLElement>('.card') ?? undefined;
    const card = shown?.dataset['id'] === id ? shown : this.get(id);
    card?.classList.add('current');
    if (card !== shown) {
      this.#main.replaceChildren();
      if (card) this.#main.append(card);
    }
    return card;
  }
}
