import { find } from './find.ts';

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
