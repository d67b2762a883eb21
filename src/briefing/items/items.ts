import type { Token } from 'markdown-it';
import { copyOf, linesOf, tokenOf, haveWords, isLinkOpen } from '../grammar/tokens.ts';
import { type Block, blockText, topLevelNodes } from '../blocks/document.ts';
import { isSourceParagraph } from './sourceLines.ts';
import { foldTitle } from '../text/vocabulary.ts';
import { linkMark } from '../text/links/linkMarks.ts';
import { endsSentence } from '../text/sentences.ts';

/** `1、` begins an item, which includes the paragraphs below it. */
const NUMBER = /^\s*(\d{1,3})、\s*/;
const NONE: ReadonlySet<string> = new Set();
/** In `sources`, which has the words of links, this stands for any address right below a headline. */
export const ADDRESS = '://';

/**
 * Makes lists of items that were not written as a list: paragraphs that are one link each, and those from one that
 * begins with `1、` up to the next number or rule. From then on they are items like any others. `sources`: the words of
 * links, folded, that recur in the text: `[Read the paper](…)` is the source of what is beside it. `linksHead`: links
 * above lists are headlines.
 */
export function gatherItems(
  blocks: readonly Block[],
  sources: ReadonlySet<string> = NONE,
  linksHead = false,
): Block[] {
  const lone = linksAreItems(blocks);
  const led = lone && linksLead(blocks);
  const heads =
    lone && (linksHead || blocks.filter((block, i) => isHeadOfList(blocks[i - 1], block)).length > 1);
  const headTexts = lone && linksHeadTexts(blocks);
  const gathered: Block[] = [];
  let items: Block[][] = [];
  let start: number | undefined;
  const flush = () => {
    if (items.length > 0) gathered.push(listOf(items, start));
    items = [];
  };
  for (const [i, block] of blocks.entries()) {
    const number = numberOf(block);
    const inItem = items.length > 0 && start !== undefined && block.tokens[0]?.type !== 'hr';
    const isWhere = lone && sources.size > 0 && saysWhere(block, sources);
    if (number !== undefined) {
      if (start === undefined || items.length === 0) {
        flush();
        start = number;
      }
      items.push(withoutNumber(block));
    } else if (inItem && !isEndMark(block)) {
      items.at(-1)?.push(block);
    } else if (
      lone &&
      isLinks(block) &&
      !isInProse(blocks[i - 1], blocks[i + 1]) &&
      !isSource(block, blocks[i - 1]) &&
      !isWhere
    ) {
      if (start !== undefined) flush();
      start = undefined;
      for (const line of linesOfLinks(block)) items.push([line]);
    } else if (led && !isWhere && isLedByLink(block)) {
      if (start !== undefined) flush();
      start = undefined;
      items.push([block]);
    } else if (heads && items.length > 0 && isBulletList(block) && isHeadOfList(blocks[i - 1], block)) {
      items.at(-1)?.push(block);
    } else if (headTexts && items.length > 0 && !isLinks(block)) {
      items.at(-1)?.push(block);
    } else if (items.length > 0 && isEmpty(block)) {
      // `[]()`, an empty link that a program left, does not end the list.
    } else {
      flush();
      gathered.push(block);
    }
  }
  flush();
  return gathered;
}

function saysWhere(block: Block, sources: ReadonlySet<string>): boolean {
  return sources.has(foldTitle(blockText(block))) || (sources.has(ADDRESS) && isSourceParagraph(block));
}

/** Whether a link is the source of the words above it: `[Read more](…)`, `[City News](…)`, `https://…`. */
function isSource(block: Block, above: Block | undefined): boolean {
  if (above === undefined || isLinks(above)) return false;
  const isBelowWords = above.tokens[0]?.type === 'paragraph_open';
  return isSourceParagraph(block) || (isBelowWords && NAME.test(blockText(block)));
}

/** A publisher's name has up to three words; a title has more. */
const NAME = /^\P{L}*\p{L}{3}\S*(?: \S+){0,2}$/u;

/** Whether a heading or paragraph is one link and nothing else. */
export function isOneLink({ tokens }: Block): boolean {
  return tokens.length === 3 && isLink(tokens[1]?.children ?? []);
}

/** Whether each line of a paragraph is one link and nothing else. */
export function isLinks({ tokens }: Block): boolean {
  const [open, inline] = tokens;
  return (
    open?.type === 'paragraph_open' &&
    inline !== undefined &&
    beginsWithLink(inline) &&
    (isLink(inline.children ?? []) || linesOf(inline).every(isLink))
  );
}

