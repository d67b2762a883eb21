import { isLinkOpen, wordsOf } from '../grammar/tokens.ts';
import { findDate, isMostlyDate } from '../text/dates/date.ts';
import { namesPart } from '../text/partLabels.ts';
import { holdsSentence } from '../text/sentences.ts';
import { foldTitle } from '../text/vocabulary.ts';
import { type Block, blockText, blocksIn } from '../blocks/document.ts';
import { listsLinks, isFullSentence } from './linksAsItems.ts';
import { listOf } from './makeLists.ts';
import { hasBoldName, isAllBold } from './labels.ts';
import { type RecurringPatterns, patternsOf, isPart } from './recurringPatterns.ts';
import { leadOf, type BoldLeadCache } from './boldLeads.ts';
import { linkStarts } from './linksAsFirstLines.ts';
import { areAroundList } from './labelledLines.ts';
import { hasLinks } from '../blocks/links.ts';
import { isList, isParagraph, isQuotation, isRule } from '../blocks/kinds.ts';
import { isSourceParagraph } from './sourceLines.ts';
import { splitStories } from './splitStories.ts';
import { takeawaysOf } from './takeaways.ts';
import { beginsWithTitleField } from './titleFields.ts';

/** How a document writes its stories. */
export interface Habits extends RecurringPatterns {
  /** The number of blocks that begin a story by their form. */
  readonly stories: number;
}

export function habitsOf(blocks: readonly Block[], leads: BoldLeadCache): Habits {
  const forms = patternsOf(blocks, leads);
  return { ...forms, stories: startsOf(blocks, forms).filter(Boolean).length };
}

/** Returns for each block whether it begins a story by its form. */
export function startsOf(blocks: readonly Block[], forms: RecurringPatterns): readonly boolean[] {
  const areNamed = haveBoldNames(blocks, forms.leads);
  const starts = blocks.map((block, i) => areNamed || startsStory(block, blocks[i + 1], forms));
  const first = starts.indexOf(true);
  // Beside two labels with text, `**Wind:** It turns.`, one above a list is a story, too: `**Ports:**`, `- Dublin`.
  const leads = blocks.map((block) => forms.leads.of(block));
  if (starts.includes(true, first + 1) && leads.every((lead, i) => !starts[i] || lead?.hasColon))
    leads.forEach((lead, i) => {
      if (i > first && isList(blocks[i + 1]) && lead?.hasColon && !isPart(lead, forms)) starts[i] = true;
    });
  const isDay = (i: number) => starts[i] === true && isDateLead(blocks[i], forms.leads);
  // A date above other stories is that of all: `**3 March 2026** — from the seven towns`.
  if (
    first >= 0 &&
    isDay(first) &&
    starts.includes(true, first + 1) &&
    starts.filter((_, i) => isDay(i)).length === 1
  )
    starts[first] = false;
  return starts;
}

/** Whether blocks are three or more paragraphs of a bold name and a sentence, `**Ferry** The office …`. */
function haveBoldNames(blocks: readonly Block[], leads: BoldLeadCache): boolean {
  // `**Ferry:** The office …` is a lead, which may also be that of a part.
  const isNamed = (block: Block) =>
    !leads.of(block) && isFullSentence(block) && hasBoldName(wordsOf(block.tokens[1]));
  return blocks.length > 2 && blocks.every(isNamed);
}

function isDateLead(block: Block | undefined, leads: BoldLeadCache): boolean {
  const words = (block && leads.of(block)?.words) ?? '';
  return (findDate(words) !== undefined && isMostlyDate(words)) || DAY.test(words);
}

/** `5 March`, `March 5`, as in a list of events */
const DAY = /^(?:\d{1,2}(?:st|nd|rd|th|\.)? \p{L}{3,10}|\p{L}{3,10}\.? \d{1,2})[.:]?$/u;

/** Whether a block is a quotation that is a story: `> [!important] Ferry stops`, `> **Ferry stops**`. */
function isCallout(block: Block): boolean {
  const [, paragraph, inline] = block.tokens;
  if (!isQuotation(block) || paragraph?.type !== 'paragraph_open') return false;
  return leadOf(wordsOf(inline))?.hasColon === false;
}

