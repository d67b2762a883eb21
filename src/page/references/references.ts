import { fill } from '../../base/fill.ts';
import type { ReferenceAction } from '../../reader/messages.ts';
import { find } from '../find.ts';
import type { Reading } from '../reading/reading.ts';

/** The single toolbar for all references. It moves to the reference with the pointer or the focus. */
export class ReferenceTools {
  readonly #tools = find('.reference-tools', (find('#tools') as HTMLTemplateElement).content);
  readonly #reading: Reading;
  /** The reference that a citation has led to, and that offers the way back. */
  #cited: Element | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
    // The toolbar follows the pointer, but the focus stays in the text.
    this.#tools.addEventListener('mousedown', (event) => {
      event.preventDefault();
    });
    document.addEventListener('focusin', ({ target }) => {
      this.#moveTo(target);
    });
    document.addEventListener('pointerover', ({ target }) => {
      // A user who is using the toolbar by keyboard keeps it.
      if (!this.#tools.contains(document.activeElement)) this.#moveTo(target);
    });
  }

  /** A citation has led to this reference, which now offers the way back. */
  setCited(reference: Element | undefined): void {
    this.#cited = reference;
    if (reference) this.#moveTo(reference);
    this.update();
  }

  /** Removes the toolbar, so that the page is as it was rendered. */
  remove(): void {
    this.#tools.remove();
  }

  /** Handles a click on one of its buttons. `back` returns to the citation. */
  press(button: HTMLElement, back: () => void): void {
    // The buttons are our own, and the extension validates the messages.
    const action = button.dataset['action'] as ReferenceAction | 'back';
    const index = indexOf(button.closest('.reference'));
    if (action === 'back') back();
    else if (index !== undefined) this.#reading.send({ type: 'reference', action, index });
  }

  /** Hides the actions that the toolbar's reference does not have. */
  update(): void {
    const reference = this.#tools.parentElement;
    if (!reference) return;
    const { status, strings } = this.#reading.data;
    const hasLink = reference.querySelector('a[href]') !== null;
    const index = indexOf(reference);
    const count = status.cited.find(([cited]) => cited === index)?.[1] ?? 0;
    this.#setOffered('open', hasLink);
    this.#setOffered('copyLink', hasLink);
    this.#setOffered('back', reference === this.#cited);
    const citing = this.#setOffered('citing', count > 0);
    citing.title = citing.ariaLabel = count === 1 ? strings.citingOne : fill(strings.citing, count);
    find('.cited', citing).textContent = String(count);
  }

  #moveTo(target: EventTarget | null): void {
    const reference = target instanceof Element ? target.closest('.reference') : null;
    if (!reference || indexOf(reference) === undefined || this.#tools.parentElement === reference) return;
    reference.append(this.#tools);
    this.update();
  }

  #setOffered(action: string, isOffered: boolean): HTMLElement {
    const button = find(`[data-action="${action}"]`, this.#tools);
    button.hidden = !isOffered;
    return button;
  }
}

/** `<li class="reference r-3">` -> 3, its index among the briefing's references. */
function indexOf(reference: Element | null): number | undefined {
  const [, index] = /\br-(\d+)/.exec(reference?.className ?? '') ?? [];
  return index === undefined ? undefined : Number(index);
}