/** A cheap first check, which most paragraphs fail. */
function beginsWithLink({ children }: Token): boolean {
  const first = children?.find(({ type, content }) => type !== 'text' || content.trim() !== '');
  return first?.type === 'link_open' || first?.type === 'dead_link_open';
}

/** Splits a paragraph of links by its lines, unless it is one link whose words are wrapped. */
function linesOfLinks(block: Block): Block[] {
  const isWrapped = isLink(block.tokens[1]?.children ?? []);
  return splitParagraph(block, () => !isWrapped);
}

/** Splits a paragraph into several: one from its first line, and one from each line for which `begins` is true. */
export function splitParagraph(block: Block, begins: (line: number) => boolean): Block[] {
  const { tokens, from, to } = block;
  const [open, inline, close] = tokens;
  if (!open || !inline || !close) return [block];
  const lines = linesOf(inline);
  const source = inline.content.split('\n');
  const starts = [...lines.keys()].filter((line) => line === 0 || begins(line));
  // Lines match those of the source, unless a link's words are wrapped.
  const isLineForLine = lines.length === to - from;
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? lines.length;
    const map: [number, number] = isLineForLine ? [from + start, from + end] : [from, to];
    const children = lines
      .slice(start, end)
      .flatMap((line, at) => (at === 0 ? line : [tokenOf('softbreak', 'br', 0), ...line]));
    // Inline code may span lines. Each part gets only its own content: with all of it in thousands of parts, checking
    // them would take minutes.
    const content =
      source.length === lines.length
        ? source.slice(start, end).join('\n')
        : children.map((child) => (child.type === 'softbreak' ? '\n' : child.content)).join('');
    return {
      tokens: [copyOf(open, { map }), copyOf(inline, { content, children, map }), close],
      from: map[0],
      to: map[1],
    };
  });
}

/** Whether tokens are one link, with or without a mark after it: `[Title](https://a.example) (★)`. */
function isLink(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  const isMarked = last?.type === 'text' && linkMark(last.content) !== undefined;
  const words = (isMarked ? tokens.slice(0, -1) : tokens).filter(
    ({ type, content }) => type !== 'softbreak' && !(type === 'text' && content.trim() === ''),
  );
  const links = words.filter(({ type }) => type === 'link_open' || type === 'dead_link_open');
  return (
    links.length === 1 &&
    links[0] === words[0] &&
    words.at(-1)?.type === (words[0]?.type === 'link_open' ? 'link_close' : 'dead_link_close') &&
    words.some(({ type, content }) => type !== 'image' && content.trim() !== '')
  );
}

/** Whether a link belongs to prose: `You find it at:` is above it, or words that continue the sentence are below it. */
function isInProse(above: Block | undefined, below: Block | undefined): boolean {
  const textOf = (block: Block | undefined) =>
    block?.tokens[0]?.type === 'paragraph_open' && !isLinks(block) ? blockText(block) : '';
  return /[:：,，]$/.test(textOf(above)) || /^\p{Ll}/u.test(textOf(below));
}

/**
 * Whether links on lines of their own are items. In prose, such a link is just where the prose leads: only several
 * links, or one that comes first, make items.
 */
function linksAreItems(blocks: readonly Block[]): boolean {
  const links = blocks.filter(isLinks).length;
  if (links === 0) return false;
  const paragraphs = blocks.filter(
    (block) => block.tokens[0]?.type === 'paragraph_open' && !isEmpty(block),
  ).length;
  const first = blocks.find((block) => !isEmpty(block));
  // A single address with only words below it is their source.
  if (first !== undefined && isLinks(first))
    return links > 1 || paragraphs === 1 || !isOneLink(first) || !isSourceParagraph(first);
  // One link between sentences is not a list.
  const isOneStory = () => blocks.some((block, i) => isToldOf(block, blocks[i - 1], blocks[i + 1]));
  return links * 3 >= paragraphs && (links > 1 || !isOneStory());
}

/** Whether a link is between two sentences of a story: it is their source, whatever its words are. */
function isToldOf(block: Block, ...beside: readonly (Block | undefined)[]): boolean {
  return isLinks(block) && beside.every((one) => one !== undefined && tellsToItsEnd(one));
}

export function tellsToItsEnd(block: Block): boolean {
  return block.tokens[0]?.type === 'paragraph_open' && endsSentence(blockText(block));
}

