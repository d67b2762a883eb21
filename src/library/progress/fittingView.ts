import type { Briefing } from '../../briefing/model.ts';
import { linksOf } from '../../briefing/blocks/links.ts';
import { plainText } from '../../briefing/grammar/tokens.ts';
import { type ItemParts, itemParts } from '../../briefing/readingItems.ts';
import { secondsOf } from '../../briefing/text/readingTime.ts';

/** The number of links from which on a briefing may be a list of links. */
const MANY_LINKS = 8;
/** The reading time from which on prose is one long text, and not a few points, in seconds. */
const LONG_PROSE = 240;
/** The length of an item's text in UTF-16 units, above which it is more than a link. */
const LINK_ALONE = 160;

/**
 * How a briefing is best shown: points and stories one item at a time; as a whole if most of its items are links, of
 * which a reader picks some, or if it is long prose.
 */
export function fittingView(briefing: Briefing): 'item' | 'whole' {
  const parts = itemParts(briefing);
  const links = parts.filter(isLink).length;
  if (links >= MANY_LINKS && links * 2 > parts.length) return 'whole';
  const secondsIn = (some: readonly ItemParts[]) =>
    some.reduce((sum, { item }) => sum + secondsOf(item.text), 0);
  const prose = secondsIn(parts.filter(({ item }) => item.kind === 'passage'));
  return prose > LONG_PROSE && prose * 4 > secondsIn(parts) * 3 ? 'whole' : 'item';
}

/** Whether most of an item's text is link text. */
function isLink({ takeaway, own: { text } }: ItemParts): boolean {
  if (!takeaway || text.length > LINK_ALONE) return false;
  const linked = linksOf(takeaway.node.lead).reduce((sum, { inside }) => sum + plainText(inside).length, 0);
  return linked * 2 > text.length;
}
