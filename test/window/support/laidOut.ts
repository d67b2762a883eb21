import type { FrameLocator } from 'playwright-core';

/** Waits until a page has its fonts, is at most this wide (in px), and has the same layout in two frames. */
export function laidOut(page: FrameLocator, width = Infinity): Promise<void> {
  return page.locator('html').evaluate(async (html, wanted) => {
    await document.fonts.ready;
    for (let before = '', now = ' '; before !== now || html.clientWidth > wanted;) {
      before = now;
      for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
      now = [html.clientWidth, html.scrollWidth, html.scrollHeight, scrollY].join();
    }
  }, width);
}