/** The blocks of a story; `own`: how many of them its lead has, which are several in a quotation. */
interface Story {
  readonly blocks: Block[];
  readonly own: number;
}

/**
 * Makes lists of the stories that are paragraphs with a bold lead, each with what belongs to it: further paragraphs,
 * labelled parts, lists, and its sources. `**Ferry stops** — The …` -> `- **Ferry stops:** The …`
 */
export function gatherStories(blocks: readonly Block[], habits: Habits): readonly Block[] {
  const bold = startsOf(blocks, habits);
  const links = linkStarts(blocks, habits.linksTell ? 2 : 3);
  const areBold = areStories(blocks, bold, habits) && !comeFirst(links, bold);
  const starts = areBold ? bold : links;
  if (!starts.includes(true)) return blocks;
  const gathered: Block[] = [];
  let stories: Story[] = [];
  const flush = () => {
    const closing = removeClosing(stories, habits);
    if (stories.length > 0) gathered.push(listOf(stories.map((story) => story.blocks)));
    for (const block of closing) gathered.push(block);
    stories = [];
  };
  blocks.forEach((block, i) => {
    if (starts[i] === true)
      for (const story of storiesIn(block, habits.leads)) stories.push({ blocks: story, own: story.length });
    else if (stories.length > 0 && !isRule(block) && (areBold || !endsLinks(block, habits)))
      stories.at(-1)?.blocks.push(block);
    else {
      flush();
      gathered.push(block);
    }
  });
  flush();
  return gathered;
}

/** Whether stories begin with links before any does in bold, and more of them do: the bold words are among the links. */
function comeFirst(links: readonly boolean[], bold: readonly boolean[]): boolean {
  const count = (starts: readonly boolean[]) => starts.filter(Boolean).length;
  return links.includes(true) && links.indexOf(true) < bold.indexOf(true) && count(links) > count(bold);
}

/**
 * Returns the story in a block, or several in a quotation if they are numbered: `> **1. Ferry stops** …`,
 * `> **2. Crane comes** …`.
 */
function storiesIn(block: Block, leads: BoldLeadCache): Block[][] {
  if (!isCallout(block)) return [[block]];
  const [first, ...below] = blocksIn(block);
  const stories = first ? splitStories(first, leads).map((one) => [one]) : [];
  for (const block of below) stories.at(-1)?.push(block);
  return stories;
}

/**
 * Whether blocks that have the form of stories are stories: two in a section are; one is if it comes first, or is a
 * quotation that comes last, and the document has others elsewhere.
 */
function areStories(blocks: readonly Block[], starts: readonly boolean[], habits: Habits): boolean {
  const count = starts.filter(Boolean).length;
  if (count === 0) return false;
  const first = starts.indexOf(true);
  const one = blocks[first];
  if (count === 1 && one)
    return (
      habits.stories > 1 &&
      (blocks.slice(0, first).every((block) => isLeadIn(block) || isRule(block)) ||
        (habits.stories > 2 && isCallout(one) && blocks.slice(first + 1).every(isRule))) &&
      (isRecord(one, habits) ||
        (!leadsToLinks(blocks.slice(first)) &&
          !FIELDS.test(one.tokens[1]?.content ?? '') &&
          !isStoryByline(one, blocks[first + 1])))
    );
  return !areAroundList(blocks, starts, habits.leads) && !isOneStory(blocks, habits);
}

/** Whether bold words without a link only introduce a list of items with links: those are the stories. */
function leadsToLinks([first, ...below]: readonly Block[]): boolean {
  if (first === undefined || hasLinks(first)) return false;
  return below.some((block) => isList(block) && listsLinks(block));
}

/** A paragraph of three or more fields of the story that its heading names: `**Severity:** high`, … */
const FIELDS = /^(?:(?=\*\*[^*\n]{1,60}(?:[:：]\*\*|\*\*[:：])).*(?:\n|$)){3,}$/;

