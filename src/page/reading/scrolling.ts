import { find } from '../find.ts';

/** The fraction of the visible height that one page scrolls: the rest stays in view as context. */
const PAGE_FRACTION = 0.85;

/** Scrolls a page on (1) or back (-1). Returns false at the end or the start. */
export function scrollPage(step: 1 | -1): boolean {
  const { scrollHeight, clientHeight } = document.documentElement;
  const left = step === 1 ? scrollHeight - clientHeight - window.scrollY : window.scrollY;
  if (left <= 2) return false;
  window.scrollBy(0, step * PAGE_FRACTION * (clientHeight - barHeight() - find('.turn').offsetHeight));
  return true;
}

export function scrollToEdge(edge: 'start' | 'end'): void {
  window.scrollTo(0, edge === 'start' ? 0 : document.documentElement.scrollHeight);
}

/**
 * Scrolls until an element is at the top. `scrollIntoView` would also scroll what VS Code has around the page, by a few
 * pixels, and nothing would scroll it back.
 */
export function scrollToTop(element: Element): void {
  const { scrollPaddingTop } = getComputedStyle(document.documentElement);
  window.scrollBy(0, element.getBoundingClientRect().top - parseFloat(scrollPaddingTop));
}

/** Scrolls to the start of a section; to the top of the page for the first one, if only little is above it. */
export function scrollToSection(section: HTMLElement, article: HTMLElement): void {
  scrollToTop(section);
  const isFirst = section === article.querySelector('.section');
  if (isFirst && window.scrollY < window.innerHeight / 2) window.scrollTo(0, 0);
}

/** Whether all of an item is visible. */
export function isFullyInView(item: HTMLElement): boolean {
  const { top, bottom } = item.getBoundingClientRect();
  return top >= barHeight() && bottom <= window.innerHeight;
}

/** The height of the bar, which covers the top of the window, in px. */
export function barHeight(): number {
  return find('.bar').offsetHeight;
}

/** Makes tables and code that are wider than the page focusable, so that they can be scrolled by keyboard. */
export function makeWideFocusable(scope: Element | undefined): void {
  for (const element of scope?.querySelectorAll<HTMLElement>('table, pre') ?? []) {
    const isWide = element.scrollWidth > element.clientWidth;
    if (isWide) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  }
}
