import { opensSources } from '../plain/runInSources.ts';
import { type Block, blockText, topLevelNodes } from '../blocks/document.ts';
import { closeOf } from '../grammar/tokens.ts';
import { listOf } from './items.ts';
import { isAllBold } from './labels.ts';
import { isSourceParagraph, isTitleLinks } from './sourceLines.ts';
import { isList } from './takeaways.ts';

/** A list whose items are still being gathered. */
interface OpenList {
  readonly items: Block[][];
  /** Undefined where it has bullets. */
  readonly start: number | undefined;
  /** How many blocks each item before the last has got from below its list. */
  readonly added: number[];
  /** As it was read, while nothing was added. */
  readonly whole: Block | undefined;
}

/**
 * Lists with what belongs to their items, though it is not indented: `1. Ferry`, a paragraph, `2. Tugs`, a paragraph;
 * and lines below an item that say where it comes from.
 */
export function mergeLists(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(isList)) return blocks;
  const merged: Block[] = [];
  const next = listsBelow(blocks);
  const areHeads = listsHead(blocks);
  let list: OpenList | undefined;
  const flush = () => {
    if (list) merged.push(list.whole ?? listOf(list.items, list.start));
    list = undefined;
  };
  for (const [i, block] of blocks.entries()) {
    if (list && isList(block) && list.added.length > 0 && (areHeads || continues(list, block))) {
      list = {
        ...list,
        items: [...list.items, ...itemsOf(block)],
        added: [...list.added, 0],
        whole: undefined,
      };
    } else if (isList(block)) {
      flush();
      const items = itemsOf(block);
      const joined = withSources(items);
      const whole = joined === items ? block : undefined;
      list = { items: joined, start: startOf(block), added: [0], whole };
    } else if (list && (areHeads ? !endsList(block) : belongs(list, block, next[i]))) {
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

/** With what only says where the item above it comes from in that: `- Ferry stops.`, `- [Source](https://a.example)`. */
function withSources(items: Block[][]): Block[][] {
  const isSource = items.map(([block]) => block !== undefined && isSourceItem(block));
  const sources = isSource.filter(Boolean).length;
  // In a list of sources, each is an item.
  if (sources === 0 || isSource[0] === true || sources * 2 > items.length) return items;
  const joined: Block[][] = [];
  items.forEach((item, i) => {
    const [block] = item;
    const above = joined.at(-1);
    if (isSource[i] === true && block && above && !isNext(above[0], block)) above.push(block);
    else joined.push([...item]);
  });
  return joined.length < items.length ? joined : items;
}

/** Below an item that is a link, another one is the next. */
function isNext(above: Block | undefined, block: Block): boolean {
  return above !== undefined && isTitleLinks(above) && isTitleLinks(block);
}

/** Where a link begins, and how long its words are, in a line of sources. */
const [FEW, SHORT] = [6, 60];

function isSourceItem(block: Block): boolean {
  const [, inline] = block.tokens;
  // A line of words needs no closer look.
  return (
    block.tokens.length === 3 &&
    inline?.children?.slice(0, FEW).some(({ type }) => type === 'link_open') === true &&
    inline.children.every(({ type, content }) => type !== 'text' || content.length < SHORT) &&
    // What was to be a link, and is words: `[[a](b)](https://c.example)`.
    !blockText(block).includes('](') &&
    /\p{L}/u.test(blockText(block)) &&
    isSourceParagraph(block)
  );
}

/**
 * A section of lists that are one link each, and what is said of it below each: `- [Ferry stops](https://a.example)`, `The
 * office …`; or one line in bold. Where a link stands at the end, it may be the source of what stands above.
 */
function listsHead(blocks: readonly Block[]): boolean {
  const lists = blocks.filter(isList);
  const last = blocks.findLast((block) => !endsList(block));
  if (lists.length < 2 || last === undefined || isList(last) || blocks.findIndex(isList) > 1) return false;
  return lists.every(isOneHeadline) || (lists.length > 2 && lists.every(isOneLink));
}

/** `- **Ferry stops**`, and nothing else. */
function isOneHeadline({ tokens }: Block): boolean {
  return (
    tokens[0]?.type === 'bullet_list_open' && tokens.length === 7 && isAllBold(tokens[3]?.children ?? [])
  );
}

function isOneLink({ tokens }: Block): boolean {
  const words = tokens[3]?.children ?? [];
  return (
    tokens[0]?.type === 'bullet_list_open' &&
    topLevelNodes(tokens.slice(1, -1)).length === 1 &&
    words[0]?.type === 'link_open' &&
    closeOf(words, 0) === words.length - 1
  );
}

function endsList({ tokens }: Block): boolean {
  return tokens[0]?.type === 'heading_open' || tokens[0]?.type === 'hr';
}

/** Whether a list goes on with the numbers of one above. */
function continues({ items, start }: OpenList, list: Block): boolean {
  return start !== undefined && startOf(list) === start + items.length;
}

function belongs(list: OpenList, block: Block, next: Block | undefined): boolean {
  const type = block.tokens[0]?.type;
  if (type === 'heading_open') return false;
  // A rule ends a list, unless its numbers go on right below.
  if (type === 'hr') return next !== undefined && continues(list, next);
  // Below several items, `Sources: A, B` names those of all.
  const isOfAll = list.items.length > 1 && list.added.length === 1 && opensSources(blockText(block));
  if (isSourceParagraph(block)) return !isOfAll;
  if (type === 'blockquote_open') return isRightBelow(list, block);
  if ((next && continues(list, next)) || (type === 'fence' && isRightBelow(list, block))) return true;
  // The last item may have as much below it as those before.
  const most = list.added.slice(0, -1).reduce((high, count) => Math.max(high, count), 0);
  return type === 'paragraph_open' && (list.added.at(-1) ?? 0) < most;
}

/** `> It stops.`, or code, on the line below an item's last: it quotes what that is about. */
function isRightBelow({ items }: OpenList, { tokens, from }: Block): boolean {
  if (tokens.length > 1 && tokens[1]?.type !== 'paragraph_open') return false;
  const inline = items
    .at(-1)
    ?.at(-1)
    ?.tokens.findLast(({ type }) => type === 'inline');
  return inline?.map?.[1] === from;
}

/** For each block, the next list below it, unless a rule and more stand between. */
function listsBelow(blocks: readonly Block[]): readonly (Block | undefined)[] {
  const found: (Block | undefined)[] = [];
  let next: Block | undefined;
  for (const [i, block] of [...blocks.entries()].reverse()) {
    found[i] = next;
    if (isList(block)) next = block;
    else if (block.tokens[0]?.type === 'hr' && blocks[i + 1] !== next) found[i] = next = undefined;
  }
  return found;
}

function startOf({ tokens: [open] }: Block): number | undefined {
  return open?.type === 'ordered_list_open' ? Number(open.attrGet('start') ?? 1) : undefined;
}

function itemsOf(list: Block): Block[][] {
  return topLevelNodes(list.tokens.slice(1, -1)).map((item) => {
    const [from, to] = item[0]?.map ?? [list.from, list.to];
    return [{ tokens: item.slice(1, -1), from, to }];
  });
}
