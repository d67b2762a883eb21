import type { Place } from '../reader/messages.ts';

/** Everything whose place is kept, in document order: takeaways and sections of the article, or a card. */
const ITEMS = '.section[id], .takeaway[id], .card';

/** Where the top of the window stands: in the last item that begins above it, and how far into that (0 to 1). */
export function offsetInView(scope: Element | null): Place | undefined {
  const items = itemsIn(scope);
  const above = items.filter((item) => item.getBoundingClientRect().top <= 0).at(-1) ?? items[0];
  if (!above) return undefined;
  const { top, height } = above.getBoundingClientRect();
  return { id: idOf(above), offset: height > 0 ? Math.min(1, Math.max(0, -top / height)) : 0 };
}

/** Puts a place at the top of the window again, whatever its size is now. False where its item is gone. */
export function scrollToPlace(scope: Element | null, { id, offset }: Place): boolean {
  const item = itemsIn(scope).find((one) => idOf(one) === id);
  if (!item) return false;
  const { top, height } = item.getBoundingClientRect();
  // At the very start of an item the way leads to the top of the page, if that is near.
  window.scrollTo(0, offset === 0 && itemsIn(scope)[0] === item ? 0 : window.scrollY + top + offset * height);
  return true;
}

function itemsIn(scope: Element | null): HTMLElement[] {
  if (!scope) return [];
  const inside = [...scope.querySelectorAll<HTMLElement>(ITEMS)];
  return scope instanceof HTMLElement && scope.matches(ITEMS) ? [scope, ...inside] : inside;
}

function idOf(item: HTMLElement): string {
  return item.dataset['id'] ?? item.id;
}
