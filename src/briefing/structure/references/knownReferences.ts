import type { NamedLink } from '../../blocks/links.ts';
import type { Reference } from '../../model.ts';
import { safeUrl, siteOf } from '../../text/links/safeUrl.ts';
import type { Finder } from '../../text/sourceText.ts';
import { foldTitle } from '../../text/vocabulary.ts';

/** Where words stand. */
export type Place = Pick<Finder, 'find'>;

/**
 * References by their pages, each of which is held once: the first to name it gives its title. What has only a site goes
 * by its title too: `cgtn.com` under two titles is two sources.
 */
export class KnownReferences {
  readonly #all: Reference[] = [];
  /** Those that are called as their sites are, for want of a title. */
  readonly #nameless = new Set<Reference>();
  readonly #hrefs = new Map<string, string>();
  /** By the page; a site alone by itself for the first of its titles, and with each of them. */
  readonly #byUrl = new Map<string, Reference>();
  /** Those that lines name without an address, by their folded titles. */
  readonly #named = new Map<string, Reference>();

  get all(): readonly Reference[] {
    return this.#all;
  }

  /** What a link leads to: where that is a site alone, the source of the link's own words before any other. */
  linked({ href, name }: NamedLink): Reference | undefined {
    return this.#known(href, name) ?? this.#byUrl.get(href);
  }

  /** Whether a link leads to one of them; it may give it its title. */
  knows({ href, name }: NamedLink): boolean {
    const known = this.#known(href, name);
    if (known) this.#name(known, name);
    return known !== undefined;
  }

  /** `site`: whose page it is, where that is said beside it. */
  addLink(place: Place, { url, href, host, name }: NamedLink, site = host): void {
    this.#hrefs.set(url, href);
    this.add(place, name, url, site);
  }

  /** The reference that an address and a title stand for; any title of a page, and a site under that title only. */
  #known(href: string, title: string | undefined): Reference | undefined {
    return this.#byUrl.get(title !== undefined && isSite(href) ? titled(href, title) : href);
  }

  /** The URL as a browser spells it: the same page, the same reference. '' for what must not be live. */
  href(url: string): string {
    const known = this.#hrefs.get(url);
    if (known !== undefined) return known;
    const href = safeUrl(url)?.href ?? '';
    this.#hrefs.set(url, href);
    return href;
  }

  /** `Source: Reuters` below ten stories is one source. */
  addNamed(finder: Finder, title: string): Reference {
    const name = foldTitle(title) || title;
    const reference = this.#named.get(name) ?? this.add(finder, title, undefined);
    this.#named.set(name, reference);
    return reference;
  }

  add(place: Place, title: string | undefined, url: string | undefined, site?: string): Reference {
    const href = url === undefined ? '' : this.href(url);
    const known = url === undefined ? undefined : this.#known(href, title);
    if (known) {
      this.#name(known, title);
      return known;
    }
    const shown = site ?? (url === undefined ? undefined : siteOf(url));
    const words = title ?? shown ?? url ?? '';
    const reference: Reference = {
      title: words,
      ...(url !== undefined && { url }),
      ...(shown !== undefined && { site: shown }),
      range: place.find(title ?? url ?? ''),
    };
    this.#all.push(reference);
    if (title === undefined && !isSite(href)) this.#nameless.add(reference);
    if (url !== undefined && !this.#byUrl.has(href)) this.#byUrl.set(href, reference);
    if (isSite(href)) this.#byUrl.set(titled(href, words), reference);
    return reference;
  }

  /** A page that was known by its address gets the first title that it is given. */
  #name(reference: Reference, title: string | undefined): void {
    if (title !== undefined && this.#nameless.delete(reference)) Object.assign(reference, { title });
  }
}

/** `https://cgtn.com/`: no page of it. */
export function isSite(href: string): boolean {
  return /^https?:\/\/[^/]+\/$/.test(href);
}

/** A site under a title. No address has a space in it. */
function titled(href: string, title: string): string {
  return `${href} ${foldTitle(title) || title}`;
}
