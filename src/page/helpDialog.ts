import { find } from './find.ts';

/** The list of keys, over the page. The dialog takes the focus, and gives it back when it closes. */
export class HelpDialog {
  readonly #dialog = find('#help') as HTMLDialogElement;

  toggle(): void {
    if (!this.close()) this.#dialog.showModal();
  }

  /** Returns false if it was closed already. */
  close(): boolean {
    const wasOpen = this.#dialog.open;
    this.#dialog.close();
    return wasOpen;
  }

  /** Whether a click was on the close button, or outside of the dialog. */
  isClosedBy(target: Element): boolean {
    return target === this.#dialog || target.closest('[data-close]') !== null;
  }
}
