import { type FocusState, FOCUS_SETTLE_MS } from '../reader/messages.ts';

/** How long the focus may take to come, in ms: VS Code itself gives it once more after 50. */
const ARRIVAL_TIME = 150;
/** After so long, in ms, the focus may be in a box that was opened meanwhile, and taking it would close that box. */
const MAX_AGE = 1000;

/**
 * Takes the focus that VS Code has given to this page, where it does not come by itself: a sidebar that is redrawn at
 * that moment keeps it, and what VS Code knows of who has it may be outdated. `given`: when it was given, in ms since 1970.
 */
export async function ensureFocus(givenAt: number): Promise<void> {
  if (!(await waitForFocus(ARRIVAL_TIME)) && Date.now() - givenAt < MAX_AGE) window.focus();
}

/** Waits for the focus, for at most `patience` ms. Resolves to false where it has not come. */
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
    setTimeout(() => {
      resolve(false);
    }, timeout);
  });
}

/** Tracks and reports whether the page has the focus. What is typed after a click is certainly meant for the page. */
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
