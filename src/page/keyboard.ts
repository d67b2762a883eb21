import { find } from './find.ts';

/**
 * VS Code hears every key that the page leaves alone, and the reader's keys are commands there: `heard` comes before
 * that. The page keeps a few: Enter and Space are a link's, a button's or a fold's own, what is typed into an input is the
 * input's, and Escape is the page's while there is something to leave. Space scrolls by a command, and Alt+Left goes back
 * by one, so the browser must not do it as well.
 */
export function keepOwnKeys(
  escape: () => boolean,
  heard: () => void,
  focus: { readonly isSettled: boolean },
): void {
  const down = new Set<string>();
  window.addEventListener('blur', () => {
    down.clear();
  });
  document.addEventListener('keyup', ({ code }) => {
    down.delete(code);
  });
  document.addEventListener('keydown', (event) => {
    const { code, key, target, repeat } = event;
    if (!(target instanceof Element)) return;
    // It has been held since before the page had the focus: an Enter that chose a command.
    if (repeat && !down.has(code)) {
      event.stopPropagation();
      event.preventDefault();
      return;
    }
    down.add(code);
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isOwn =
      key === 'Escape'
        ? escape()
        : target.closest('input, textarea, select, [contenteditable]')
          ? isPlain
          : isControls(key, target);
    if (isOwn) {
      event.stopPropagation();
      // A box may be about to open that it is meant for.
      if (isControls(key, target) && !focus.isSettled) event.preventDefault();
      return;
    }
    if ((key === ' ' && isPlain) || (event.altKey && /^Arrow[LR]/.test(key))) event.preventDefault();
    if (!repeat) heard();
  });
}

function isControls(key: string, target: Element): boolean {
  const controls = key === 'Enter' ? 'a[href], button, summary' : key === ' ' ? 'button, summary' : null;
  return controls !== null && target.closest(controls) !== null;
}

/** The keys, over the page. Focus goes into them, and back to where it was. */
export class Help {
  readonly #dialog = find('#help') as HTMLDialogElement;

  toggle(): void {
    if (!this.close()) this.#dialog.showModal();
  }

  /** False where there was nothing to close. */
  close(): boolean {
    const wasOpen = this.#dialog.open;
    this.#dialog.close();
    return wasOpen;
  }

  /** A click on its button, or beside it. */
  isClosedBy(target: Element): boolean {
    return target === this.#dialog || target.closest('[data-close]') !== null;
  }
}
