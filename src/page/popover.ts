/** How long the pointer may be on its way to the popover, in ms. */
const GRACE = 250;
const MARGIN = 8;

/** Says at a citation what it cites. It can be pointed at as well, and goes with Escape. */
export class CitationPopover {
  readonly #box = document.createElement('div');
  #link: HTMLElement | undefined;
  /** The browser's own tooltip would lie over it. */
  #title = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #scope: () => HTMLElement | null | undefined;

  constructor(scope: () => HTMLElement | null | undefined) {
    this.#scope = scope;
    this.#box.id = 'citation';
    this.#box.className = 'popover';
    this.#box.setAttribute('role', 'tooltip');
    this.#box.setAttribute('popover', 'manual');
    const shown = (event: Event) => {
      const link = citationAt(event.target);
      if (link) this.show(link);
      else if (event.target instanceof Node && this.#box.contains(event.target)) clearTimeout(this.#timer);
      else if (this.#link && document.activeElement !== this.#link) this.#hideSoon();
    };
    document.addEventListener('pointerover', shown);
    document.addEventListener('focusin', shown);
    document.addEventListener('focusout', ({ target }) => {
      if (target === this.#link) this.#hideSoon();
    });
    document.documentElement.addEventListener('pointerleave', () => {
      if (document.activeElement !== this.#link) this.#hideSoon();
    });
    const moved = () => {
      if (this.#link && document.activeElement === this.#link) this.#put(this.#link);
      else this.hide();
    };
    window.addEventListener('scroll', moved, { passive: true });
  }

  show(link: HTMLElement): void {
    clearTimeout(this.#timer);
    if (link === this.#link) return;
    this.hide();
    this.#link = link;
    this.#title = link.title;
    link.removeAttribute('title');
    link.setAttribute('aria-describedby', this.#box.id);
    this.#box.replaceChildren(...this.#cited(link));
    (link.closest('main') ?? document.body).append(this.#box);
    this.#box.showPopover();
    this.#put(link);
  }

  /** False where none was shown. */
  hide(): boolean {
    clearTimeout(this.#timer);
    const link = this.#link;
    if (!link) return false;
    this.#link = undefined;
    link.title = this.#title;
    link.removeAttribute('aria-describedby');
    this.#box.remove();
    return true;
  }

  #hideSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), GRACE);
  }

  /** As the reference itself says it, where it is in view; else as the link does: `Title — host`. */
  #cited(link: HTMLElement): Node[] {
    const reference = referenceOf(link, this.#scope());
    if (!reference) {
      const [, title = this.#title, host = ''] = /^(.*) — (.*?)$/s.exec(this.#title) ?? [];
      return [line(title), ...(host === '' ? [] : [line(host, 'site')])];
    }
    const site = reference.querySelector('.site, .host')?.cloneNode(true);
    return [line(reference.firstChild?.textContent ?? ''), ...(site ? [site] : [])];
  }

  /** Below the citation, or above it where there is no room; and inside the window. */
  #put(link: HTMLElement): void {
    const { left, top, bottom } = link.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#box;
    const isBelow = bottom + height + MARGIN <= window.innerHeight;
    const { style } = this.#box;
    style.setProperty('top', `${isBelow ? bottom + 2 : Math.max(MARGIN, top - height - 2)}px`);
    style.setProperty(
      'left',
      `${Math.max(MARGIN, Math.min(left - MARGIN, window.innerWidth - width - MARGIN))}px`,
    );
  }
}

export function citationAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.citation a[href^="#r-"]') : null;
}

/** The card of the reference that a citation cites, if it is in view. */
export function referenceOf(link: Element, scope: Element | null | undefined): HTMLElement | null {
  const [, index] = /^#r-(\d+)$/.exec(link.getAttribute('href') ?? '') ?? [];
  return index === undefined ? null : (scope?.querySelector<HTMLElement>(`.reference.r-${index}`) ?? null);
}

function line(text: string, kind = ''): HTMLElement {
  const element = document.createElement('div');
  element.className = kind;
  element.dir = 'auto';
  element.textContent = text;
  return element;
}
