import { cleanAddress } from '../../briefing/text/links/cleanAddress.ts';
import { isReadMore } from '../../briefing/text/links/genericWords.ts';
import { safeUrl, shownUrl } from '../../briefing/text/links/safeUrl.ts';
import { foldTitle } from '../../briefing/text/vocabulary.ts';
import type { LinkPlace } from '../linkPlaces.ts';
import { type Finding, finding } from '../rules.ts';

/** Whether an address has no host yet, or is on a domain reserved for examples, where nobody publishes. */
export function isTemplateAddress(url: string): boolean {
  return /^https?:\/\/(?:$|example\.(?:com|org|net)(?:[/?#:]|$))/i.test(url);
}

/**
 * Findings for links whose text does not say where they lead, for placeholder addresses, and for tracking parameters.
 */
export function checkLinks(links: readonly LinkPlace[]): Finding[] {
  return links.flatMap(({ url, range, words }) => {
    const clean = cleanOf(url);
    return [
      ...(words && isUninformative(words.text)
        ? [finding('empty-link-text', words.range, words.text.trim())]
        : []),
      ...(isTemplateAddress(url) ? [finding('placeholder-link', range)] : []),
      ...(clean === undefined ? [] : [finding('tracking-link', range, shownUrl(clean))]),
    ];
  });
}

/** The address without tracking parameters; undefined if it has none, or nothing would be left. */
export function cleanOf(url: string): string | undefined {
  if (!safeUrl(url)) return undefined;
  const clean = cleanAddress(url);
  return clean !== url && safeUrl(clean) ? clean : undefined;
}

function isUninformative(words: string): boolean {
  // `[](…)` shows its host, so it is informative.
  const folded = foldTitle(words.replace(/[*_`~→»>›↗]+/g, ' '));
  return folded === '' ? words.trim() !== '' && !/\p{N}/u.test(words) : isReadMore(folded);
}
