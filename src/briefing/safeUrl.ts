const LIVE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);

/**
 * The URL as a browser would open it, or undefined where it must not be live: the allowlist of every link that is
 * shown and, once more, of every link that leaves. Only absolute http, https and mailto, judged by a URL parser.
 */
export function safeUrl(url: string): URL | undefined {
  // A parser would drop tabs and line ends and trim: what is left may not be what the person saw.
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0020\u007f-\u00a0]/.test(url)) return undefined;
  const parsed = parse(url);
  return parsed && LIVE_PROTOCOLS.has(parsed.protocol) ? parsed : undefined;
}

/** Not `URL.canParse`: in Node 20 it comes to refuse what is not ASCII, after some thousand calls. */
function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

/** `https://www.cgtn.com/a` -> `cgtn.com`; `mailto:a@b.org` -> `b.org`. */
export function siteOf(url: string): string | undefined {
  const parsed = safeUrl(url);
  if (!parsed) return undefined;
  const host = parsed.protocol === 'mailto:' ? parsed.pathname.split('@').at(-1) : parsed.host;
  const site = host?.replace(/^www\./, '');
  return site === '' ? undefined : site;
}

/** `cgtn.com`, `www.cgtn.com/news` -> `https://…`; anything else -> undefined. One label and a known-looking ending. */
export function urlOfBareDomain(text: string): string | undefined {
  const found = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,24}(?:[/?#]\S*)?$/u.test(text);
  return found && safeUrl(`https://${text}`) ? `https://${text}` : undefined;
}
