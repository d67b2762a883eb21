import type { Briefing, Reference } from '../../briefing/model.ts';
import { flatten, type Structure } from '../../briefing/structure/structure.ts';
import { cleanAddress } from '../../briefing/text/links/cleanAddress.ts';
import type { LinkPlace } from '../linkPlaces.ts';
import { isFrontPage } from './frontPages.ts';
import { isTemplateAddress } from './links.ts';
import { safeUrl, shownUrl } from '../../briefing/text/links/safeUrl.ts';
import { referenceLists } from '../references/referenceList.ts';
import { type Finding, finding } from '../rules.ts';
import { addCount } from '../../base/collections/counts.ts';

/** Minimum number of takeaways with the same single source to report it. */
const MIN_TAKEAWAYS = 3;

/** Findings about the sources of claims: front pages, which change daily, and takeaways that all rely on one source. */
export function checkSources(
  briefing: Briefing,
  structure: Structure,
  links: readonly LinkPlace[],
): Finding[] {
  const written = new Map(links.map(({ url, range }) => [url, range]));
  const takeaways = flatten(structure.sections)
    .filter(({ isNews }) => isNews)
    .flatMap(({ blocks }) => blocks.flatMap((block) => block.takeaways.map(({ ground }) => ground)));
  // Only sources that a takeaway cites alone: next to others, a site may be the subject itself (a project, a firm).
  const used = new Set(takeaways.flatMap(({ references }) => (references.length === 1 ? references : [])));
  for (const list of structure.references.labelled) used.add(list);
  const soleUses = new Map<Reference, number>();
  for (const { references } of takeaways) {
    const [only, another] = references;
    if (only && !another) addCount(soleUses, only);
  }
  return briefing.references.flatMap((reference) => {
    const { url = '', range } = reference;
    // Only a written link counts: `cgtn.com` names a site and claims no more. Template addresses have their own
    // finding.
    const isFault = used.has(reference) && isFrontPage(url) && !isTemplateAddress(url);
    const place = isFault ? written.get(url) : undefined;
    const count = soleUses.get(reference) ?? 0;
    return [
      ...(place ? [finding('front-page-source', place, shownUrl(url))] : []),
      ...(count >= MIN_TAKEAWAYS ? [finding('same-source', range, String(count))] : []),
    ];
  });
}

/**
 * References that are listed twice, if only their tracking parameters differ: `…/ferry?utm_source=x` and `…/ferry`.
 * The parser finds those with the same address.
 */
export function checkTrackedCopies(structure: Structure): Finding[] {
  const known = new Map<string, Set<string>>();
  return referenceLists(structure)
    .flat()
    .flatMap(({ mentions }) => mentions)
    .flatMap(({ url = '', range }) => {
      const { href } = safeUrl(url) ?? {};
      const clean = safeUrl(cleanAddress(url))?.href;
      // A site alone may be named again for each of its pages.
      if (href === undefined || clean === undefined || isFrontPage(clean)) return [];
      const copies = known.get(clean) ?? new Set();
      const isCopy = copies.size > 0 && !copies.has(href);
      known.set(clean, copies.add(href));
      return isCopy ? [finding('duplicate-reference', range)] : [];
    });
}