/** Whether a paragraph begins with a link: `[Title](https://a.example) is worth a look.` */
function isLedByLink({ tokens: [open, inline] }: Block): boolean {
  return open?.type === 'paragraph_open' && inline !== undefined && beginsWithLink(inline);
}

/** Whether four fifths of a section's blocks begin with a link, and more than one is nothing else. */
function linksLead(blocks: readonly Block[]): boolean {
  const written = blocks.filter((block) => !isEmpty(block));
  return written.filter(isLedByLink).length * 5 >= written.length * 4 && written.filter(isLinks).length > 1;
}

/** Whether a list is below a link, `[Ferry stops](https://a.example)`: its headline, if the text has several such. */
export function isHeadOfList(above: Block | undefined, block: Block): boolean {
  return (
    isBulletList(block) &&
    above !== undefined &&
    isOneLink(above) &&
    !isSourceParagraph(above) &&
    !listsLinks(block)
  );
}

/**
 * Whether a section has nothing but headlines that are links, each above its text: `[The ferry stops](https://a.example)`,
 * `From Monday on …`. It does not end with such a link, which may be the source of the text above it.
 */
function linksHeadTexts(written: readonly Block[]): boolean {
  const blocks = written.filter((block) => !isEmpty(block));
  return (
    isTitle(blocks[0]) &&
    blocks.every((block, i) =>
      isLinks(block)
        ? isTitle(block) && i < blocks.length - 1 && tellsToItsEnd(blocks[i + 1] ?? block)
        : isTold(block),
    )
  );
}

/** Four words, since a name has fewer, or as much in a script without spaces. */
const HEADLINE = /\S(?: +\S+){3}|[\p{scx=Han}\p{scx=Kana}\p{scx=Hang}]{8}/u;

function isTitle(block: Block | undefined): boolean {
  return (
    block !== undefined &&
    isLinks(block) &&
    isOneLink(block) &&
    HEADLINE.test(blockText(block)) &&
    !isSourceParagraph(block)
  );
}

function isTold(block: Block): boolean {
  const type = block.tokens[0]?.type;
  return (
    type === 'paragraph_open' || type === 'blockquote_open' || (isBulletList(block) && !listsLinks(block))
  );
}

/** Whether at least half of several items have links: then they are the stories, whatever is above them. */
export function listsLinks(list: Block): boolean {
  const items = topLevelNodes(list.tokens.slice(1, -1));
  const linked = items.filter((item) => item.some(({ children }) => children?.some(isLinkOpen) === true));
  return items.length > 1 && linked.length * 2 >= items.length;
}

function isBulletList({ tokens }: Block): boolean {
  return tokens[0]?.type === 'bullet_list_open';
}

function isEmpty({ tokens: [open, inline] }: Block): boolean {
  const children = inline?.children ?? [];
  return (
    open?.type === 'paragraph_open' && !haveWords(children) && !children.some(({ type }) => type === 'image')
  );
}

function numberOf({ tokens }: Block): number | undefined {
  if (tokens[0]?.type !== 'paragraph_open') return undefined;
  const [first] = tokens[1]?.children ?? [];
  const number = first?.type === 'text' ? NUMBER.exec(first.content)?.[1] : undefined;
  return number === undefined ? undefined : Number(number);
}

/** Returns an item's first paragraph without its number; without tokens if the number was all of it. */
function withoutNumber(block: Block): Block[] {
  const [open, inline, close] = block.tokens;
  const [first, ...others] = inline?.children ?? [];
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

/** Makes a list of items that are blocks. `start`: the first number, if they are numbered. */
export function listOf(items: readonly (readonly Block[])[], start?: number): Block {
  const blocks = items.flat();
  const from = blocks[0]?.from ?? 0;
  const to = blocks.at(-1)?.to ?? from;
  const tag = start === undefined ? 'ul' : 'ol';
  const kind = start === undefined ? 'bullet_list' : 'ordered_list';
  const attrs: Token['attrs'] = start === undefined || start === 1 ? null : [['start', start]];
  const tokens = items.flatMap((item) => {
    const map: [number, number] = [item[0]?.from ?? 0, item.at(-1)?.to ?? 0];
    return [
      tokenOf('list_item_open', 'li', 1, { map }),
      ...item.flatMap((block) => block.tokens),
      tokenOf('list_item_close', 'li', -1),
    ];
  });
  return {
    tokens: [
      tokenOf(`${kind}_open`, tag, 1, { map: [from, to], attrs }),
      ...tokens,
      tokenOf(`${kind}_close`, tag, -1),
    ],
    from,
    to,
  };
}
