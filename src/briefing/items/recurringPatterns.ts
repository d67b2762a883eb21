import { type Block, blockText } from '../blocks/document.ts';
import { isAnyHeading, isList } from '../blocks/kinds.ts';
import { linesOf } from '../grammar/tokens.ts';
import { namesPart } from '../text/partLabels.ts';
import { isMonth } from '../text/dates/dateForms.ts';
import { foldTitle } from '../text/vocabulary.ts';
import type { BoldLead, BoldLeadCache } from './boldLeads.ts';
import { haveLabels } from './labelledParagraphs.ts';
import { isToldByLink } from './linksAsFirstLines.ts';
import { isListBelowLink, isLinkParagraph } from './linksAsItems.ts';
import { isSourceParagraph } from './sourceLines.ts';
import { takeawaysOf } from './takeaways.ts';
import { beginsWithTitleField, namesTitle } from './titleFields.ts';
import { ADDRESS, withoutNumbers } from './unlistedItems.ts';
import { addCount } from '../../base/collections/counts.ts';

/** The patterns that recur in a document, and so are intended. All words are folded. */
export interface RecurringPatterns {
  /** Labels with a colon that recur, and so name parts of stories: `why it matters`. */
  readonly parts: ReadonlySet<string>;
  /** Such labels that occur at least three times, and bold lines as frequent: `**Impact**` above its text. */
  readonly recurring: ReadonlySet<string>;
  /** The words of links that are at least three paragraphs: `[Read the paper](…)`; or ADDRESS. */
  readonly sources: ReadonlySet<string>;
  /** Labels in at least three lists below bold lines, which are parts of those stories. */
  readonly listed: ReadonlySet<string>;
  /** Whether at least three links are above a list: `[Ferry stops](…)`, with points from that page. */
  readonly linksHead: boolean;
  /** Whether at least three paragraphs begin with a link and tell what is there: `[Ferry](…): The office …` */
  readonly linksTell: boolean;
  /** Whether at least four paragraphs are a label and a sentence: `Oil: It was steady on Friday.` */
  readonly labelsTell: boolean;
  /** Whether at least two paragraphs begin with the field of a headline: `Title: Ferry stops`. */
  readonly fieldsTell: boolean;
  readonly leads: BoldLeadCache;
}

/** Counts words. */
class Tally {
  readonly #counts = new Map<string, number>();

  add(words: string): void {
    addCount(this.#counts, words);
  }

  /** Returns the words that were added at least this often. */
  atLeast(times: number): readonly string[] {
    return [...this.#counts].flatMap(([words, count]) => (count >= times ? words : []));
  }
}

export function patternsOf(blocks: readonly Block[], leads: BoldLeadCache): RecurringPatterns {
  const [labels, lines, listed] = [new Tally(), new Tally(), new Tally()];
  const links: { readonly block: Block; readonly above: Block | undefined }[] = [];
  /**
   * Labels of stories, though they recur: months, `**January:** …`, fields of headlines, `**Title:** …`; and those of
   * two paragraphs in a row, since no story has a part twice.
   */
  const kinds = new Set<string>();
  let above: Block | undefined;
  let heads = 0;
  let told = 0;
  for (const block of blocks) {
    const lead = leads.of(block);
    const leadAbove = above && leads.of(above);
    if (isListBelowLink(above, block)) heads++;
    if (isToldByLink(block)) told++;
    if (isLinkParagraph(block)) links.push({ block, above });
    if (leadAbove?.before === 'nothing' && isList(block))
      for (const label of labelsIn(block)) listed.add(label);
    if (lead && (lead.hasColon || lead.before !== 'text')) {
      const label = foldTitle(lead.words);
      const name = lead.words.replace(/\s*[:：]$/, '');
      if (isMonth(name) || namesTitle(name)) kinds.add(label);
      (lead.hasColon ? labels : lines).add(label);
      if (leadAbove?.words === lead.words && hasLines(block)) kinds.add(label);
    }
    above = block;
  }
  const areParts = (words: readonly string[]) => words.filter((label) => !kinds.has(label));
  return {
    parts: new Set(areParts(labels.atLeast(2))),
    recurring: new Set(areParts([...labels.atLeast(3), ...lines.atLeast(3)])),
    sources: recurringLinks(links),
    listed: new Set(areParts(listed.atLeast(3))),
    linksHead: heads > 1,
    linksTell: told > 2,
    labelsTell: haveLabels(blocks),
    fieldsTell: blocks.filter(beginsWithTitleField).length > 1,
    leads,
  };
}

/** Minimum number of paragraphs with the same links that make a pattern. */
const SEVERAL = 3;

function recurringLinks(
  links: readonly { readonly block: Block; readonly above: Block | undefined }[],
): ReadonlySet<string> {
  // Most texts have too few, and their words need not be compared.
  if (links.length < SEVERAL) return new Set();
  const words = new Tally();
  for (const { block, above } of links) words.add(wordsOfLinks(block, above));
  return new Set(words.atLeast(SEVERAL));
}

/**
 * The words of a paragraph of links. Addresses below headlines differ, `https://a.example/1`, and so count as one; so do
 * numbers there, `[Ticket 12](…)`.
 */
function wordsOfLinks(block: Block, above: Block | undefined): string {
  if (!isAnyHeading(above)) return foldTitle(blockText(block));
  return isSourceParagraph(block) ? ADDRESS : withoutNumbers(block);
}

/** Returns the folded labels of a list's items, each once. */
function labelsIn(list: Block): ReadonlySet<string> {
  return new Set(takeawaysOf(list).flatMap(({ label }) => (label === undefined ? [] : foldTitle(label))));
}

function hasLines({ tokens: [, inline] }: Block): boolean {
  return inline !== undefined && linesOf(inline).length > 1;
}

/** Whether bold words name a part of a story, and are not a headline. */
export function isPart(
  { words, hasColon, before }: BoldLead,
  { parts, recurring }: RecurringPatterns,
): boolean {
  if (hasColon) return namesPart(words) || parts.has(foldTitle(words));
  return before !== 'text' && (namesPart(words) || recurring.has(foldTitle(words)));
}
