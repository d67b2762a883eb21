import { copyOf, haveWords, wordsOf } from '../grammar/tokens.ts';
import { type Block, blockText } from '../blocks/document.ts';
import { isList, isParagraph, isRule } from '../blocks/kinds.ts';
import {
  isEmptyParagraph,
  isListBelowLink,
  isInProse,
  leadsWithLink,
  isSingleLink,
  isFullSentence,
  isLinkParagraph,
  isOneLink,
  leadToSame,
  linksAreItems,
  areLinkHeadlines,
  mostLeadWithLink,
} from './linksAsItems.ts';
import { listOf, splitParagraph } from './makeLists.ts';
import { isOfSending, isSourceParagraph } from './sourceLines.ts';
import { takeawaysOf } from './takeaways.ts';
import { isBesideSending } from '../text/links/sendingLinks.ts';
import { HAN_OR_KANA } from '../text/scripts.ts';
import { namesPart } from '../text/partLabels.ts';
import { foldTitle } from '../text/vocabulary.ts';

/** `1、` begins an item, which includes the paragraphs below it. */
const NUMBER = /^\s*(\d{1,3})、\s*/;
const NONE: ReadonlySet<string> = new Set();
/** Stands in `sources`, which has the words of links, for any address right below a headline. */
export const ADDRESS = '://';

/**
 * Makes lists of items that were not written as a list: paragraphs that are one link each, and those from one that
 * begins with `1、` up to the next number or rule. From then on they are items like any others. `sources`: the words
 * of links, folded, that recur in the text: `[Read the paper](…)` is the source of the words beside it. `linksHead`:
 * links above lists are headlines.
 */
export function gatherItems(
  blocks: readonly Block[],
  sources: ReadonlySet<string> = NONE,
  linksHead = false,
): Block[] {
  const doLinksLead = mostLeadWithLink(blocks);
  const areLinksItems = doLinksLead || linksAreItems(blocks);
  // Most sections have neither links nor numbers that begin items.
  if (!areLinksItems && !blocks.some(isNumbered)) return [...blocks];
  const areAboveLists =
    areLinksItems &&
    (linksHead || blocks.filter((block, i) => isListBelowLink(blocks[i - 1], block)).length > 1);
  const areAboveTexts = areLinksItems && areLinkHeadlines(blocks);
  const linkItems = (block: Block, i: number): Block[] => {
    const [above, below] = [blocks[i - 1], blocks[i + 1]];
    if (
      !areLinksItems ||
      !leadsWithLink(block) ||
      onlyNamesSource(block, sources, i === 0 ? below : undefined)
    )
      return [];
    if (isOfSending(block) || (isBeside(block) && (isBeside(above) || isBeside(below)))) return [];
    const isItem = isLinkParagraph(block) && !isInProse(above, below) && !isSource(block, above, below);
    if (isItem) return linesOfLinks(block);
    return doLinksLead ? [block] : [];
  };
  const isBelowItem = (block: Block, i: number) =>
    (areAboveLists && isListBelowLink(blocks[i - 1], block)) || (areAboveTexts && !isLinkParagraph(block));
  const gathered: Block[] = [];
  let items: Block[][] = [];
  /** The first number, if the items are numbered. */
  let start: number | undefined;
  const flush = () => {
    if (items.length > 0) gathered.push(listOf(items, start));
    items = [];
  };
  const begin = (number: number | undefined) => {
    if (items.length === 0 || (start === undefined) !== (number === undefined)) {
      flush();
      start = number;
    }
  };
  for (const [i, block] of blocks.entries()) {
    const number = numberOf(block);
    const inNumbered = items.length > 0 && start !== undefined && !isRule(block);
    const inLinks = items.length > 0 && start === undefined && leadToSame(items.at(-1)?.[0], block);
    const lines =
      number === undefined && !inLinks && (!inNumbered || isEndMark(block)) ? linkItems(block, i) : [];
    if (inLinks) {
      // A card: `[Ferry stops](https://a.example)`, `[What the office says](…)`, `[Read on](…)`.
      items.at(-1)?.push(block);
    } else if (number !== undefined) {
      begin(number);
      items.push(withoutNumber(block));
    } else if (lines.length > 0) {
      begin(undefined);
      for (const line of lines) items.push([line]);
    } else if (items.length > 0 && ((inNumbered && !isEndMark(block)) || isBelowItem(block, i))) {
      items.at(-1)?.push(block);
    } else if (items.length === 0 || !isEmptyParagraph(block)) {
      // `[]()`, an empty link that a program left, does not end the list.
      flush();
      gathered.push(block);
    }
  }
  flush();
  return gathered;
}

