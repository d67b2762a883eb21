import { tidy } from '../../base/tidy.ts';
import { parseBriefing } from '../../briefing/parseBriefing.ts';
import { cleanAddress } from '../../briefing/text/links/cleanAddress.ts';
import { safeUrl, urlOfBareDomain } from '../../briefing/text/links/safeUrl.ts';
import { sourceKey } from '../../briefing/text/links/sourceKey.ts';
import type { Source } from './readDraft.ts';

/** The sources that a model was given: it may cite these, and no others. */
export class GivenSources {
  readonly #keys = new Set<number | string>();
  /** As they are spelt, with and without what follows who clicks. */
  readonly #spelt = new Set<string>();
  readonly #names = new Set<string>();

  constructor(sources: Iterable<Source>) {
    for (const { name, url } of sources) {
      if (url !== undefined) {
        this.#keys.add(keyOf(url));
        for (const one of [url, cleanAddress(url)]) this.#spelt.add(spelt(one));
      }
      this.#names.add(folded(name));
    }
  }

  /** A link as it is spelt: a parameter or a fragment of a model's own could carry words of the text away. */
  hasLink(url: string): boolean {
    return this.#spelt.has(spelt(url));
  }

  /** The same page, for what is written without what follows who clicks. */
  hasUrl(url: string): boolean {
    return this.#keys.has(keyOf(url)) && (!url.includes('#') || this.hasLink(cleanAddress(url)));
  }

  /** A source without an address goes by its name; one that has one may do so, too. */
  has({ name, url }: Source): boolean {
    return url === undefined ? this.#names.has(folded(name)) : this.hasUrl(url);
  }
}

function spelt(url: string): string {
  return safeUrl(url)?.href ?? url;
}

/** The same page, whatever follows those who come by its address. */
function keyOf(url: string): number | string {
  return sourceKey(url) ?? url;
}

function folded(name: string): string {
  return tidy(name).toLowerCase();
}

/** An address, with all that might be of it, or of the text around it. */
const ADDRESS = /https?:\/\/[^\s<>"'`\\|]{1,2000}/gi;
const BEHIND = /[)\]}*_~.,;:!?…。，）」』】]$/u;

/** Of an address so many ends are tried. */
const MOST_ENDS = 20;

/** What a text links to, in whatever form: Markdown, HTML, plain addresses, `ferry.example`. */
export function linksOfText(text: string, fileName: string): readonly Source[] {
  const found: Source[] = [];
  for (const { title, url } of parseBriefing(text, fileName).references)
    if (url !== undefined) found.push({ name: title, url });
  for (const [address] of text.matchAll(ADDRESS)) {
    // Where the address ends, only its author knows: `(see https://a.example/b_(c)).`
    for (let url = address, tries = 0; tries < MOST_ENDS; url = url.slice(0, -1), tries++) {
      const written = url.replaceAll('&amp;', '&');
      const host = safeUrl(written)?.host;
      if (host !== undefined && host !== '') found.push({ name: host, url: written });
      if (!BEHIND.test(url)) break;
    }
  }
  return found;
}

/** What a text without links is cited as. A site's name would be read as its address. */
export function nameOfText(text: string, fileName: string): string {
  const { title } = parseBriefing(text, fileName);
  return urlOfBareDomain(title) === undefined ? title : `“${title}”`;
}
