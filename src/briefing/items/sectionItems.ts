import { parseMarkdown } from '../grammar/markdown.ts';
import { linesOf, plainText, wordsOf } from '../grammar/tokens.ts';
import type { SectionKind } from '../model.ts';
import { type Block, blockText, blockOf, isPicture, nodesIn, topLevelNodes } from '../blocks/document.ts';
import {
  inlineOf,
  isList,
  isListOrTable,
  isParagraph,
  isQuotation,
  isRule,
  withoutRules,
} from '../blocks/kinds.ts';
import { leadOf } from './boldLeads.ts';
import { gatherDated } from './datedEntries.ts';
import { gatherItems } from './unlistedItems.ts';
import { gatherLabelled } from './labelledParagraphs.ts';
import { areInBold } from './labelledLines.ts';
import { listOf, splitParagraph, withLists } from './makeLists.ts';
import { mergeLists } from './mergedLists.ts';
import { gatherPairs } from './pairs.ts';
import { isSourceParagraph } from './sourceLines.ts';
import { gatherStories, type Habits, isLeadIn, isOneStory } from './stories.ts';
import { namesPart } from '../text/partLabels.ts';
import { endsSentence } from '../text/sentences.ts';

/** A section, as far as finding its stories needs it. */
interface OwnBlocks {
  readonly kind: SectionKind;
  readonly blocks: readonly Block[];
}

/** Returns the blocks of a section, with lists in place of items that were not written as a list. */
export function withItemLists({ kind, blocks: written }: OwnBlocks, habits: Habits): readonly Block[] {
  if (kind === 'references') return written;
  const blocks = withPicturesBelow(unquoted(kind, written));
  // In key takeaways, too, parts of one story, `**Impact**` and its text, are one item if there is nothing else.
  if (kind === 'takeaways' && !blocks.some(isListOrTable) && isOneStory(blocks, habits))
    return [listOf([blocks])];
  const stories = gatherStories(blocks, habits);
  const gathered = mergeLists(
    gatherItems(
      stories === blocks ? gatherUnmarked(blocks, habits) : stories,
      habits.sources,
      habits.linksHead,
    ),
  );
  return kind === 'takeaways' ? itemsOfProse(gathered.flatMap(unfenced)) : gathered;
}

/**
 * Takes the marks from a quotation that is all of a section, if it is a list, below a lead-in or not, of key takeaways or
 * of two or more stories with bold leads: `> Three things:`, `> 1. **Ferry stops.** It …`; and from quotations that begin
 * with different labels, `> **Ferries:** They …`, `> **Tugs**: They …`.
 */
function unquoted(kind: SectionKind, blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findLastIndex(isQuotation) + 1;
  const isAll = end > 0 && (end === blocks.length || isRule(blocks[end]));
  const quoted = isAll ? withoutRules(blocks.slice(0, end)) : [];
  if (quoted.every(isQuotation)) {
    const told = quoted.map((block) => nodesIn(block).map(blockOf));
    const labels = told.flat().flatMap((block) => labelOf(block) ?? []);
    const areApart = labels.length > 1 && new Set(labels).size === labels.length;
    if (areApart && told.every(([first]) => first && labelOf(first)))
      return [...told.flat(), ...blocks.slice(end)];
  }
  const [quotation, ...others] = withoutRules(blocks);
  if (!quotation || others.length > 0 || !isQuotation(quotation)) return blocks;
  const inside = nodesIn(quotation).map(blockOf);
  const list = inside.pop();
  const isOfItems =
    list &&
    isList(list) &&
    inside.length < 2 &&
    (kind === 'takeaways' ||
      (inside.every(isLeadIn) && nodesIn(list).length > 1 && areInBold(nodesIn(list))));
  return isOfItems ? blocks.flatMap((block) => (block === quotation ? [...inside, list] : block)) : blocks;
}

/** Returns the bold label that a paragraph begins with, if it names no part of a story: `**Ferries:** They stop.` */
function labelOf(block: Block): string | undefined {
  const lead = leadOf(wordsOf(inlineOf(block)));
  return lead?.hasColon && lead.before === 'text' && !namesPart(lead.words) ? lead.words : undefined;
}

/**
 * Moves each picture below the headline right below it that begins with its words, `![Ferry stops](boat.jpg)` above
 * `[Ferry stops](https://a.example)`: it belongs to that story, and not to the one above.
 */
function withPicturesBelow(blocks: readonly Block[]): readonly Block[] {
  const moved = [...blocks];
  blocks.forEach((block, i) => {
    const [headline, text] = isPicture(block) ? blocks.slice(i + 1, i + 3) : [];
    if (!headline || isPicture(headline) || !isParagraph(text)) return;
    const words = blockText(block);
    if (words !== '' && blockText(headline).startsWith(words))
      moved.splice(i, 2, headline, { ...block, from: headline.from, to: headline.to });
  });
  return moved;
}

/** Makes lists of stories that have no mark at all. */
function gatherUnmarked(blocks: readonly Block[], { labelsTell }: Habits): readonly Block[] {
  const dated = gatherDated(blocks);
  if (dated !== blocks) return dated;
  const labelled = labelsTell ? gatherLabelled(blocks) : blocks;
  return labelled === blocks ? gatherPairs(blocks) : labelled;
}

/** Makes items of the paragraphs of a summary. */
function itemsOfProse(blocks: readonly Block[]): readonly Block[] {
  const list = blocks.findIndex(isListOrTable);
  const parts: (Block | Block[])[] = [];
  for (const [i, block] of blocks.entries()) {
    const isText = isParagraph(block) && blockText(block) !== '';
    const above = parts.at(-1);
    if (isText && Array.isArray(above) && isSourceParagraph(block)) above.push(block);
    else if (isText && !isLeadIn(block) && (list < 0 || (i < list && isLongSentence(block))))
      parts.push([block]);
    else parts.push(block);
  }
  return withLists(parts);
}

/** Whether a paragraph beside a list is an item: a short line only introduces or ends the list. */
function isLongSentence(block: Block): boolean {
  const text = blockText(block);
  return text.length >= 80 && endsSentence(text);
}

const WORDS = new Set(['', 'text', 'txt', 'markdown', 'md', 'plaintext']);

/** Whether a line near the beginning has three words, or ends a sentence in a script without spaces. */
function hasSentence(text: string): boolean {
  return text
    .slice(0, 500)
    .split('\n')
    .some((line) => (line.match(/\p{L}+/gu)?.length ?? 0) > 2 || /[。！？]\s*$/.test(line));
}

/** Returns the blocks of text between fences, at their source lines: in a summary, it is not code. */
function unfenced(block: Block): readonly Block[] {
  const [fence] = block.tokens;
  if (fence?.type !== 'fence' || !WORDS.has(fence.info.trim().toLowerCase()) || !hasSentence(fence.content))
    return [block];
  const tokens = parseMarkdown(fence.content);
  for (const token of tokens)
    if (token.map) token.map = [token.map[0] + block.from + 1, token.map[1] + block.from + 1];
  // A footnote that is defined there is text like any other.
  return topLevelNodes(tokens)
    .map((node) => blockOf(node[0]?.type === 'footnote_reference_open' ? node.slice(1, -1) : node))
    .flatMap(sentencesOf);
}

/** Splits a paragraph of two lines or more, each of which ends a sentence: each is a story. */
function sentencesOf(block: Block): readonly Block[] {
  const inline = inlineOf(block);
  if (!inline?.content.includes('\n')) return [block];
  return linesOf(inline).every((line) => endsSentence(plainText(line)))
    ? splitParagraph(block, () => true)
    : [block];
}
