/** How long the focus may be on its way, in ms: VS Code itself gives it once more after 50. */
const ON_ITS_WAY = 150;

/**
 * Takes the focus that VS Code has given to this page, where it does not come by itself: a sidebar that is drawn anew
 * just then keeps it, and what VS Code knows of who has it may be late.
 */
export async function insistOnFocus(): Promise<void> {
  if (!(await focusComes(ON_ITS_WAY))) window.focus();
}

/** Waits for the focus, for at most so many ms. False where it has not come. */
export async function focusComes(patience: number): Promise<boolean> {
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
    }, patience);
  });
}
