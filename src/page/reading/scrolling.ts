import { find } from '../find.ts';

/** The fraction of the visible height that one page scrolls: the rest stays in view as context. */
const PAGE_FRACTION = 0.85;

/** How far the page is scrolled at its end, in px. */
export function scrollLength(): number {
  const { scrollHeight, clientHeight } = document.documentElement;
  return scrollHeight - clientHeight;
}

/** Whether the page can be scrolled on (1) or back (-1). */
export function canScroll(step: 1 | -1): boolean {
  return (step === 1 ? scrollLength() - scrollY : scrollY) > 2;
}

/** Scrolls a page on (1) or back (-1). */
export function scrollPage(step: 1 | -1): void {
  const height = document.documentElement.clientHeight - barHeight() - find('.turn').offsetHeight;
  scrollBy(0, step * PAGE_FRACTION * height);
}

export function scrollToEdge(edge: 'start' | 'end'): void {
  scrollTo(0, edge === 'start' ? 0 : scrollLength());
}

/**
 * Scrolls until an element is at the top. `scrollIntoView` would also scroll what VS Code has around the page, by a few
 * pixels, and nothing would scroll it back.
 */
export function scrollToTop(element: Element): void {
  const { scrollPaddingTop } = getComputedStyle(document.documentElement);
  scrollBy(0, element.getBoundingClientRect().top - parseFloat(scrollPaddingTop));
}

/** Scrolls to the start of a section; to the top of the page for the first one, if only little is above it. */
export function scrollToSection(section: HTMLElement, article: HTMLElement): void {
  scrollToTop(section);
  const isFirst = section === article.querySelector('.section');
  if (isFirst && scrollY < innerHeight / 2) scrollTo(0, 0);
}

/** Whether all of an item is visible. */
export function isFullyInView(item: HTMLElement): boolean {
  const { top, bottom } = item.getBoundingClientRect();
  return top >= barHeight() && bottom <= innerHeight;
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
