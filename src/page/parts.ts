import { Bar } from './bar.ts';
import { Cards } from './cards.ts';
import { find } from './find.ts';

/** The elements of the page that are looked for often: found anew only when the page has other words. */
export interface Parts {
  readonly bar: Bar;
  readonly cards: Cards;
  readonly article: HTMLElement;
}

export function findParts(): Parts {
  return { bar: new Bar(), cards: new Cards(), article: find('.whole article') };
}

/** Takes away what the script has added, so that a page can be held against what was rendered. */
export function undress(page: ParentNode): void {
  for (const marked of page.querySelectorAll('[aria-current]')) marked.removeAttribute('aria-current');
  for (const card of page.querySelectorAll('.card.current')) card.classList.remove('current');
  for (const focusable of page.querySelectorAll('table, pre, .reference'))
    focusable.removeAttribute('tabindex');
}
