import { find } from './find.ts';
import { fill } from '../reader/fill.ts';
import type { ReadingStatus } from '../reader/messages.ts';
import { nameOf } from './bar.ts';
import type { Cards } from './cards.ts';
import type { PageData } from './pageData.ts';
import type { Parts } from './parts.ts';

/** Shows what is known of the briefing beside its words, everywhere on the page but in the bar. */
export function showStatus(status: ReadingStatus, { cards }: Parts, strings: PageData['strings']): void {
  const read = new Set(status.read);
  const starred = new Set(status.starred);
  const takeaways = document.querySelectorAll('.whole .takeaway[id]');
  for (const item of takeaways) {
    const isRead = read.has(item.id);
    const isStarred = starred.has(item.id);
    item.classList.toggle('read', isRead);
    item.classList.toggle('starred', isStarred);
    const names = [isRead ? strings.read : strings.unread, ...(isStarred ? [strings.starred] : [])];
    item.querySelector('.mark')?.setAttribute('aria-label', names.join(', '));
  }
  const count = find('.count-read');
  if (count) count.textContent = fill(strings.countRead, read.size, takeaways.length);
  for (const end of document.querySelectorAll('.end')) {
    const stars = cards.ids.filter((id) => starred.has(id));
    const heading = end.querySelector('.finished');
    const isFinished = takeaways.length > 0 && read.size === takeaways.length;
    if (heading) heading.textContent = isFinished ? strings.finished : strings.end;
    fillStars(end, stars, cards);
    offerNext(end, status.next);
  }
}

/** The marks of the takeaway that is shown. */
export function showMarks(id: string | undefined, status: ReadingStatus, strings: PageData['strings']): void {
  const isRead = id !== undefined && status.read.includes(id);
  const read = find('.read-button');
  read?.setAttribute('aria-pressed', String(isRead));
  read?.setAttribute('title', isRead ? strings.read : strings.unread);
  const isStarred = id !== undefined && status.starred.includes(id);
  find('.star-button')?.setAttribute('aria-pressed', String(isStarred));
}

function fillStars(end: Element, stars: readonly string[], cards: Cards): void {
  const list = end.querySelector<HTMLElement>('.star-list');
  if (!list) return;
  list.replaceChildren(
    ...stars.map((id) => {
      const button = document.createElement('button');
      button.className = 'star-item';
      button.dataset['choose'] = id;
      button.dataset['view'] = list.dataset['view'];
      button.dir = 'auto';
      button.append(...nameOf(cards.get(id)));
      const item = document.createElement('li');
      item.append(button);
      return item;
    }),
  );
  if (list.parentElement) list.parentElement.hidden = stars.length === 0;
}

function offerNext(end: Element, next: string | undefined): void {
  const button = end.querySelector<HTMLElement>('.next-unread');
  const nothing = end.querySelector<HTMLElement>('.nothing-unread');
  const title = end.querySelector('.next-title');
  if (button) button.hidden = next === undefined;
  if (title) title.textContent = next ?? '';
  if (nothing) nothing.hidden = next !== undefined;
}
