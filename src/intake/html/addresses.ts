import { parseUrl } from '../../base/parseUrl.ts';
import { cleanAddress } from '../../briefing/text/links/cleanAddress.ts';
import { safeUrl } from '../../briefing/text/links/safeUrl.ts';
import { type Element, hasClass } from './elements.ts';

/** The address of an image. */
export const IMAGE_FILE = /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)/i;
/** The words of a link to a note: `[1]`. */
export const NOTE = /^\s*\[?(\d{1,3})\]?\s*$/;
/** The words of a link back: `← All issues`. */
const BACK = /^\s*[←⬅]/;
/** The words of a link to the heading that it is in or beside: `#`. */
const ANCHOR = /^\s*[#¶§🔗]\s*$/u;
/** The class of a link past the menu, to the content of a page. */
const SKIP_CLASS = /(?<!\S)(?:md-skip(?!\S)|skip-?(?:link|nav|to-))/i;

/** Whether a link only leads around the site or its own page. */
export function leadsAround(link: Element, words: string): boolean {
  const { href = '' } = link.attributes;
  return BACK.test(words) || (href.startsWith('#') && (ANCHOR.test(words) || hasClass(link, SKIP_CLASS)));
}

/**
 * The absolute address of a link, without tracking parameters. Undefined if it is not safe to open, is invalid, or
 * leads to a place in its own page.
 */
export function addressOf(href: string, base: string | undefined): string | undefined {
  const url = resolveAddress(href, base);
  if (url === undefined) return undefined;
  return safeUrl(cleanAddress(url))?.href;
}

/** The base of relative addresses: from the page's `<base>`, which may itself be relative to the page's address. */
export function baseOf(base: string | undefined, address: string | undefined): string | undefined {
  const own = address === undefined ? undefined : safeUrl(address)?.href;
  return base === undefined ? own : (resolveAddress(base, own) ?? own);
}

function resolveAddress(href: string, base: string | undefined): string | undefined {
  const written = href.trim();
  if (written === '' || written.startsWith('#')) return undefined;
  const around = base ?? (written.startsWith('//') ? 'https://relative.invalid' : undefined);
  const url = parseUrl(written, around);
  return url && safeUrl(url.href)?.href;
}
