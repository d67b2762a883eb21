import type { Briefing } from '../../briefing/model.ts';
import { linksOf } from '../../briefing/blocks/links.ts';
import { plainText } from '../../briefing/grammar/tokens.ts';
import { type ItemParts, itemParts } from '../../briefing/readingItems.ts';
import { secondsOf } from '../../briefing/text/readingTime.ts';

/** Fewer links are gone through one by one. */
const MANY_LINKS = 8;
/** Longer prose is one text, and not a few points. In seconds. */
const LONG_PROSE = 240;
/** An item that says more than where it leads is none of a list of links. In UTF-16 units. */
const LINK_ALONE = 160;

/**
 * How a briefing is best read: points and stories one at a time; whole where most of its items are links, among which
 * one looks for some, and where it is long prose.
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

/** Most of its words are those of links. */
function isLink({ takeaway, own: { text } }: ItemParts): boolean {
  if (!takeaway || text.length > LINK_ALONE) return false;
  const linked = linksOf(takeaway.node.lead).reduce((sum, { inside }) => sum + plainText(inside).length, 0);
  return linked * 2 > text.length;
}