/** At least three short parts: `**A. Writer, B. Author** · cs.LG · relevance 31`. The limits bound the search. */
const BYLINE = /^[^·]{1,160}(?:\s·\s[^·]{1,160}){2,8}$/;
/**
 * At least two such parts, the first of which is a number of something: `**84 votes** · [Paper](https://a.example)`.
 */
const COUNTED = /^\d[\d.,\s]{0,12}[^\d.,\s·][^\s·]{0,30}(?:\s·\s[^·]{1,160}){1,9}$/;

/**
 * Whether a block only gives a story's source and date, `**Gazette** · 3 March 2026`,
 * `**Paper | Gazette | 3 March 2026**`; or more such data, which is not a sentence, above the story's text.
 */
function isStoryByline(block: Block, below: Block | undefined): boolean {
  const text = blockText(block);
  const isData = () => COUNTED.test(text) || (BYLINE.test(text) && !hasHeadline(block));
  if (below && isSentencesOrQuotation(below) && !isFullSentence(block) && isData()) return true;
  const parts = text.split(/\s+[·|—–]\s+/);
  const isWhole = parts.length === 2 || (parts.length > 2 && isAllBold(wordsOf(block.tokens[1])));
  return isWhole && isMostlyDate(parts.at(-1) ?? '');
}

/**
 * Whether bold words are a headline and not names: `**The ferry stops** · Gazette · 3 min`, or a link in bold. Names
 * have only capitals and particles.
 */
function hasHeadline({ tokens }: Block): boolean {
  const lead = leadOf(wordsOf(tokens[1]));
  return lead !== undefined && (lead.isLinked || SMALL_WORD.test(lead.words));
}

