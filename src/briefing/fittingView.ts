import { sumOf } from '../base/sumOf.ts';
import type { Briefing } from './model.ts';
import { linksOf } from './blocks/links.ts';
import { plainText } from './grammar/tokens.ts';
import { type ItemParts, itemParts } from './readingItems.ts';
import { secondsOf } from './text/readingTime.ts';

/** Minimum number of links for a briefing to count as a list of links. */
const MANY_LINKS = 8;
/** Minimum reading time of prose that is shown as a whole, in seconds. */
const LONG_PROSE = 240;
/** Maximum length of an item that is mainly a link, in UTF-16 units. */
const LINK_ALONE = 160;

/**
 * The best view for a briefing: one item at a time for points and stories; the whole text if most of its items are links,
 * from which a reader picks some, or if it is long prose.
 */
export function fittingView(briefing: Briefing): 'item' | 'whole' {
  const parts = itemParts(briefing);
  const links = parts.filter(isMainlyLink).length;
  if (links >= MANY_LINKS && links * 2 > parts.length) return 'whole';
  const secondsIn = (some: readonly ItemParts[]) =>
    sumOf(some, ({ readingItem }) => secondsOf(readingItem.text));
  const prose = secondsIn(parts.filter(({ readingItem }) => readingItem.kind === 'passage'));
  return prose > LONG_PROSE && prose * 4 > secondsIn(parts) * 3 ? 'whole' : 'item';
}

/** Whether most of an item's text is link text. */
function isMainlyLink({ takeaway, item: { text } }: ItemParts): boolean {
  if (!takeaway || text.length > LINK_ALONE) return false;
  const linked = sumOf(linksOf(takeaway.node.lead), ({ inside }) => plainText(inside).length);
  return linked * 2 > text.length;
}
