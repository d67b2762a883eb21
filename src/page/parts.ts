import { Bar } from './bar.ts';

/** The elements of the page that are looked for often: found anew only when the page has other words. */
export interface Parts {
  readonly bar: Bar;
  readonly cards: ReadonlyMap<string, HTMLElement>;
  readonly article: HTMLElement | null;
  /** The entries of the table of contents, by the section that they lead to. */
  readonly contents: ReadonlyMap<string, HTMLElement>;
}

export function findParts(): Parts {
  const cards = [...document.querySelectorAll<HTMLElement>('.card')];
  const entries = [...document.querySelectorAll<HTMLElement>('.contents a')];
  return {
    bar: new Bar(),
    cards: new Map(cards.map((card) => [card.dataset['id'] ?? '', card])),
    article: document.querySelector<HTMLElement>('.whole article'),
    contents: new Map(entries.map((entry) => [entry.getAttribute('href')?.slice(1) ?? '', entry])),
  };
}

/** Takes away what the script has added, so that a page can be held against what was rendered. */
export function undress(page: ParentNode): void {
  for (const marked of page.querySelectorAll('[aria-current]')) marked.removeAttribute('aria-current');
  for (const card of page.querySelectorAll('.card.current')) card.classList.remove('current');
  for (const focusable of page.querySelectorAll('table, pre, .reference'))
    focusable.removeAttribute('tabindex');
}
