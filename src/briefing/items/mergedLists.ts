import { opensSources } from '../text/sourceLabels.ts';
import { type Block, blockText, nodesIn } from '../blocks/document.ts';
import { isAnyHeading, isBulletList, isList, isNumberedList, isRule, isTable } from '../blocks/kinds.ts';
import { holdsLink, isWholeLink, wordsOf } from '../grammar/tokens.ts';
import { listOf } from './makeLists.ts';
import { isAllBold } from './labels.ts';
import { isFullSentence, isLongAsHeadline, isOneLink } from './linksAsItems.ts';
import { isLeadIn } from './stories.ts';
import { hasLinkSign, isOfSending, isSourceParagraph, isTitleLinks, isUninformative } from './sourceLines.ts';
import { linkAtStart, takeawaysOf } from './takeaways.ts';
import { labelOfField, namesPart } from '../text/partLabels.ts';

/** A list whose items are still being gathered. */
interface OpenList {
  readonly items: Block[][];
  /** The first number; undefined if it has bullets. */
  readonly start: number | undefined;
  /** For each list that was merged into it, how many blocks from below that list were added to its last item. */
  readonly added: number[];
  /** The list as it was read, as long as nothing has been added. */
  readonly whole: Block | undefined;
}

/**
 * Returns lists with the blocks that belong to their items although they are not indented: `1. Ferry`, a paragraph,
 * `2. Tugs`, a paragraph; and lines below an item that give its source.
 */
export function mergeLists(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(isList)) return blocks;
  const merged: Block[] = [];
  const nextList = listsBelow(blocks, isList);
  let nextNumbered: readonly (Block | undefined)[] | undefined;
  // Below a headline with a number, lists of bullets are passed over.
  const nextOf = (open: OpenList, i: number) =>
    endsInHeadline(open) ? (nextNumbered ??= listsBelow(blocks, isNumberedList))[i] : nextList[i];
  const areHeads = areHeadlineLists(blocks);
  let list: OpenList | undefined;
  const flush = () => {
    if (list) merged.push(list.whole ?? listOf(list.items, list.start));
    list = undefined;
  };
  for (const [i, block] of blocks.entries()) {
    if (list && isList(block) && list.added.length > 0 && (areHeads || continuesNumbers(list, block))) {
      list = {
        ...list,
        items: [...list.items, ...itemsOf(block)],
        added: [...list.added, 0],
        whole: undefined,
      };
    } else if (isList(block) && !(list && isBelowHeadline(list, block, nextOf(list, i)))) {
      flush();
      const items = itemsOf(block);
      const joined = mergeRecords(items) ?? mergeSourceItems(items);
      const whole = joined === items ? block : undefined;
      list = { items: joined, start: startOf(block), added: [0], whole };
    } else if (list && (areHeads ? !endsList(block) : belongsToList(list, block, nextOf(list, i)))) {
      list.items.at(-1)?.push(block);
      list = { ...list, added: list.added.with(-1, (list.added.at(-1) ?? 0) + 1), whole: undefined };
    } else {
      flush();
      merged.push(block);
    }
  }
  flush();
  return merged;
}

/** Minimum number of fields of a record. */
const FIELDS = 3;

/**
 * Joins the fields of each record, if a list has the same ones again and again: `- Boat: Anna`, `- Port: Dublin`, `-
 * Day: Monday`, `- Boat: Berta`, …
 */
function mergeRecords(items: Block[][]): Block[][] | undefined {
  if (items.length < 2 * FIELDS) return undefined;
  const labelOf = (item: readonly Block[] = []) => item[0] && labelOfField(blockText(item[0]));
  const first = labelOf(items[0]);
  if (first === undefined) return undefined;
  const size = items.findIndex((item, i) => i > 0 && labelOf(item) === first);
  if (size < FIELDS || items.length % size > 0) return undefined;
  const labels = items.map(labelOf);
  const areRecords = labels.every((label, i) => label !== undefined && label === labels[i % size]);
  return areRecords
    ? items.flatMap((_, i) => (i % size === 0 ? [items.slice(i, i + size).flat()] : []))
    : undefined;
}

/** Adds items that only give a source to the item above them: `- Ferry stops.`, `- [Source](https://a.example)`. */
function mergeSourceItems(items: Block[][]): Block[][] {
  const is = ([block]: readonly Block[] = []) => block !== undefined && isSourceItem(block);
  // In a list of sources, each item is one.
  if (is(items[0])) return items;
  const isSource = items.map(is);
  const sources = isSource.filter(Boolean).length;
  if (sources === 0 || sources * 2 > items.length) return items;
  // In a list of nothing but links, `[Download](…)`, `[Changelog](…)`, only one for each title is its source.
  if (sources * 2 < items.length && items.every(([block]) => block && isOneLink(block))) return items;
  if (areParts(items) || (sources === 1 && isRecord(items, isSource))) return items;
  const joined: Block[][] = [];
  items.forEach((item, i) => {
    const [block] = item;
    const above = joined.at(-1);
    if (isSource[i] === true && block && above && !isAnotherStory(above[0], block)) above.push(block);
    else joined.push([...item]);
  });
  return joined.length < items.length ? joined : items;
}

