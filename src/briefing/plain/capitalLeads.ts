import type { ItemLine } from '../text/bullets/listMarks.ts';
import { isBlank } from '../text/sourceText.ts';

/** A first sentence of two or more words in capitals: `FERRY STOPS AT NINE. The office …` */
const LEAD =
  /^([\p{Lu}\p{N}](?=[^.!?]* )[\p{Lu}\p{N}'’&,/ -]{4,70}[\p{Lu}\p{N}][.!?])\s+["“'‘]?[\p{Lu}\p{N}].*\p{Ll}/u;
/** A cheap first check, which most lines fail. */
const BEGINS_IN_CAPITALS = /^\p{Lu}[\p{Lu} '’&,-]/u;
const MIN_LEADS = 3;

/**
 * Returns the first sentences that are headlines, by line: those in capitals at the start of paragraphs, if at least
 * three paragraphs have one, and hardly any are the same.
 */
export function capitalLeads(
  lines: readonly string[],
  items: readonly (ItemLine | undefined)[],
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  lines.forEach((line, i) => {
    if (!BEGINS_IN_CAPITALS.test(line) || items[i] !== undefined || !isBlank(lines[i - 1])) return;
    const lead = LEAD.exec(line)?.[1];
    if (lead !== undefined) found.set(i, lead);
  });
  const isRow = found.size >= MIN_LEADS && new Set(found.values()).size * 3 > found.size * 2;
  return isRow ? found : new Map();
}
