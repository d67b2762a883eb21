import type { ReaderView } from '../../reader/messages.ts';
import { anchorAt, type ScrollAnchor, scrollToAnchor } from './scrollAnchor.ts';
import { barHeight } from './scrolling.ts';

/**
 * The position of the reading line in the whole view, as a fraction of the window's height. The item on this line is
 * the current one, and stays on it if the layout changes. In the item view, the line is just below the bar.
 */
export const READING_LINE = 0.3;

/** Measures the reading position on the reading line, and scrolls to it. */
export class ScrollPosition {
  readonly #shown: { readonly view: ReaderView; readonly scope: HTMLElement | undefined };
  /**
   * The position as it was measured before any layout change: a layout that has just changed would give a wrong one.
   */
  anchor: ScrollAnchor | undefined;
  /** The scroll offset that we have last set or seen, in px. Any other offset means that the user scrolled. */
  #scrollY = 0;

  /** `shown`: what is on screen now. */
  constructor(shown: { readonly view: ReaderView; readonly scope: HTMLElement | undefined }) {
    this.#shown = shown;
  }

  measure(): void {
    const { scope } = this.#shown;
    this.anchor = scope && anchorAt(scope, this.#line);
  }

  /** Scrolls to a position, if there is one. Returns false if its item no longer exists. */
  to(anchor: ScrollAnchor | undefined): boolean {
    const { scope } = this.#shown;
    return anchor !== undefined && scope !== undefined && scrollToAnchor(scope, anchor, this.#line);
  }

  /** Measures the position if the user has scrolled since the last call. Returns whether that is so. */
  update(): boolean {
    if (Math.abs(scrollY - this.#scrollY) <= 1) return false;
    this.markSeen();
    this.measure();
    return true;
  }

  /** Records the current scroll offset, which the user has not set. */
  markSeen(): void {
    this.#scrollY = scrollY;
  }

  /** The distance of the reading line from the top of the window, in px. */
  get #line(): number {
    return this.#shown.view === 'whole' ? READING_LINE * innerHeight : barHeight();
  }
}