/** Whether all items are parts of the story above: `- Category: ships`, `- Source: https://a.example`. */
function areParts(items: readonly (readonly Block[])[]): boolean {
  return items.every(([block]) => {
    const label = block && labelOfField(blockText(block));
    return label !== undefined && namesPart(label);
  });
}

/** Whether a list is of the fields of one story, among them its source, and no other field has a link. */
function isRecord(items: readonly (readonly Block[])[], isSource: readonly boolean[]): boolean {
  if (items.length <= FIELDS) return false;
  return items.every(([block], i) => {
    const label = block && labelOfField(blockText(block));
    return label !== undefined && (isSource[i] ? namesPart(label) : !block?.tokens.some(holdsLink));
  });
}

/** Whether both items are titles with links: the second is then another story. */
function isAnotherStory(above: Block | undefined, block: Block): boolean {
  return above !== undefined && isTitleLinks(above) && isTitleLinks(block);
}

/** The limits of a source item: the token by which its link begins, and the length of its words in UTF-16 units. */
const [FEW, SHORT] = [6, 60];

function isSourceItem(block: Block): boolean {
  const [, inline] = block.tokens;
  // Cheap checks first: most items are sentences.
  return (
    block.tokens.length === 3 &&
    inline?.children?.slice(0, FEW).some(({ type }) => type === 'link_open') === true &&
    inline.children.every(({ type, content }) => type !== 'text' || isShortOrUrl(content)) &&
    isSourceParagraph(block) &&
    !TITLE_AND_SOURCE.test(blockText(block)) &&
    areWords(blockText(block))
  );
}

