import { safeUrl } from '../../briefing/text/links/safeUrl.ts';

/** What an address is written against: an `xml:base`, which is itself written against the one around it. */
export interface Base {
  readonly href: string;
  readonly outer?: Base | undefined;
}

/**
 * A link as a browser would open it, if it may be opened: http or https, by the URL rule of the project. One that is
 * absolute and plain stays as it was written. `fallback` is what it is relative to where no `xml:base` says so.
 */
export function resolveLink(written: string, fallback: string | undefined, base?: Base): string | undefined {
  const href = written.trim();
  if (href === '' || href.length > LONGEST) return undefined;
  const whole = safeUrl(href);
  if (isWeb(whole)) return PLAIN.test(href) ? href : whole.href;
  // Words, or markup, are no way from an address.
  if (!isAbsolute(href) && /[\s<>"]/.test(href)) return undefined;
  const resolved = parse(href, isAbsolute(href) ? undefined : baseOf(base, fallback));
  return isWeb(resolved) && isWeb(safeUrl(resolved.href)) ? resolved.href : undefined;
}

/** Where nothing is spelled otherwise than a browser would, but for letters beyond ASCII. */
const PLAIN = /^https?:\/\/[^\s"<>\\^`{|}]+$/;

/** Browsers open no longer ones. */
const LONGEST = 65_536;

/** Whether a text is a whole address of the web, and not only a way from one. */
export function isAbsolute(text: string): boolean {
  return /^\s*https?:/i.test(text);
}

/** What each stands for, so that the links of many entries go through those around them once. */
const resolvedBases = new WeakMap<
  Base,
  { readonly fallback: string | undefined; readonly url: string | undefined }
>();

/** The innermost that is http or https, each resolved against those around it. */
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

function parse(href: string, base: string | undefined): URL | undefined {
  try {
    return new URL(href, base);
  } catch {
    return undefined;
  }
}
