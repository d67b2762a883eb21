import { find, parseHtml } from './find.ts';

/**
 * The takeaways as pages of their own. Only the one that is shown is in the page: a browser takes long to make elements,
 * and a long briefing has thousands of cards. The others are text until they are shown.
 */
export class Cards {
  readonly #main = find('main.cards');
  readonly #html: ReadonlyMap<string, string>;
  /** In the order of the briefing; the last one is the end. */
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

  /** The one before another (-1), or behind it (1). */
  beside(card: HTMLElement | undefined, step: 1 | -1): HTMLElement | undefined {
    return card && this.get(this.ids[this.ids.indexOf(card.dataset['id'] ?? '') + step]);
  }

  /** Puts one into the page, in place of the one that was there; that itself, if it is the one, with its focus. */
  show(id: string | undefined): HTMLElement | undefined {
    const there = this.#main.querySelector<HTMLElement>('.card') ?? undefined;
    const card = there?.dataset['id'] === id ? there : this.get(id);
    card?.classList.add('current');
    if (card !== there) this.#main.replaceChildren(...(card ? [card] : []));
    return card;
  }
}
