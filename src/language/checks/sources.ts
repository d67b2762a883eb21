import type { Briefing, Reference } from '../../briefing/model.ts';
import { flatten, type Structure } from '../../briefing/structure/structure.ts';
import type { LinkPlace } from '../linkPlaces.ts';
import { isFrontPage } from './frontPages.ts';
import { isTemplateAddress } from './links.ts';
import { shownUrl } from '../../briefing/text/links/safeUrl.ts';
import { type Finding, finding } from '../rules.ts';

/** Of how many takeaways on one source alone the reader should know. */
const MANY = 3;

/** What the claims of a briefing rest on: on a page that will be another tomorrow, or all on the same. */
export function checkSources(
  briefing: Briefing,
  structure: Structure,
  links: readonly LinkPlace[],
): Finding[] {
  const written = new Map(links.map(({ url, range }) => [url, range]));
  const takeaways = flatten(structure.sections)
    .filter(({ isNews }) => isNews)
    .flatMap(({ blocks }) => blocks.flatMap((block) => block.takeaways.map(({ ground }) => ground)));
  // Beside others, a site alone may be the subject itself: a project, a meetup, a firm.
  const used = new Set(takeaways.flatMap(({ references }) => (references.length === 1 ? references : [])));
  for (const list of structure.references.labelled) used.add(list);
  const alone = new Map<Reference, number>();
  for (const { references } of takeaways) {
    const [only, another] = references;
    if (only && !another) alone.set(only, (alone.get(only) ?? 0) + 1);
  }
  return briefing.references.flatMap((reference) => {
    const { url = '', range } = reference;
    // `cgtn.com` names a site, and says that it is no more than that. Of a template's address something else is said.
    const isFault = used.has(reference) && isFrontPage(url) && !isTemplateAddress(url);
    const place = isFault ? written.get(url) : undefined;
    const count = alone.get(reference) ?? 0;
    return [
      ...(place ? [finding('front-page-source', place, shownUrl(url))] : []),
      ...(count >= MANY ? [finding('same-source', range, String(count))] : []),
    ];
  });
}
