import { Hash } from './hash.ts';
import { safeUrl } from './safeUrl.ts';

/** What newsletters, advertisements and social media add to an address, to follow who comes by it. */
const TRACKING =
  /^(?:utm_\w*|mtm_\w*|pk_\w*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|gad_source|msclkid|yclid|twclid|ttclid|igshid?|li_fat_id|mc_[ce]id|mkt_tok|_hsenc|_hsmi|vero_(?:id|conv)|oly_\w+_id|ref_src|ref_url|cmpid|s_cid)$/i;

/**
 * What a source goes by, whoever cites it: the same for `http://www.a.example/b/?utm_source=c#d` and
 * `https://a.example/b`. Undefined for what is no page of the web.
 */
export function sourceKey(url: string): number | undefined {
  const parsed = safeUrl(url);
  if (!parsed || parsed.protocol === 'mailto:') return undefined;
  const host = parsed.host.replace(/^www\./, '').replace(/\.(?=$|:)/, '');
  const path = spelt(parsed.pathname).replace(/\/+$/, '');
  const query = parsed.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !TRACKING.test(pair.split('=', 1)[0] ?? ''))
    .map(spelt)
    .join('&');
  return new Hash().addText(`${host}${path}?${query}`).toNumber();
}

/** `%7Ea` and `~a`, `%c3%a9` and `%C3%A9` are the same; what has no such meaning stays as it is. */
function spelt(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
