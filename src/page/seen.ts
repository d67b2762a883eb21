import { END } from '../reader/messages.ts';
import type { Seen } from './sight.ts';

/** A takeaway's words are seen when the last of them are; its references are no part of them. */
export function seenInCard(card: HTMLElement | undefined): Seen[] {
  const id = card?.dataset['id'];
  return card && id !== undefined && id !== END
    ? [{ id, element: card, end: card.querySelector('.body') ?? card }]
    : [];
}

/** Each takeaway, and the whole: what ends it is its last element. */
export function seenInWhole(): Seen[] {
  const takeaways = [...document.querySelectorAll('.whole .takeaway[id]')];
  const items = takeaways.map((element) => ({ id: element.id, element, end: element }));
  const article = document.querySelector('.whole article');
  return article ? [...items, { id: '', element: article, end: article.lastElementChild ?? article }] : items;
}
