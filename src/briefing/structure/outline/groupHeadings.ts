import { type Block, blockOf, blockText, nodesIn } from '../../blocks/document.ts';
import { headingLevel, asHeading } from '../../blocks/headings.ts';
import { inlineOf, isList, isQuotation, isRule } from '../../blocks/kinds.ts';
import type { BoldLeadCache } from '../../items/boldLeads.ts';
import { namesGroup } from '../../items/stories.ts';
import { saysNoNews } from '../../text/noNews.ts';
import { namesPart } from '../../text/partLabels.ts';
import { isOrdinaryName, kindOfTitle } from '../../text/vocabulary.ts';
import { listGroups } from '../lists/listGroups.ts';
import { areClosing } from './endOfSources.ts';
import { isHeading, sectionTitle } from './headings.ts';

/**
 * Returns the blocks with headings in place of bold lines that name a group of stories, the sources, or the key
 * takeaways above a list of them. They are one level below the heading above them. The key takeaways, and a line
 * alone, are at its level if a rule comes right before them.
 */
export function withGroups(blocks: readonly Block[], leads: BoldLeadCache): readonly Block[] {
  // Most texts have no such line.
  if (!blocks.some((block) => mayBeName(block, leads))) return blocks;
  let level = 0;
  const [top] = blocks.filter(isHeading);
  const summaries = blocks.filter((block, i) => namesSummary(block, blocks[i + 1], leads));
  const summary = summaries.length === 1 ? summaries[0] : undefined;
  const groups = listGroups(blocks, leads, { isHeading, summary });
  let isBelowSummary = false;
  return blocks.map((block, i) => {
    if (isHeading(block)) [level, isBelowSummary] = [headingLevel(block), false];
    const isSummary = block === summary;
    if (isSummary) isBelowSummary = true;
    const isSubheading =
      isSummary ||
      (isBelowSummary && namesList(block, blocks[i + 1], leads)) ||
      groups.all.has(block) ||
      namesGroup(block, blocks[i + 1], leads) ||
      namesSources(blocks, i, leads);
    // In the lede, it is a sibling of the sections.
    if (isSummary && level === 0 && top) return asHeading(block, headingLevel(top));
    if (level === 0 || !isSubheading) return block;
    const isApart = level > 1 && (groups.apart.has(block) || (isSummary && isRule(blocks[i - 1])));
    return asHeading(block, isApart ? level : Math.min(6, level + 1));
  });
}

/**
 * Returns the key takeaways and their name, as a heading, for a quotation of nothing else right above a heading:
 * `> **Key Takeaways**`, `> - The ferry stops.` Any other block is returned as it is.
 */
export function unboxed(block: Block, below: Block | undefined): readonly Block[] {
  const [name, list, ...others] = isQuotation(block) && below ? nodesIn(block).map(blockOf) : [];
  return name &&
    below &&
    list &&
    isList(list) &&
    others.length === 0 &&
    kindOfTitle(sectionTitle(name)) === 'takeaways'
    ? [asHeading(name, headingLevel(below)), list]
    : [block];
}

/** A cheap first check: all of those lines are bold and nothing else, or end in a colon. */
function mayBeName(block: Block, leads: BoldLeadCache): boolean {
  const inline = inlineOf(block);
  if (!inline) return false;
  return /[:：]/.test(inline.content.slice(-1)) || leads.of(block)?.before === 'nothing';
}

/**
 * Whether a block right above a list names the key takeaways, in bold or with a colon: `**Key takeaways:**`. The caller
 * checks that no other does: labels that recur are those of stories.
 */
function namesSummary(block: Block, below: Block | undefined, leads: BoldLeadCache): boolean {
  if (below === undefined || !isList(below)) return false;
  const lead = leads.of(block);
  const name = lead?.before === 'nothing' ? lead.words.replace(/[:：]$/, '') : wordsBeforeColon(block);
  return kindOfTitle(name) === 'takeaways';
}

/** Whether a bold line with a colon names the list below: `**Questions:**` after the list of the key takeaways. */
function namesList(block: Block, below: Block | undefined, leads: BoldLeadCache): boolean {
  if (below === undefined || !isList(below)) return false;
  const lead = leads.of(block);
  return lead?.before === 'nothing' && lead.hasColon && !namesPart(lead.words);
}

/**
 * Whether a block names sources and nothing else follows in its section: `**Sources:**` in bold above a list or lines
 * of them, or `Sources:` above just a list. At the end of the text, a short closing may be below the list.
 */
function namesSources(blocks: readonly Block[], at: number, leads: BoldLeadCache): boolean {
  const block = blocks[at];
  const next = blocks[at + 1];
  if (!block || !next) return false;
  const lead = leads.of(block);
  const name = lead?.before === 'nothing' ? lead.words : isList(next) ? wordsBeforeColon(block) : '';
  // `**Links** · [Ferry](https://a.example)` lists the sources itself, and is not a heading.
  if (name === '' || kindOfTitle(name) !== 'references' || blockText(block).length > name.length + MARKS)
    return false;
  const below = blocks.slice(at + 1);
  const end = below.findIndex((one) => isHeading(one) || isRule(one));
  const own = end < 0 ? below : below.slice(0, end);
  const [first] = own;
  // `**Sources:**` above `None today.` is a line of its text.
  if (first === undefined || saysNoNews(blockText(first))) return false;
  if (own.every((one) => isList(one) === isList(first))) return true;
  return isList(first) && end < 0 && areClosing(own.slice(1)) && isOnlyLabel(blocks, block);
}

/** Whether no other block has the same words, as `Sources:` below each of several stories. */
function isOnlyLabel(blocks: readonly Block[], label: Block): boolean {
  const words = blockText(label);
  return !blocks.some((one) => one !== label && blockText(one) === words);
}

/** Maximum length of the number, emoji and colon that are added to a name. In UTF-16 units. */
const MARKS = 12;

/** Returns the words of a line that ends in a colon, without it; '' for any other block. */
function wordsBeforeColon(block: Block): string {
  const isLabel = /^[^\n]{1,40}[:：]$/.test(inlineOf(block)?.content ?? '');
  const name = isLabel ? blockText(block).replace(/\s*[:：]$/, '') : '';
  // `Links:` may introduce items that are meant to be read.
  return isOrdinaryName(name) ? '' : name;
}
