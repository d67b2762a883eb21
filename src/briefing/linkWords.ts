import { siteOf } from './safeUrl.ts';

/**
 * Whether the words of a link are its own address, so that they show where it leads: `https://www.a.example/x` and
 * `a.example` do for `https://a.example/y`, `me@a.example` does for `mailto:me@a.example`. Only with the host as it is
 * really spelled, and right at its end: not `аррlе.com`, not `a.example.evil.example`, not `a.example:x@evil.example`.
 */
export function showsSite(words: string, url: string): boolean {
  const site = siteOf(url);
  if (site === undefined) return false;
  const before = url.startsWith('mailto:') ? /^(?:mailto:)?[^\s@/]+@/i : /^(?:https?:\/\/)?(?:www\.)?/i;
  const address = words.replace(before, '').toLowerCase();
  return address.startsWith(site) && /^(?:[/?#]\S*)?$/.test(address.slice(site.length));
}
