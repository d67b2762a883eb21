import { fill } from '../../base/fill.ts';
import type { ReferenceAction } from '../../reader/messages.ts';
import { find } from '../find.ts';
import type { Reading } from '../reading/reading.ts';

/** The one toolbar of all references: it goes to the one that the pointer is on, or the focus. */
export class ReferenceTools {
  readonly #tools = find('.reference-tools', (find('#tools') as HTMLTemplateElement).content);
  readonly #reading: Reading;
  /** The reference that a citation has led to. */
  #cited: Element | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
    // The focus stays with what is read: the toolbar goes where the pointer goes.
    this.#tools.addEventListener('mousedown', (event) => {
      event.preventDefault();
    });
    document.addEventListener('focusin', ({ target }) => {
      this.#follow(target);
    });
    document.addEventListener('pointerover', ({ target }) => {
      // It is not taken away from who is using it by keyboard.
      if (!this.#tools.contains(document.activeElement)) this.#follow(target);
    });
  }

  /** A citation has led here: from here there is a way back. */
  cameTo(reference: Element | undefined): void {
    this.#cited = reference;
    if (reference) this.#follow(reference);
    this.fit();
  }

  /** So that the page is as it was rendered. */
  leave(): void {
    this.#tools.remove();
  }

  /** A button of it was pressed. `back` leads to the citation. */
  press(button: HTMLElement, back: () => void): void {
    // The buttons are our own, and the extension looks at what it is told.
    const action = button.dataset['action'] as ReferenceAction | 'back';
    const index = indexOf(button.closest('.reference'));
    if (action === 'back') back();
    else if (index !== undefined) this.#reading.tell({ type: 'reference', action, index });
  }

  /** What cannot be done with the reference that it stands at is not offered. */
  fit(): void {
    const reference = this.#tools.parentElement;
    if (!reference) return;
    const { status, strings } = this.#reading.data;
    const hasLink = reference.querySelector('a[href]') !== null;
    const index = indexOf(reference);
    const count = status.cited.find(([cited]) => cited === index)?.[1] ?? 0;
    this.#offer('open', hasLink);
    this.#offer('copyLink', hasLink);
    this.#offer('back', reference === this.#cited);
    const citing = this.#offer('citing', count > 0);
    citing.title = citing.ariaLabel = count === 1 ? strings.citingOne : fill(strings.citing, count);
    find('.cited', citing).textContent = String(count);
  }

  #follow(target: EventTarget | null): void {
    const reference = target instanceof Element ? target.closest('.reference') : null;
    if (!reference || indexOf(reference) === undefined || this.#tools.parentElement === reference) return;
    reference.append(this.#tools);
    this.fit();
  }

  #offer(action: string, isOffered: boolean): HTMLElement {
    const button = find(`[data-action="${action}"]`, this.#tools);
    button.hidden = !isOffered;
    return button;
  }
}

/** `<li class="reference r-3">` -> 3, its number in the briefing. */
function indexOf(reference: Element | null): number | undefined {
  const [, index] = /\br-(\d+)/.exec(reference?.className ?? '') ?? [];
  return index === undefined ? undefined : Number(index);
}
