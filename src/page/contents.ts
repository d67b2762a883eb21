/** Marks in the table of contents the section that an item stands in, and keeps it in sight there. */
export function markContents(item: Element | undefined): void {
  const id = item?.closest('.section')?.id ?? '';
  const entry = document.querySelector(`.contents [href="#${CSS.escape(id)}"]`);
  document.querySelector('.contents [aria-current]')?.removeAttribute('aria-current');
  entry?.setAttribute('aria-current', 'true');
  const list = entry?.closest('.contents');
  if (!entry || !list) return;
  const { top, bottom } = entry.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  // By hand: the browser's own way would scroll the page as well.
  if (top < frame.top) list.scrollTop -= frame.top - top;
  else if (bottom > frame.bottom) list.scrollTop += bottom - frame.bottom;
}
