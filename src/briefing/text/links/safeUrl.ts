import { parseUrl } from '../../../base/parseUrl.ts';
import { recipientOf } from './mailLink.ts';

/** Maximum length of an address, in UTF-16 units: servers refuse longer ones. */
const MAX_LENGTH = 8192;

/**
 * Returns the URL as a browser would open it, or undefined if it must not be live. This is the allowlist for every
 * link that is shown and, once more, for every link that is opened: only absolute http, https and mailto URLs,
 * according to a URL parser, and none with a user name, because its only use is to look like a host:
 * `https://good.example@evil.example`. A mail must have {@link recipientOf one recipient}.
 */
export function safeUrl(url: string): URL | undefined {
  // A parser would drop tabs, line endings and hidden characters, and trim: the result may not be what the user saw.
  // eslint-disable-next-line no-control-regex
  if (/[^!-~]/.test(url) && /[\u0000-\u0020\u007f-\u00a0\p{DI}]/u.test(url)) return undefined;
  // A cheap test: most strings are not addresses, and an exception is expensive.
  const parsed = url.length <= MAX_LENGTH && /^(?:https?|mailto):/i.test(url) ? parseUrl(url) : undefined;
  if (parsed?.username !== '' || parsed.password !== '') return undefined;
  return parsed.protocol === 'mailto:' && recipientOf(parsed) === undefined ? undefined : parsed;
}

/**
 * `https://www.cgtn.com/a` -> `cgtn.com`; `mailto:a@b.org` -> `b.org`. Always in ASCII, as the URL parser spells it:
 * we cannot know which letters the user can tell apart, so `аррlе.com` (Cyrillic) is `xn--l-7sbq6ba.com`, and
 * `bücher.example` is `xn--bcher-kva.example`.
 */
export function siteOf(url: string | URL): string | undefined {
  const parsed = typeof url === 'string' ? safeUrl(url) : url;
  if (!parsed) return undefined;
  const host = parsed.protocol === 'mailto:' ? recipientOf(parsed)?.split('@')[1] : parsed.host;
  const site = host?.replace(/^www\./, '');
  return site === '' ? undefined : site;
}

/**
 * The part of a link's target that must be visible: the {@link siteOf site} of a page, or the recipient of a mail,
 * `a@b.org`.
 */
export function destinationOf(url: string): string | undefined {
  const parsed = safeUrl(url);
  return parsed?.protocol === 'mailto:' ? recipientOf(parsed) : parsed && siteOf(parsed);
}

/** The URL as it may be shown: as written if it is ASCII, otherwise as the parser spells it. */
export function shownUrl(url: string): string {
  return /^[\u0021-\u007e]*$/.test(url) ? url : (safeUrl(url)?.href ?? '');
}

/** The end of a name in a field of research, and not of a domain: `stat.ML`, `math.CO`. */
const CAPITAL_END = /\p{Ll}\.\p{Lu}+$/u;

/** `cgtn.com`, `www.cgtn.com/news` -> `https://…`; undefined for what does not look like a domain. */
export function urlOfBareDomain(text: string): string | undefined {
  if (!text.includes('.') || CAPITAL_END.test(text)) return undefined;
  const found = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,24}(?:[/?#]\S*)?$/u.test(text);
  return found && safeUrl(`https://${text}`) ? `https://${text}` : undefined;
}

/**
 * Whether the words of a link are its own address, so that they show where it leads: `https://www.a.example/x` and
 * `a.example` show `https://a.example/y`, `me@a.example` shows `mailto:me@a.example`. The host must be spelled exactly,
 * and only a path, query or fragment may follow it: not `аррlе.com`, not `a.example.evil.example`, not
 * `a.example:x@evil.example`.
 */
export function showsSite(words: string, url: string): boolean {
  const destination = destinationOf(url)?.toLowerCase();
  if (destination === undefined) return false;
  const before = destination.includes('@') ? /^mailto:/i : /^(?:https?:\/\/)?(?:www\.)?/i;
  const address = words.replace(before, '').toLowerCase();
  return address.startsWith(destination) && /^(?:[/?#]\S*)?$/.test(address.slice(destination.length));
}