const SMALL_WORD =
  /(?<![\p{L}'’.-])(?!(?:and|und|et|al|de|del|den|der|des|di|da|dos|la|le|van|von|bin|ibn|the|others)(?!\p{L}))\p{Ll}{2,}/u;

/** Whether a block is sentences or a quotation of them, and not another line of a byline or a list. */
function isSentencesOrQuotation(block: Block): boolean {
  return isFullSentence(block) || isQuotation(block);
}

/**
 * Whether blocks are one story: text, and labelled parts below it, `**Why it matters:** …`; or only parts, if several
 * of their labels recur in the document's stories. Not if they list links with descriptions: those are the stories.
 */
export function isOneStory(blocks: readonly Block[], habits: Habits): boolean {
  const leads = blocks.flatMap((block) => habits.leads.of(block) ?? []);
  if (blocks.filter((block) => isRecord(block, habits)).length > 1) return false;
  if (leads.length > 0 && leads.every(({ hasColon }) => hasColon) && beginsWithData(blocks)) return true;
  const parts = leads.filter((lead) => isPart(lead, habits));
  if (parts.length < 2 || leads.some((lead) => !lead.hasColon && !parts.includes(lead))) return false;
  if (blocks.some(listsLinksWithText)) return false;
  const recurring = parts.filter(({ words }) => habits.recurring.has(foldTitle(words)));
  const others = leads.filter((lead) => lead.before !== 'nothing' && !recurring.includes(lead));
  // If all of them come first, as many others may follow: they are not stories with the parts of each.
  const most = recurring.length - Number(leads[recurring.length - 1] !== recurring.at(-1));
  if (recurring.length > 1 && others.length <= most) return true;
  const first = blocks.findIndex((block) => habits.leads.of(block) !== undefined);
  return blocks.slice(0, first).some((block) => isParagraph(block) && !isLeadIn(block));
}

/** Whether a section begins with a list of data, `- **Date:** 3 March 2026`, `- **Link:** [Film](https://a.example)`. */
function beginsWithData([first]: readonly Block[]): boolean {
  if (first === undefined || !isList(first)) return false;
  const items = takeawaysOf(first);
  const parts = items.filter(({ label }) => label !== undefined && namesPart(label));
  return parts.length > 1 && items.every(({ label }) => label !== undefined);
}

/** Whether a list's items are links, each with nested text: `1. [Ferry stops](https://a.example)`. */
function listsLinksWithText(block: Block): boolean {
  if (!isList(block)) return false;
  const items = takeawaysOf(block);
  return (
    items.length > 1 &&
    items.every(({ lead, name, rest }) => lead.length === 0 && rest.length > 0 && name.some(isLinkOpen))
  );
}

function startsStory(block: Block, below: Block | undefined, forms: RecurringPatterns): boolean {
  if (isCallout(block) || isRecord(block, forms)) return true;
  const lead = forms.leads.of(block);
  if (!lead || isPart(lead, forms)) return false;
  if (lead.before !== 'nothing') return true;
  // A bold line alone is a headline only if its text, or a list of its parts, is below it.
  if (below === undefined || lead.hasColon) return false;
  return isList(below)
    ? lead.isNumbered || listsParts(below, forms) || (lead.isLinked && !listsLinks(below))
    : isTextBlock(below) && forms.leads.of(below)?.hasColon !== false;
}

/** Whether a block begins with the field of its headline, `**Title:** Ferry stops`, as another does. */
function isRecord(block: Block, { fieldsTell }: RecurringPatterns): boolean {
  return fieldsTell && beginsWithTitleField(block);
}

/** Whether at least half of a list's items are parts of a story: `- Summary: …`, `- Link: …`. */
function listsParts(list: Block, { listed }: RecurringPatterns): boolean {
  const items = takeawaysOf(list);
  const isPart = (label: string) => namesPart(label) || listed.has(foldTitle(label));
  return items.filter(({ label }) => label !== undefined && isPart(label)).length * 2 >= items.length;
}

/**
 * Removes the blocks that are not part of the last story, and returns them: from its first further paragraph on, if
 * no other story has one.
 */
function removeClosing(stories: readonly Story[], { leads }: Habits): readonly Block[] {
  const last = stories.at(-1);
  if (!last || stories.length < 2) return [];
  // Text of the story itself: neither its sources nor its parts.
  const isText = (block: Block) => isParagraph(block) && !isSourceParagraph(block) && !leads.of(block);
  const goesOn = stories.slice(0, -1).some(({ blocks, own }) => blocks.slice(own).some(isText));
  const end = goesOn ? -1 : last.blocks.findIndex((block, i) => i >= last.own && isText(block));
  // A bold line alone is the headline of the text that follows.
  const [first] = last.blocks;
  const isHeadline = last.own === 1 && first && leads.of(first)?.before === 'nothing';
  return end < 1 || isHeadline ? [] : last.blocks.splice(end);
}

/** Whether a block ends stories that begin with a link: it lists more links, or is a bold line but not a part. */
function endsLinks(block: Block, habits: Habits): boolean {
  const lead = habits.leads.of(block);
  return (isList(block) && listsLinks(block)) || (lead?.before === 'nothing' && !isPart(lead, habits));
}

/** Whether a block is a paragraph, or a quotation that is not a story. */
function isTextBlock(block: Block): boolean {
  return isParagraph(block) || (isQuotation(block) && !isCallout(block));
}

/** Whether a block only introduces the blocks below it: `Three lines stop this week:`. */
export function isLeadIn(block: Block): boolean {
  // A cheap first check: most paragraphs have no colon, not even as an entity.
  if (!isParagraph(block) || !/[:：&]/.test(block.tokens[1]?.content ?? '')) return false;
  const text = blockText(block);
  return text.length <= 240 && /[:：]$/.test(text);
}

/** Whether a bold line names a group of stories, which are below it: `**AI News (4 slots)**`. */
export function namesGroup(block: Block, below: Block | undefined, leads: BoldLeadCache): boolean {
  const name = leads.of(block);
  if (name?.before !== 'nothing' || !below || holdsSentence(name.words)) return false;
  const lead = leads.of(below);
  return lead !== undefined && lead.before !== 'nothing' && (!lead.hasColon || lead.isLinked);
}
