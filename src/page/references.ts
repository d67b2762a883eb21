import { fill } from '../reader/fill.ts';
import type { ReadingStatus, ReferenceAction } from '../reader/messages.ts';
import type { Tell } from './api.ts';
import type { PageData } from './pageData.ts';

/** The one toolbar of all references: it goes to the one that the pointer is on, or the focus. */
export class ReferenceTools {
  readonly #tools: HTMLElement | null;
  readonly #tell: Tell;
  /** What was told last, and the reference that a citation has led to. */
  #status: ReadingStatus | undefined;
  #strings: PageData['strings'] | undefined;
  #cited: Element | undefined;

  constructor(tell: Tell) {
    this.#tell = tell;
    const template = document.querySelector<HTMLTemplateElement>('#tools');
    this.#tools = template?.content.querySelector<HTMLElement>('.reference-tools') ?? null;
    // The focus stays with what is read: the toolbar goes where the pointer goes.
    this.#tools?.addEventListener('mousedown', (event) => {
      event.preventDefault();
    });
    document.addEventListener('focusin', ({ target }) => {
      this.#follow(target);
    });
    document.addEventListener('pointerover', ({ target }) => {
      // It is not taken away from who is using it by keyboard.
      if (!this.#tools?.contains(document.activeElement)) this.#follow(target);
    });
  }

  know(status: ReadingStatus, strings: PageData['strings']): void {
    this.#status = status;
    this.#strings = strings;
    this.#fit();
  }

  /** A citation has led here: from here there is a way back. */
  cameTo(reference: Element | undefined): void {
    this.#cited = reference;
    if (reference) this.#follow(reference);
    else this.#fit();
  }

  /** So that the page is as it was rendered. */
  leave(): void {
    this.#tools?.remove();
  }

  /** A button of it was pressed. `back` leads to the citation. */
  press(button: HTMLElement, back: () => void): void {
    // The buttons are our own, and the extension looks at what it is told.
    const action = button.dataset['action'] as ReferenceAction | 'back';
    const index = indexOf(button.closest('.reference'));
    if (action === 'back') back();
    else if (index !== undefined) this.#tell({ type: 'reference', action, index });
  }

  #follow(target: EventTarget | null): void {
    const reference = target instanceof Element ? target.closest('.reference') : null;
    if (!reference || indexOf(reference) === undefined || this.#tools?.parentElement === reference) return;
    if (this.#tools) reference.append(this.#tools);
    this.#fit();
  }

  /** What cannot be done with this reference is not offered. */
  #fit(): void {
    const reference = this.#tools?.parentElement;
    if (!reference) return;
    const hasLink = reference.querySelector('a[href]') !== null;
    const index = indexOf(reference);
    const count = this.#status?.cited.find(([cited]) => cited === index)?.[1] ?? 0;
    this.#show('open', hasLink);
    this.#show('copyLink', hasLink);
    this.#show('back', reference === this.#cited);
    const citing = this.#show('citing', count > 0);
    const { citing: many = '', citingOne = '' } = this.#strings ?? {};
    const name = count === 1 ? citingOne : fill(many, count);
    citing?.setAttribute('title', name);
    citing?.setAttribute('aria-label', name);
    const shown = citing?.querySelector('.cited');
    if (shown) shown.textContent = String(count);
  }

  #show(action: string, isShown: boolean): HTMLElement | null {
    const button = this.#tools?.querySelector<HTMLElement>(`[data-action="${action}"]`) ?? null;
    if (button) button.hidden = !isShown;
    return button;
  }
}

/** `<li class="reference r-3">` -> 3, its number in the briefing. */
function indexOf(reference: Element | null | undefined): number | undefined {
  const [, index] = /(?:^| )r-(\d+)(?: |$)/.exec(reference?.className ?? '') ?? [];
  return index === undefined ? undefined : Number(index);
}