/** The words of `[Ferry stops](https://a.example) ([Gazette](https://b.example))`, which is a story of its own. */
const TITLE_AND_SOURCE = /^[^(:：]+ \(/;

function isShortOrUrl(words: string): boolean {
  return words.length < SHORT || /^https?:\S*$/.test(words);
}

/** Whether there is a letter, and no broken link syntax, which stays text: `[[a](b)](https://c.example)`. */
function areWords(text: string): boolean {
  return !text.includes('](') && /\p{L}/u.test(text);
}

/**
 * Whether a section's lists are each one headline, with text below it: a link, `- [Ferry stops](https://a.example)`,
 * `The office …`; or one line in bold. One such list alone is enough at the top. Not if a list comes last: its link may
 * be the source of what is above.
 */
function areHeadlineLists(blocks: readonly Block[]): boolean {
  const lists = blocks.filter(isList);
  const last = blocks.findLast((block) => !endsList(block));
  const [first] = blocks;
  if (first && lists.length === 1 && first !== last && isList(first) && isHeadline(first, blocks))
    return true;
  if (lists.length < 2 || last === undefined) return false;
  if (areCommentedLinks(blocks, lists)) return true;
  if (isList(last) || blocks.findIndex(isList) > 1) return false;
  const areBullets = lists.every(isBulletList);
  return (areBullets && lists.every(isOneBoldItem)) || (lists.length > 2 && lists.every(isOneLinkList));
}

/**
 * Whether a section begins with bullets, most of which begin with a link, and two thirds of them, and two, have text
 * below:
 * `- [Ferry stops](https://a.example)`, `The office …`, `- [Crane comes](https://b.example)`. No such text introduces
 * the list below it.
 */
function areCommentedLinks(blocks: readonly Block[], lists: readonly Block[]): boolean {
  const [first] = blocks;
  if (!first || !isBulletList(first)) return false;
  const below = blocks.map((_, i) => blocks[i + 1]);
  const told = blocks.filter((block, i) => isList(block) && isText(below[i]));
  const items = lists.flatMap(takeawaysOf);
  return (
    told.length > 1 &&
    told.length * 3 >= items.length * 2 &&
    lists.every(isBulletList) &&
    items.filter((item) => !isUninformative(linkAtStart(item) ?? '')).length * 4 >= items.length * 3 &&
    !blocks.some((block, i) => below[i] !== undefined && isList(below[i]) && /[:：]$/.test(textOf(block)))
  );
}

function isText(block: Block | undefined): boolean {
  return block !== undefined && !isList(block) && !endsList(block);
}

function textOf(block: Block): string {
  return isText(block) ? blockText(block) : '';
}

/**
 * Whether a list is one item and nothing else: in bold, or a link of several words above a sentence, if no table is in
 * its section.
 */
function isHeadline(list: Block, [, below, ...others]: readonly Block[]): boolean {
  return (
    isOneBoldItem(list) ||
    (list.tokens.length === ONE_LINE &&
      isOneLinkList(list) &&
      isLongAsHeadline(blockText(list)) &&
      below !== undefined &&
      isFullSentence(below) &&
      !others.some(isTable))
  );
}

/** Number of tokens of a list of one item that is one line. */
const ONE_LINE = 7;

/** Whether a list is one item in bold and nothing else: `- **Ferry stops**`, `1. **Ferry stops**`. */
function isOneBoldItem({ tokens }: Block): boolean {
  return tokens.length === ONE_LINE && isAllBold(wordsOf(tokens[3]));
}

function isOneLinkList(block: Block): boolean {
  const { tokens } = block;
  const words = wordsOf(tokens[3]);
  return isBulletList(block) && nodesIn(block).length === 1 && isWholeLink(words);
}

function endsList(block: Block): boolean {
  return isAnyHeading(block) || isRule(block);
}

/** Whether the last item of a numbered list is a title alone, a link or in bold: `1. [Ferry stops](https://a.example)`. */
function endsInHeadline({ items, start }: OpenList): boolean {
  const head = start === undefined ? undefined : items.at(-1)?.[0];
  return head !== undefined && (isTitleLinks(head) || isAllBold(wordsOf(head.tokens[1])));
}

/**
 * Whether a list of bullets belongs to such an item, with a paragraph between: `- Paper: 12`. The numbers continue
 * below, or the items before have such a list, too. Or it is right below what introduces it: `4. **Key insights**:`.
 */
function isBelowHeadline(list: OpenList, block: Block, next: Block | undefined): boolean {
  const above = list.items.at(-1)?.at(-1);
  if (above && isLeadIn(above) && isBulletList(block)) return true;
  if (list.start === undefined || isNumberedList(block) || list.added.at(-1) === 0) return false;
  const goesOn = next !== undefined && continuesNumbers(list, next);
  return (goesOn || (canHaveMore(list) && list.items.some(hasList))) && endsInHeadline(list);
}

/** Whether an item has got a list from below it. */
function hasList(item: readonly Block[]): boolean {
  return item.slice(1).some(isList);
}

/** Whether a list continues the numbers of the open one. */
function continuesNumbers({ items, start }: OpenList, list: Block): boolean {
  return start !== undefined && startOf(list) === start + items.length;
}

function belongsToList(list: OpenList, block: Block, next: Block | undefined): boolean {
  const type = block.tokens[0]?.type;
  if (type === 'heading_open') return false;
  // A rule ends a list, unless its numbers continue right below.
  if (type === 'hr') return next !== undefined && continuesNumbers(list, next);
  // Below several items, `Sources: A, B` names the sources of all; so does `🔗 [A](…)`, if no item has a link.
  const isOfAll =
    list.items.length > 1 &&
    list.added.length === 1 &&
    (opensSources(blockText(block)) ||
      (hasLinkSign(block) && !list.items.flat().some(({ tokens }) => tokens.some(holdsLink))));
  if (isSourceParagraph(block)) return !isOfAll && (next !== undefined || !isOfSending(block));
  if (type === 'blockquote_open') return isRightBelow(list, block);
  if ((next && continuesNumbers(list, next)) || (type === 'fence' && isRightBelow(list, block))) return true;
  return isList(block) || (type === 'paragraph_open' && canHaveMore(list));
}

/** Whether the last item has fewer blocks from below it than one before it has. */
function canHaveMore({ added }: OpenList): boolean {
  const most = added.slice(0, -1).reduce((high, count) => Math.max(high, count), 0);
  return (added.at(-1) ?? 0) < most;
}

/** Whether a quotation begins on the line right after an item, and so belongs to it: `> It stops.` */
function isRightBelow({ items }: OpenList, { tokens, from }: Block): boolean {
  if (tokens.length > 1 && tokens[1]?.type !== 'paragraph_open') return false;
  const inline = items
    .at(-1)
    ?.at(-1)
    ?.tokens.findLast(({ type }) => type === 'inline');
  return inline?.map?.[1] === from;
}

/** Returns for each block the next such list below it, unless a rule that is not right above the list is between them. */
function listsBelow(
  blocks: readonly Block[],
  isOne: (block: Block) => boolean,
): readonly (Block | undefined)[] {
  const found: (Block | undefined)[] = [];
  let next: Block | undefined;
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i];
    found[i] = next;
    if (!block) continue;
    if (isOne(block)) next = block;
    else if (isRule(block) && blocks[i + 1] !== next) found[i] = next = undefined;
  }
  return found;
}

function startOf(list: Block): number | undefined {
  return isNumberedList(list) ? Number(list.tokens[0]?.attrGet('start') ?? 1) : undefined;
}

function itemsOf(list: Block): Block[][] {
  return nodesIn(list).map((item) => {
    const [from, to] = item[0]?.map ?? [list.from, list.to];
    return [{ tokens: item.slice(1, -1), from, to }];
  });
}
