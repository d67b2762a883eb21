import type { NamedLink } from '../../blocks/links.ts';
import type { Reference } from '../../model.ts';
import { safeUrl, siteOf } from '../../text/links/safeUrl.ts';
import type { Finder } from '../../text/sourceText.ts';
import { foldTitle } from '../../text/vocabulary.ts';

/** Finds the range of words in the source. */
export type RangeFinder = Pick<Finder, 'find'>;

/**
 * The references of a text, one for each page; its title is the first one that the page is given. A site without a
 * page is identified by its title as well: `cgtn.com` under two titles is two sources.
 */
export class KnownReferences {
  readonly #all: Reference[] = [];
  /** References that have been given no title so far, and so are called after their sites. */
  readonly #nameless = new Set<Reference>();
  readonly #hrefs = new Map<string, string>();
  /** By URL. A site alone has its first title's reference here, and one entry for each of its titles (see `titled`). */
  readonly #byUrl = new Map<string, Reference>();
  /** References that lines name without an address, by their folded titles. */
  readonly #named = new Map<string, Reference>();

  get all(): readonly Reference[] {
    return this.#all;
  }

  /**
   * Returns the reference that a link leads to; of a site alone, preferably the one that has the link's words as its
   * title.
   */
  linked({ href, name }: NamedLink): Reference | undefined {
    return this.#known(href, name) ?? this.#byUrl.get(href);
  }

  /**
   * Whether a link leads to a known reference. If that has no title so far, the link's words become its title. Words
   * before an address do not: they may be a program's remark about the page.
   */
  knows({ href, name, ownName }: NamedLink): boolean {
    const known = this.#known(href, name);
    if (known) this.#name(known, ownName);
    return known !== undefined;
  }

  /** `site`: the name of the page's site, if the text gives it beside the link. */
  addLink(place: RangeFinder, { url, href, host, name }: NamedLink, site = host): void {
    this.#hrefs.set(url, href);
    this.add(place, name, url, site);
  }

  /** The reference with an address and a title. A page matches under any title, a site alone only under its own. */
  #known(href: string, title: string | undefined): Reference | undefined {
    return this.#byUrl.get(title !== undefined && isSite(href) ? titled(href, title) : href);
  }

  /** The URL as a browser normalizes it, so that one page is one reference; '' if it must not be live. */
  href(url: string): string {
    const known = this.#hrefs.get(url);
    if (known !== undefined) return known;
    const href = safeUrl(url)?.href ?? '';
    this.#hrefs.set(url, href);
    return href;
  }

  /** Adds a source without an address, each name once: `Source: Reuters` below ten stories is one source. */
  addNamed(finder: Finder, title: string): Reference {
    const name = foldTitle(title) || title;
    const reference = this.#named.get(name) ?? this.add(finder, title, undefined);
    this.#named.set(name, reference);
    return reference;
  }

  add(place: RangeFinder, title: string | undefined, url: string | undefined, site?: string): Reference {
    const href = url === undefined ? '' : this.href(url);
    const known = url === undefined ? undefined : this.#known(href, title);
    if (known) {
      this.#name(known, title);
      return known;
    }
    const isSiteAlone = isSite(href);
    const shown = site ?? (url === undefined ? undefined : siteOf(url));
    const words = title ?? shown ?? url ?? '';
    const reference: Reference = {
      title: words,
      ...(url !== undefined && { url }),
      ...(shown !== undefined && { site: shown }),
      range: place.find(title ?? url ?? ''),
    };
    this.#all.push(reference);
    if (title === undefined && !isSiteAlone) this.#nameless.add(reference);
    if (url !== undefined && !this.#byUrl.has(href)) this.#byUrl.set(href, reference);
    if (isSiteAlone) this.#byUrl.set(titled(href, words), reference);
    return reference;
  }

  /** Gives a reference that has no title so far the first title that is found. */
  #name(reference: Reference, title: string | undefined): void {
    if (title !== undefined && this.#nameless.delete(reference)) Object.assign(reference, { title });
  }
}

/** Whether an address is a site alone and not a page of it: `https://cgtn.com/`. */
export function isSite(href: string): boolean {
  // A cheap first check: most addresses are of pages.
  return href.endsWith('/') && /^https?:\/\/[^/]+\/$/.test(href);
}

/** The key of a site under a title. It differs from any address, since addresses have no spaces. */
function titled(href: string, title: string): string {
  return `${href} ${foldTitle(title) || title}`;
}
