import { recipientOf } from './mailLink.ts';

/**
 * The URL as a browser would open it, or undefined where it must not be live: the allowlist of every link that is
 * shown and, once more, of every link that leaves. Only absolute http, https and mailto, judged by a URL parser;
 * and without a user's name, which is only ever there to look like a host: `https://good.example@evil.example`. A mail
 * has {@link recipientOf one recipient}.
 */
export function safeUrl(url: string): URL | undefined {
  // A parser would drop tabs, line ends and hidden characters, and trim: what is left may not be what the person saw.
  // eslint-disable-next-line no-control-regex
  if (/[^!-~]/.test(url) && /[\u0000-\u0020\u007f-\u00a0\p{DI}]/u.test(url)) return undefined;
  // Most of what is tried is no address at all, and an exception is an expensive way to tell.
  const parsed = /^(?:https?|mailto):/i.test(url) ? parse(url) : undefined;
  if (parsed?.username !== '' || parsed.password !== '') return undefined;
  return parsed.protocol === 'mailto:' && recipientOf(parsed) === undefined ? undefined : parsed;
}

/** Not `URL.canParse`: in Node 20 it comes to refuse what is not ASCII, after some thousand calls. */
function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

/**
 * `https://www.cgtn.com/a` -> `cgtn.com`; `mailto:a@b.org` -> `b.org`. Always as the URL parser spells it, which is
 * ASCII: whose letters a person can tell apart is not ours to know, so `аррlе.com` (Cyrillic) is `xn--l-7sbq6ba.com`,
 * and `bücher.example` is `xn--bcher-kva.example`.
 */
export function siteOf(url: string | URL): string | undefined {
  const parsed = typeof url === 'string' ? safeUrl(url) : url;
  if (!parsed) return undefined;
  const host = parsed.protocol === 'mailto:' ? recipientOf(parsed)?.split('@')[1] : parsed.host;
  const site = host?.replace(/^www\./, '');
  return site === '' ? undefined : site;
}

/** What a person has to see of where a link leads: a page's {@link siteOf site}, or whom a mail goes to, `a@b.org`. */
export function destinationOf(url: string): string | undefined {
  const parsed = safeUrl(url);
  return parsed?.protocol === 'mailto:' ? recipientOf(parsed) : parsed && siteOf(parsed);
}

/** The URL as a person may see it: as it was written, unless there is more than ASCII in it. */
export function shownUrl(url: string): string {
  return /^[\u0021-\u007e]*$/.test(url) ? url : (safeUrl(url)?.href ?? '');
}

/** `cgtn.com`, `www.cgtn.com/news` -> `https://…`; anything else -> undefined. One label and a known-looking ending. */
export function urlOfBareDomain(text: string): string | undefined {
  if (!text.includes('.')) return undefined;
  const found = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,24}(?:[/?#]\S*)?$/u.test(text);
  return found && safeUrl(`https://${text}`) ? `https://${text}` : undefined;
}

/**
 * Whether the words of a link are its own address, so that they show where it leads: `https://www.a.example/x` and
 * `a.example` do for `https://a.example/y`, `me@a.example` does for `mailto:me@a.example`. Only with the host as it is
 * really spelled, and right at its end: not `аррlе.com`, not `a.example.evil.example`, not `a.example:x@evil.example`.
 */
export function showsSite(words: string, url: string): boolean {
  const destination = destinationOf(url)?.toLowerCase();
  if (destination === undefined) return false;
  const before = destination.includes('@') ? /^mailto:/i : /^(?:https?:\/\/)?(?:www\.)?/i;
  const address = words.replace(before, '').toLowerCase();
  return address.startsWith(destination) && /^(?:[/?#]\S*)?$/.test(address.slice(destination.length));
}
