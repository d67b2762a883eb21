import { find } from './find.ts';
import { Bar } from './bar.ts';
import { Cards } from './cards.ts';

/** The elements of the page that are looked for often: found anew only when the page has other words. */
export interface Parts {
  readonly bar: Bar;
  readonly cards: Cards;
  readonly article: HTMLElement | null;
  /** The entries of the table of contents, by the section that they lead to. */
  readonly contents: ReadonlyMap<string, HTMLElement>;
}

export function findParts(): Parts {
  const entries = [...document.querySelectorAll<HTMLElement>('.contents a')];
  return {
    bar: new Bar(),
    cards: new Cards(),
    article: find('.whole article'),
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
