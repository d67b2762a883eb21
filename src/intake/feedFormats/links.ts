import { parseUrl } from '../../base/parseUrl.ts';
import { safeUrl } from '../../briefing/text/links/safeUrl.ts';

/** A base for relative addresses: an `xml:base`, which may be relative to the one around it. */
export interface Base {
  readonly href: string;
  readonly outer?: Base | undefined;
}

/**
 * Resolves a link as a browser would; undefined if it is not http or https, or not safe by `safeUrl`. Absolute links
 * in plain characters stay as written. `fallback`: the base if no `xml:base` gives one.
 */
export function resolveLink(written: string, fallback: string | undefined, base?: Base): string | undefined {
  const href = written.trim();
  if (href === '' || href.length > MAX_LENGTH) return undefined;
  const whole = safeUrl(href);
  if (isWeb(whole)) return PLAIN.test(href) ? href : whole.href;
  // Text or markup is not a relative address.
  if (!isAbsolute(href) && /[\s<>"]/.test(href)) return undefined;
  const resolved = parseUrl(href, isAbsolute(href) ? undefined : baseOf(base, fallback));
  return isWeb(resolved) && isWeb(safeUrl(resolved.href)) ? resolved.href : undefined;
}

/** Addresses that browsers leave unchanged, apart from non-ASCII letters. */
const PLAIN = /^https?:\/\/[^\s"<>\\^`{|}]+$/;

/** Maximum length of an address that browsers open. */
const MAX_LENGTH = 65_536;

/** Whether a text is an absolute web address. */
export function isAbsolute(text: string): boolean {
  return /^\s*https?:/i.test(text);
}

/** The resolved bases, cached so that the links of many entries resolve each base only once. */
const resolvedBases = new WeakMap<
  Base,
  { readonly fallback: string | undefined; readonly url: string | undefined }
>();

/** The innermost base that is http or https, each resolved against the one around it. */
function baseOf(base: Base | undefined, fallback: string | undefined): string | undefined {
  if (!base) return fallback;
  const known = resolvedBases.get(base);
  if (known && known.fallback === fallback) return known.url;
  const outer = baseOf(base.outer, fallback);
  const url = resolveLink(base.href, outer) ?? outer;
  resolvedBases.set(base, { fallback, url });
  return url;
}

function isWeb(url: URL | undefined): url is URL {
  return url?.protocol === 'http:' || url?.protocol === 'https:';
}
