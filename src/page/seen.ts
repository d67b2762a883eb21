import { END } from '../reader/messages.ts';
import type { Reading } from './reading.ts';

/** Something that can be seen, and the element whose bottom is its end. */
interface Seen {
  readonly id: string;
  readonly element: Element;
  readonly end: Element;
}

/** A takeaway alone; or all takeaways, and the whole. */
export function seenIn({ view, card, id, scope }: Reading): Seen[] {
  if (view === 'whole') return scope ? seenInWhole(scope) : [];
  // Its words are seen when the last of them are; its references are no part of them.
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