/** Whether a block only names the source of the story above it, or of the one that it begins, which has text `below`. */
function onlyNamesSource(block: Block, sources: ReadonlySet<string>, below: Block | undefined): boolean {
  if (sources.size === 0) return false;
  const isAboveText = below !== undefined && !isLinkParagraph(below);
  const words = isAboveText ? withoutNumbers(block) : foldTitle(blockText(block));
  return sources.has(words) || (sources.has(ADDRESS) && isSourceParagraph(block));
}

/** The folded words of a block, in which any number stands for all: `Ticket 12` is like `Ticket 8`. */
export function withoutNumbers(block: Block): string {
  return foldTitle(blockText(block)).replace(/\d+/g, '0');
}

/**
 * Whether a link is the source of the words above it: `[Read more](…)`, `[City News](…)`, `https://…`, or a single one
 * with an arrow, `[→ See the map](…)`.
 */
function isSource(block: Block, above: Block | undefined, below: Block | undefined): boolean {
  if (above === undefined || isLinkParagraph(above)) return false;
  const words = blockText(block);
  return (
    isSourceParagraph(block) ||
    (NAME.test(words) && (isParagraph(above) || (below === undefined && isListOfParts(above)))) ||
    (ARROW.test(words) && isFullSentence(above) && (below === undefined || !isLinkParagraph(below)))
  );
}

/** Whether a list has only parts of the story above it: `- **Why it matters:** It is late.` */
function isListOfParts(block: Block): boolean {
  return isList(block) && takeawaysOf(block).every(({ label }) => label !== undefined && namesPart(label));
}

const ARROW = /^[→➜➔➡▶»›]|[→➜➔»›]$/u;

/** Whether a link is about the newsletter, or one that is at its end: `[Facebook](…)`. */
function isBeside(block: Block | undefined): boolean {
  return block !== undefined && isOneLink(block) && (isOfSending(block) || isBesideSending(blockText(block)));
}

/** A publisher's name has up to three words, or up to eight characters of a script without spaces; a title has more. */
const NAME = new RegExp(
  String.raw`^(?=.*(?:\p{L}{3}|\p{Lu}{2}))(?!.*[${HAN_OR_KANA}]{9})\P{L}*\p{L}\S*(?: \S+){0,2}$`,
  'u',
);

/** Splits a paragraph of links by its lines, unless it is one link whose words are wrapped. */
function linesOfLinks(block: Block): Block[] {
  const isWrapped = isSingleLink(wordsOf(block.tokens[1]));
  return splitParagraph(block, () => !isWrapped);
}

/** Whether a block begins an item like `1、Ferry`. */
export function isNumbered(block: Block): boolean {
  return numberOf(block) !== undefined;
}

function numberOf({ tokens }: Block): number | undefined {
  if (tokens[0]?.type !== 'paragraph_open') return undefined;
  const [first] = wordsOf(tokens[1]);
  const number = first?.type === 'text' ? NUMBER.exec(first.content)?.[1] : undefined;
  return number === undefined ? undefined : Number(number);
}

/** Returns an item's first paragraph without its number; without tokens if the number was all of it. */
function withoutNumber(block: Block): Block[] {
  const [open, inline, close] = block.tokens;
  const [first, ...others] = wordsOf(inline);
  if (!open || !inline || !close || !first) return [block];
  const rest = first.content.replace(NUMBER, '');
  // If the number was the whole text, because a line break or a link follows, nothing is left of it.
  const below = others[0]?.type === 'softbreak' ? others.slice(1) : others;
  const children = rest.trim() === '' ? below : [copyOf(first, { content: rest }), ...others];
  const tokens = !haveWords(children) ? [] : [open, copyOf(inline, { children }), close];
  return [{ ...block, tokens }];
}

/** Whether a block marks the end of an issue: `（完）`. */
function isEndMark(block: Block): boolean {
  return /^[（(]?\s*(?:完|终|The End|END)\s*[）)]?$/i.test(blockText(block));
}
