import { wordsOf } from '../grammar/tokens.ts';
import type { Token } from 'markdown-it';
import { type Block, nodesIn } from '../blocks/document.ts';
import { hasLinks } from '../blocks/links.ts';
import { inlineOf, isList, isNumberedList } from '../blocks/kinds.ts';
import { namesPart } from '../text/partLabels.ts';
import { type BoldLeadCache, leadOf } from './boldLeads.ts';
import { listsLinks } from './linksAsItems.ts';

/**
 * Whether the blocks that begin with a bold lead (`starts`) are only lines about a list of stories between two of
 * them, the section's only one: `**Coverage:** Ferries, tugs`, `1. **Ferry stops.** It …`, `**Next run:** at six`.
 */
export function areAroundList(
  blocks: readonly Block[],
  starts: readonly boolean[],
  leads: BoldLeadCache,
): boolean {
  const list = blocks.findIndex(isList);
  if (list < 1 || starts[list - 1] !== true || !starts.includes(true, list)) return false;
  if (blocks.findLastIndex(isList) !== list) return false;
  const areLabelled = blocks.every((block, i) => starts[i] !== true || isLabelledLine(block, leads));
  return areLabelled && listsStories(blocks[list]);
}

/** Whether a paragraph is a label and its text, `**Coverage:** Ferries, tugs`, without a link. */
export function isLabelledLine(block: Block, leads?: BoldLeadCache): boolean {
  const lead = leads ? leads.of(block) : leadInParagraph(block);
  return lead?.hasColon === true && lead.before === 'text' && !hasLinks(block);
}

function leadInParagraph(block: Block) {
  return leadOf(wordsOf(inlineOf(block)));
}

/** Whether a list of two or more items has two of these: numbers, bold words that begin each item, and links. */
function listsStories(list: Block | undefined): boolean {
  const items = list ? nodesIn(list) : [];
  if (!list || items.length < 2) return false;
  return [isNumberedList(list), areInBold(items), listsLinks(list)].filter(Boolean).length > 1;
}

/** Whether all items of a list begin with a bold lead that names no part. */
export function areInBold(items: readonly (readonly Token[])[]): boolean {
  return items.every(([, , inline]) => {
    const lead = leadOf(wordsOf(inline));
    return lead !== undefined && !namesPart(lead.words);
  });
}
