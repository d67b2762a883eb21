import type { ScrollAnchor } from '../reading/scrollAnchor.ts';
import { CitationPopover, referenceOf } from './popover.ts';
import type { Reading } from '../reading/reading.ts';
import { ReferenceTools } from './references.ts';

/** Leads from a citation to its reference, and back. */
export class Citations {
  readonly #reading: Reading;
  readonly #popover: CitationPopover;
  readonly #tools: ReferenceTools;
  /** The citation that was followed, and the reading position before that. */
  #origin: { readonly link: HTMLElement; readonly spot: ScrollAnchor | undefined } | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#popover = new CitationPopover(reading);
    this.#tools = new ReferenceTools(reading);
  }

  /** Updates the actions after the status of the references has changed. */
  refresh(): void {
    this.#tools.update();
  }

  /** Goes to the reference of a citation, or shows it in the popover if it is not on screen. */
  follow(link: HTMLElement): void {
    const { scope } = this.#reading;
    const place = referenceOf(link, scope) ?? referenceOf(link, scope, '');
    if (!place) {
      this.#popover.show(link);
      return;
    }
    this.reset();
    this.#origin = { link, spot: this.#reading.anchor };
    const fold = place.closest('details');
    if (fold) fold.open = true;
    const target = place.querySelector<HTMLElement>(':scope.reference a[href]') ?? place;
    if (target === place) target.tabIndex = -1;
    this.#tools.setCited(place);
    target.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'nearest' });
  }

  /** Returns false if no citation was followed. */
  goBack(): boolean {
    const from = this.#origin;
    this.reset();
    if (!from?.link.isConnected) return false;
    this.#reading.scrollTo(from.spot);
    from.link.focus({ preventScroll: true });
    return true;
  }

  press(button: HTMLElement): void {
    this.#tools.press(button, () => this.goBack());
  }

  hidePopover(): boolean {
    return this.#popover.hide();
  }

  /** Resets state after the visible content has changed. */
  reset(): void {
    this.#popover.hide();
    this.#origin = undefined;
    this.#tools.setCited(undefined);
  }

  /** Removes the elements that the script has added, so that the page is as it was rendered. */
  remove(): void {
    this.#popover.hide();
    this.#tools.remove();
  }
}
