import type { Spot } from '../reading/place.ts';
import { CitationPopover, referenceOf } from './popover.ts';
import type { Reading } from '../reading/reading.ts';
import { ReferenceTools } from './references.ts';

/** From a claim to its source, and back. */
export class Citations {
  readonly #reading: Reading;
  readonly #popover: CitationPopover;
  readonly #tools: ReferenceTools;
  /** The citation that has led to a reference, and where reading stood. */
  #from: { readonly link: HTMLElement; readonly spot: Spot | undefined } | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#popover = new CitationPopover(reading);
    this.#tools = new ReferenceTools(reading);
  }

  /** What is known of the references has changed. */
  renew(): void {
    this.#tools.fit();
  }

  /** To the reference, where it is in view. */
  follow(link: HTMLElement): void {
    const reference = referenceOf(link, this.#reading.scope);
    if (!reference) {
      this.#popover.show(link);
      return;
    }
    this.forget();
    this.#from = { link, spot: this.#reading.spot };
    const fold = reference.closest('details');
    if (fold) fold.open = true;
    const target = reference.querySelector<HTMLElement>('a[href]') ?? reference;
    if (target === reference) target.tabIndex = -1;
    this.#tools.cameTo(reference);
    target.focus({ preventScroll: true });
    reference.scrollIntoView({ block: 'nearest' });
  }

  /** False where no citation has led anywhere. */
  goBack(): boolean {
    const from = this.#from;
    this.forget();
    if (!from?.link.isConnected) return false;
    this.#reading.returnTo(from.spot);
    from.link.focus({ preventScroll: true });
    return true;
  }

  press(button: HTMLElement): void {
    this.#tools.press(button, () => this.goBack());
  }

  hidePopover(): boolean {
    return this.#popover.hide();
  }

  /** What is shown is something else. */
  forget(): void {
    this.#popover.hide();
    this.#from = undefined;
    this.#tools.cameTo(undefined);
  }

  /** So that the page is as it was rendered. */
  leave(): void {
    this.#popover.hide();
    this.#tools.leave();
  }
}
