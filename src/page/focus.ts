import { type FocusState, FOCUS_SETTLE_MS } from '../reader/messages.ts';

/** How long the focus may take to arrive, in ms: VS Code itself gives it a second time after 50. */
const ARRIVAL_TIME = 150;
/**
 * Maximum age of a request for the focus, in ms: later, the focus may be in a box that was opened in the meantime, and
 * taking it would close that box.
 */
const MAX_AGE = 1000;

/**
 * Takes the focus that VS Code has given to this page, if it does not arrive by itself: if the sidebar is redrawn at
 * that moment, it keeps the focus, and VS Code's own state may be stale. `givenAt`: in ms since 1970.
 */
export async function ensureFocus(givenAt: number): Promise<void> {
  if (!(await waitForFocus(ARRIVAL_TIME)) && Date.now() - givenAt < MAX_AGE) window.focus();
}

/** Waits for the focus, for at most `timeout` ms. Resolves to false if it has not arrived. */
export async function waitForFocus(timeout: number): Promise<boolean> {
  if (document.hasFocus()) return true;
  return new Promise((resolve) => {
    window.addEventListener(
      'focus',
      () => {
        resolve(true);
      },
      { once: true },
    );
    setTimeout(resolve, timeout, false);
  });
}

/** Tracks and reports whether the page has the focus. Keys typed after a click are certainly meant for the page. */
export class FocusTracker {
  readonly #report: (state: FocusState) => void;
  #isClick = false;
  /** When the focus came back by itself, by the page's clock. */
  #returnedAt = -FOCUS_SETTLE_MS;

  constructor(report: (state: FocusState) => void) {
    this.#report = report;
    const onPointerDown = ({ isTrusted }: Event) => {
      // Ignores events that a script has made.
      if (!isTrusted) return;
      this.#isClick = true;
      setTimeout(() => (this.#isClick = false));
      this.setGiven();
    };
    window.addEventListener('pointerdown', onPointerDown, true);
    window.addEventListener('focus', () => {
      if (this.#isClick) return;
      this.#returnedAt = performance.now();
      report('returned');
    });
    window.addEventListener('blur', () => {
      report('lost');
    });
  }

  /** The page was given the focus, or clicked. */
  setGiven(): void {
    this.#returnedAt = -FOCUS_SETTLE_MS;
    this.#report('given');
  }

  /** Whether keys typed now are meant for the page, and not for a box that is about to open. */
  get isSettled(): boolean {
    return performance.now() - this.#returnedAt >= FOCUS_SETTLE_MS;
  }
}
