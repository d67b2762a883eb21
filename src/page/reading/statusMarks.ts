import { fill } from '../../base/fill.ts';
import { END, type PageStatus } from '../../reader/messages.ts';
import type { PageData } from '../../reader/pageData.ts';
import { cardTitle, type Cards } from '../elements.ts';
import { find } from '../find.ts';
import { patchChildren } from './patch.ts';
import { ITEMS } from './scrollAnchor.ts';

/** Shows the briefing's status everywhere on the page except in the bar. */
export function showStatus({ status, strings }: PageData, cards: Cards): void {
  const read = new Set(status.read);
  const starred = new Set(status.starred);
  for (const item of document.querySelectorAll(ITEMS)) {
    const isRead = read.has(item.id);
    const isStarred = starred.has(item.id);
    item.classList.toggle('read', isRead);
    item.classList.toggle('starred', isStarred);
    const names = [isRead ? strings.read : strings.unread, ...(isStarred ? [strings.starred] : [])];
    find('.mark', item).setAttribute('aria-label', names.join(', '));
  }
  const { fault = '' } = status;
  const line = find('.fault');
  // The same text is not set again: a screen reader would repeat it.
  if (line.textContent !== fault) line.textContent = fault;
  const count = document.querySelector('.count-read');
  if (count) count.textContent = fill(strings.countRead, read.size, cards.ids.length - 1);
  for (const end of document.querySelectorAll('.end')) {
    find('.finished', end).textContent = status.finished ? strings.finished : strings.end;
    const stars = cards.ids.filter((id) => starred.has(id));
    find('.stars', end).hidden = stars.length === 0;
    fillStars(find('.star-list', end), stars, cards);
    showSkipped(find('.skipped', end), read, cards, strings.notRead);
    const next = find('.next-unread', end);
    next.hidden = status.next === undefined;
    find('.way-title', next).textContent = status.next ?? '';
    find('.nothing-unread', end).hidden = !next.hidden;
  }
}

/** Shows the number of unread items, on a button that leads to the first of them. */
function showSkipped(way: HTMLElement, read: ReadonlySet<string>, cards: Cards, notRead: string): void {
  const [first, ...others] = cards.ids.filter((id) => id !== END && !read.has(id));
  way.hidden = first === undefined;
  if (first === undefined) return;
  way.dataset['choose'] = first;
  find('.way-label', way).textContent = fill(notRead, others.length + 1);
  find('.way-title', way).replaceChildren(cardTitle(cards.get(first)));
}

/** Shows the marks of the current item, with tooltips that say what a click does. */
export function showMarks(id = '', { read, starred }: PageStatus): void {
  showPressed('.read-button', read.includes(id));
  showPressed('.star-button', starred.includes(id));
}

function showPressed(selector: string, isOn: boolean): void {
  const button = find(selector);
  const { on = '', off = '' } = button.dataset;
  button.ariaPressed = String(isOn);
  button.title = isOn ? on : off;
}

/**
 * Fills the list of stars. Entries that were there before stay the same elements, as one of them may have the focus.
 */
function fillStars(list: HTMLElement, stars: readonly string[], cards: Cards): void {
  const next = document.createElement('ul');
  for (const id of stars) {
    const button = document.createElement('button');
    button.className = 'star-item';
    button.dataset['choose'] = id;
    button.dataset['view'] = list.dataset['view'];
    button.dir = 'auto';
    button.append(cardTitle(cards.get(id)));
    const item = document.createElement('li');
    item.append(button);
    next.append(item);
  }
  patchChildren(list, next);
}

/** Marks the section of an item in the table of contents, and scrolls its entry there into view. */
export function markContentsEntry(item: Element | undefined): void {
  const id = item?.closest('.section')?.id ?? '';
  const entry = document.querySelector(`.contents [href="#${CSS.escape(id)}"]`);
  document.querySelector('.contents [aria-current]')?.removeAttribute('aria-current');
  entry?.setAttribute('aria-current', 'true');
  const list = entry?.closest('.contents');
  if (!entry || !list) return;
  const { top, bottom } = entry.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  // Not `scrollIntoView`, which would scroll the page as well.
  if (top < frame.top) list.scrollTop -= frame.top - top;
  else if (bottom > frame.bottom) list.scrollTop += bottom - frame.bottom;
}
