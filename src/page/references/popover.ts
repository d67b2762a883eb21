import type { Reading } from '../reading/reading.ts';

/** How long the pointer may take to move from the citation to the popover, in ms. */
const HIDE_DELAY = 250;
const MARGIN = 8;

/** Shows the cited reference next to a citation. The pointer can move onto it, and Escape hides it. */
export class CitationPopover {
  readonly #reading: Reading;
  readonly #box = document.createElement('div');
  #link: HTMLElement | undefined;
  /** The link's own `title`, taken off while the popover is shown: the browser's tooltip would cover it. */
  #title = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
    Object.assign(this.#box, { id: 'citation', className: 'popover', role: 'tooltip', popover: 'manual' });
    const onPointerOrFocus = ({ target }: Event) => {
      const link = citationAt(target);
      if (link) this.show(link);
      else if (target instanceof Node && this.#box.contains(target)) clearTimeout(this.#timer);
      else if (!this.#hasFocus) this.#hideSoon();
    };
    document.addEventListener('pointerover', onPointerOrFocus);
    document.addEventListener('focusin', onPointerOrFocus);
    document.addEventListener('focusout', ({ target }) => {
      if (target === this.#link) this.#hideSoon();
    });
    document.documentElement.addEventListener('pointerleave', () => {
      if (!this.#hasFocus) this.#hideSoon();
    });
    window.addEventListener('scroll', () => {
      if (this.#hasFocus) this.#position();
      else this.hide();
    });
  }

  show(link: HTMLElement): void {
    clearTimeout(this.#timer);
    if (link === this.#link) return;
    this.hide();
    this.#link = link;
    this.#title = link.title;
    link.removeAttribute('title');
    link.setAttribute('aria-describedby', this.#box.id);
    this.#box.replaceChildren();
    for (const line of this.#linesFor(link)) this.#box.append(line);
    (link.closest('main') ?? document.body).append(this.#box);
    this.#box.showPopover();
    this.#position();
  }

  /** Returns false if none was shown. */
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

  get #hasFocus(): boolean {
    return document.activeElement === this.#link;
  }

  #hideSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), HIDE_DELAY);
  }

  /** The lines of the popover: from the reference if it is on screen, or else from the link's title, `Title — host`. */
  #linesFor(link: HTMLElement): Node[] {
    const reference = referenceOf(link, this.#reading.scope);
    if (!reference) {
      const [, title = this.#title, host = ''] = /^(.*) — (.*?)$/s.exec(this.#title) ?? [];
      return [line(title), ...(host === '' ? [] : [line(host, 'site')])];
    }
    const site = reference.querySelector('.site, .host')?.cloneNode(true);
    return [
      line((reference.querySelector('a') ?? reference.firstChild)?.textContent),
      ...(site ? [site] : []),
    ];
  }

  /** Positions the popover below the citation, or above it if there is no room, and inside the window. */
  #position(): void {
    const { left = 0, top = 0, bottom = 0 } = this.#link?.getBoundingClientRect() ?? {};
    const { offsetWidth: width, offsetHeight: height, style } = this.#box;
    const isBelow = bottom + height + MARGIN <= innerHeight;
    const maxLeft = innerWidth - width - MARGIN;
    style.top = `${isBelow ? bottom + 2 : Math.max(MARGIN, top - height - 2)}px`;
    style.left = `${Math.max(MARGIN, Math.min(left - MARGIN, maxLeft))}px`;
  }
}

export function citationAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.citation a[href^="#r-"]') : null;
}

/**
 * The element of the reference that a citation cites, if it is on screen. `kind`: '' also for a paragraph that names it,
 * if it has no element of its own.
 */
export function referenceOf(
  link: Element,
  scope: Element | undefined,
  kind: '.reference' | '' = '.reference',
): HTMLElement | null {
  return scope?.querySelector<HTMLElement>(`${kind}.${String(link.getAttribute('href')).slice(1)}`) ?? null;
}

function line(text: string | null | undefined, className = ''): HTMLElement {
  return Object.assign(document.createElement('div'), { className, dir: 'auto', textContent: text });
}
