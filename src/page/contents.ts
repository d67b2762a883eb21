import type { Parts } from './parts.ts';

/** Marks in the table of contents the section that an item stands in, and keeps it in sight there. */
export class ContentsMark {
  #marked: HTMLElement | undefined;

  forget(): void {
    this.#marked?.removeAttribute('aria-current');
    this.#marked = undefined;
  }

  mark({ contents }: Parts, item: Element | null): void {
    const entry = contents.get(item?.closest('.section')?.id ?? '');
    if (entry === this.#marked) return;
    this.#marked?.removeAttribute('aria-current');
    this.#marked = entry;
    entry?.setAttribute('aria-current', 'true');
    const list = entry?.closest('.contents');
    if (!entry || !list) return;
    const { top, bottom } = entry.getBoundingClientRect();
    const frame = list.getBoundingClientRect();
    // By hand: the browser's own way would scroll the page as well.
    if (top < frame.top) list.scrollTop -= frame.top - top;
    else if (bottom > frame.bottom) list.scrollTop += bottom - frame.bottom;
  }
}
