import { find } from '../find.ts';

/** How much of what is in view a page further leaves behind: the rest of it is there to go on from. */
const PAGE = 0.85;

/** Goes a page on (1) or back (-1). False where there is nothing further. */
export function scrollPage(step: 1 | -1): boolean {
  const { scrollHeight, clientHeight } = document.documentElement;
  const left = step === 1 ? scrollHeight - clientHeight - window.scrollY : window.scrollY;
  if (left <= 2) return false;
  window.scrollBy(0, step * PAGE * (clientHeight - barHeight() - find('.turn').offsetHeight));
  return true;
}

export function scrollToEdge(edge: 'start' | 'end'): void {
  window.scrollTo(0, edge === 'start' ? 0 : document.documentElement.scrollHeight);
}

/** To where a section begins; what little stands before the first one is shown with it. */
export function scrollToSection(section: HTMLElement, article: HTMLElement): void {
  section.scrollIntoView({ block: 'start' });
  const isFirst = section === article.querySelector('.section');
  if (isFirst && window.scrollY < window.innerHeight / 2) window.scrollTo(0, 0);
}

/** Whether all of an item can be seen. */
export function isInView(item: HTMLElement): boolean {
  const { top, bottom } = item.getBoundingClientRect();
  return top >= barHeight() && bottom <= window.innerHeight;
}

/** How much of the window lies under the bar, in px. */
export function barHeight(): number {
  return find('.bar').offsetHeight;
}

/** What is wider than the page scrolls in itself: by keyboard too, so it can have the focus. */
export function letTablesScroll(scope: Element | undefined): void {
  for (const element of scope?.querySelectorAll<HTMLElement>('table, pre') ?? []) {
    const isWide = element.scrollWidth > element.clientWidth;
    if (isWide) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  }
}
