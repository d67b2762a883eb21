import type { Locator } from 'playwright-core';

/**
 * The texts in a page that are not completely visible, because they are wider than what clips them, or
 * beyond the edge of the window, each with the missing width. Not included are texts that end in an
 * ellipsis, which are titles that are shown in full elsewhere, and what can be scrolled.
 */
export function cutOff(body: Locator): Promise<string[]> {
  return body.locator(':scope *:not(.unseen, .unseen *, pre, pre *, .table *)').evaluateAll((elements) =>
    elements.flatMap((element) => {
      const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === 3);
      const { overflowX, textOverflow } = getComputedStyle(element);
      const isSeen = element.checkVisibility({ visibilityProperty: true });
      if (!isSeen || textOverflow === 'ellipsis' || !texts.some(({ nodeValue }) => nodeValue?.trim()))
        return [];
      const hidden = /hidden|clip/.test(overflowX) ? element.scrollWidth - element.clientWidth : 0;
      const missing = Math.max(hidden, Math.round(element.getBoundingClientRect().right) - innerWidth);
      return missing > 0 ? [`${element.classList.value}: ${element.textContent.trim()} (${missing} px)`] : [];
    }),
  );
}
