import type { ReadingPosition } from '../../reader/messages.ts';

/** The elements that a position refers to in the whole view, in document order. In the item view it is the card. */
export const ITEMS = ':is(.passage, .takeaway)[id]';

/** The blocks of text: finer than items, to restore a position exactly after the layout has changed. */
const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, pre, tr, img';

/** A reading position, and the block of text that it is in. It is exact as long as that block is in the page. */
export interface ScrollAnchor extends ReadingPosition {
  readonly block?: { readonly element: Element; readonly offset: number };
}

/**
 * Returns the position of a line across the window, given by its distance from the top: the item, and how far into it.
 */
export function anchorAt(scope: HTMLElement, line: number): ScrollAnchor {
  const items = [...scope.querySelectorAll<HTMLElement>(ITEMS)];
  const begun = lastAbove(items, line);
  const item = begun ? itemAtLine(begun, line) : scope;
  // At the very top of the page, the position is the beginning, wherever the line is.
  if ([scope, items[0]].includes(item) && scrollY === 0) return { id: idOf(item), offset: 0 };
  const element = lastAbove([...item.querySelectorAll(BLOCKS)], line);
  return {
    id: idOf(item),
    offset: Math.min(1, Math.max(0, offsetIn(item, line))),
    ...(element && { block: { element, offset: offsetIn(element, line) } }),
  };
}

/**
 * Scrolls an anchor to a line across the window, whatever its size is now. Returns false if its item no longer exists.
 */
export function scrollToAnchor(
  scope: HTMLElement,
  { id, offset, block }: ScrollAnchor,
  line: number,
): boolean {
  if (block && scope.contains(block.element)) {
    scrollTo(0, pageOffset(block.element, block.offset) - line);
    return true;
  }
  const items = [scope, ...scope.querySelectorAll<HTMLElement>(ITEMS)];
  const number = items.findIndex((one) => idOf(one) === id);
  const item = items[number];
  if (!item) return false;
  const top = pageOffset(item, offset) - line;
  // The very first item is shown from the top of the page, if that is near.
  scrollTo(0, offset === 0 && number < 2 && top < innerHeight ? 0 : top);
  return true;
}

/** The id of the item that now contains an anchor's block; undefined if the block is no longer in the page. */
export function idAtAnchor(scope: HTMLElement, { block }: ScrollAnchor): string | undefined {
  if (!block || !scope.contains(block.element)) return undefined;
  return idOf(block.element.closest<HTMLElement>(ITEMS) ?? scope);
}

/** The id of an item; '' for the article. */
export function idOf(item: HTMLElement): string {
  return item.dataset['id'] ?? item.id;
}

/** Returns the last element that begins above a line, by binary search: the elements begin in order. */
function lastAbove<E extends Element>(elements: readonly E[], line: number): E | undefined {
  let from = 0;
  let to = elements.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const top = elements[middle]?.getBoundingClientRect().top ?? 0;
    // Scroll positions are fractions of a pixel.
    if (top <= line + 1) from = middle + 1;
    else to = middle;
  }
  return elements[from - 1];
}

/**
 * Returns the innermost item that the line is in. An item that ends above the line does not count, but its parent may.
 */
function itemAtLine(begun: HTMLElement, line: number): HTMLElement {
  let item: HTMLElement | null | undefined = begun;
  while (item && item.getBoundingClientRect().bottom < line)
    item = item.parentElement?.closest<HTMLElement>(ITEMS);
  return item ?? begun;
}

function offsetIn(element: Element, line: number): number {
  const { top, height } = element.getBoundingClientRect();
  return height > 0 ? (line - top) / height : 0;
}

/** The distance of a point in an element from the top of the page, in px. */
function pageOffset(element: Element, offset: number): number {
  const { top, height } = element.getBoundingClientRect();
  return scrollY + top + offset * height;
}
