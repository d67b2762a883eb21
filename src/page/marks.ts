import { fill } from '../reader/fill.ts';
import type { ReadingStatus } from '../reader/messages.ts';
import type { PageData } from '../reader/pageData.ts';
import { nameOf } from './bar.ts';
import type { Cards } from './cards.ts';
import { find } from './find.ts';
import { patchChildren } from './patch.ts';

/** Shows what is known of the briefing beside its words, everywhere on the page but in the bar. */
export function showStatus({ status, strings }: PageData, cards: Cards): void {
  const read = new Set(status.read);
  const starred = new Set(status.starred);
  const takeaways = document.querySelectorAll('.whole .takeaway');
  for (const item of takeaways) {
    const isRead = read.has(item.id);
    const isStarred = starred.has(item.id);
    item.classList.toggle('read', isRead);
    item.classList.toggle('starred', isStarred);
    const names = [isRead ? strings.read : strings.unread, ...(isStarred ? [strings.starred] : [])];
    find('.mark', item).setAttribute('aria-label', names.join(', '));
  }
  const count = document.querySelector('.count-read');
  if (count) count.textContent = fill(strings.countRead, read.size, takeaways.length);
  for (const end of document.querySelectorAll('.end')) {
    find('.finished', end).textContent = status.finished ? strings.finished : strings.end;
    const stars = cards.ids.filter((id) => starred.has(id));
    find('.stars', end).hidden = stars.length === 0;
    fillStars(find('.star-list', end), stars, cards);
    find('.next-unread', end).hidden = status.next === undefined;
    find('.next-title', end).textContent = status.next ?? '';
    find('.nothing-unread', end).hidden = status.next !== undefined;
  }
}

/** The marks of the takeaway that is shown, and what pressing them does now. */
export function showMarks(id: string | undefined, { read, starred }: ReadingStatus): void {
  showPressed('.read-button', read.includes(id ?? ''));
  showPressed('.star-button', starred.includes(id ?? ''));
}

function showPressed(selector: string, isOn: boolean): void {
  const button = find(selector);
  const { on = '', off = '' } = button.dataset;
  button.ariaPressed = String(isOn);
  button.title = isOn ? on : off;
}

/** Those that were there before stay the same elements: one of them may have the focus. */
function fillStars(list: HTMLElement, stars: readonly string[], cards: Cards): void {
  const next = document.createElement('ul');
  for (const id of stars) {
    const button = document.createElement('button');
    button.className = 'star-item';
    button.dataset['choose'] = id;
    button.dataset['view'] = list.dataset['view'];
    button.dir = 'auto';
    button.append(...nameOf(cards.get(id)));
    const item = document.createElement('li');
    item.append(button);
    next.append(item);
  }
  patchChildren(list, next);
}
