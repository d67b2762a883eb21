/** What is wider than the page scrolls in itself: by keyboard too, so it can have the focus. */
export function letTablesScroll(scope: Element | undefined): void {
  for (const element of scope?.querySelectorAll<HTMLElement>('table, pre') ?? []) {
    const isWide = element.scrollWidth > element.clientWidth;
    if (isWide) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  }
}
