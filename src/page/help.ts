/** The keys, over the page. Focus goes into them, and back to where it was. */
export class Help {
  get #dialog(): HTMLDialogElement | null {
    return document.querySelector<HTMLDialogElement>('#help');
  }

  get isOpen(): boolean {
    return this.#dialog?.open ?? false;
  }

  toggle(): void {
    if (this.isOpen) this.close();
    else this.#dialog?.showModal();
  }

  /** False where there was nothing to close. */
  close(): boolean {
    if (!this.isOpen) return false;
    this.#dialog?.close();
    return true;
  }

  /** A click on its button, or beside it. */
  isClosedBy(target: Element): boolean {
    return target === this.#dialog || target.closest('#help [data-close]') !== null;
  }
}
