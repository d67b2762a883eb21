import { tidy } from '../../base/tidy.ts';
import { parseBriefing } from '../../briefing/parseBriefing.ts';
import { cleanAddress } from '../../briefing/text/links/cleanAddress.ts';
import { safeUrl, urlOfBareDomain } from '../../briefing/text/links/safeUrl.ts';
import { sourceKey } from '../../briefing/text/links/sourceKey.ts';
import type { DraftSource } from './readDraft.ts';

/** The sources that a model was given: it may cite these and no others. */
export class GivenSources {
  readonly #keys = new Set<number | string>();
  /** The exact addresses, with and without tracking parameters. */
  readonly #addresses = new Set<string>();
  readonly #names = new Set<string>();

  constructor(sources: Iterable<DraftSource>) {
    for (const { name, url } of sources) {
      if (url !== undefined) {
        this.#keys.add(pageKey(url));
        for (const one of [url, cleanAddress(url)]) this.#addresses.add(normalized(one));
      }
      this.#names.add(foldName(name));
    }
  }

  /** Whether a link was given in exactly this spelling: a parameter or fragment added by the model could leak text. */
  hasLink(url: string): boolean {
    return this.#addresses.has(normalized(url));
  }

  /** Whether an address is that of a given page, for links without their tracking parameters. */
  hasUrl(url: string): boolean {
    return this.#keys.has(pageKey(url)) && (!url.includes('#') || this.hasLink(cleanAddress(url)));
  }

  /** Whether a source was given. A source without an address is identified by its name, even if it was given with one. */
  has({ name, url }: DraftSource): boolean {
    return url === undefined ? this.#names.has(foldName(name)) : this.hasUrl(url);
  }
}

function normalized(url: string): string {
  return safeUrl(url)?.href ?? url;
}

/** The identity of a page, regardless of tracking parameters. */
function pageKey(url: string): number | string {
  return sourceKey(url) ?? url;
}

/** A name as it is compared with others. */
export function foldName(name: string): string {
  return tidy(name).toLowerCase();
}

/** An address, together with punctuation that may or may not belong to it. */
const ADDRESS = /https?:\/\/[^\s<>"'`\\|]{1,2000}/gi;
const TRAILING_MARK = /[)\]}*_~.,;:!?…。，）」』】]$/u;

/** Maximum number of possible ends of an address that are tried. */
const MAX_ENDS = 20;

/** The links of a text, in whatever form: Markdown, HTML, plain addresses, `ferry.example`. */
export function linksOfText(text: string, fileName: string): readonly DraftSource[] {
  const found: DraftSource[] = [];
  for (const { title, url } of parseBriefing(text, fileName).references)
    if (url !== undefined) found.push({ name: title, url });
  for (const [address] of text.matchAll(ADDRESS)) {
    // Only the author knows where the address ends: `(see https://a.example/b_(c)).`
    for (let url = address, tries = 0; tries < MAX_ENDS; url = url.slice(0, -1), tries++) {
      const written = url.replaceAll('&amp;', '&');
      const host = safeUrl(written)?.host;
      if (host !== undefined && host !== '') found.push({ name: host, url: written });
      if (!TRAILING_MARK.test(url)) break;
    }
  }
  return found;
}

/** The name by which a text without links is cited. A site's name is quoted, because it would be read as an address. */
export function nameOfText(text: string, fileName: string): string {
  const { title } = parseBriefing(text, fileName);
  return urlOfBareDomain(title) === undefined ? title : `“${title}”`;
}
