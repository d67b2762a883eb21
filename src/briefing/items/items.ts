import type { Token } from 'markdown-it';
import { copyOf, linesOf, tokenOf, haveWords, isLinkOpen } from '../grammar/tokens.ts';
import { type Block, blockText, topLevelNodes } from '../blocks/document.ts';
import { isSourceParagraph } from './sourceLines.ts';
import { foldTitle } from '../text/vocabulary.ts';
import { linkMark } from '../text/links/linkMarks.ts';
import { endsSentence } from '../text/sentences.ts';

/** `1、`: the mark of an item that goes on over the paragraphs below it. */
const NUMBER = /^\s*(\d{1,3})、\s*/;
const NONE: ReadonlySet<string> = new Set();
/** Among the words of links that are sources: any that stands right below a headline and says nothing but where. */
export const ADDRESS = '://';

/**
 * Makes lists of the items that their author gave no list: paragraphs that are one link each, and what `1、` begins, up
 * to the next number or rule. From here on they are items as any others. `sources`: the words of links, folded, that come
 * again and again in the text: `[Read the paper](…)` says where what it stands beside comes from.
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
      // `[]()`, left by who gathers links: it parts nothing.
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

/** `[Read more](…)`, `[City News](…)`, `https://…` below words: where they come from. */
function isSource(block: Block, above: Block | undefined): boolean {
  if (above === undefined || isLinks(above)) return false;
  const isBelowWords = above.tokens[0]?.type === 'paragraph_open';
  return isSourceParagraph(block) || (isBelowWords && NAME.test(blockText(block)));
}

/** A publisher's name, where a title has more words. */
const NAME = /^\P{L}*\p{L}{3}\S*(?: \S+){0,2}$/u;

/** A heading that is a link and nothing else. */
export function isOneLink({ tokens }: Block): boolean {
  return tokens.length === 3 && isLink(tokens[1]?.children ?? []);
}

/** A paragraph whose lines are a link each and nothing else. */
export function isLinks({ tokens }: Block): boolean {
  const [open, inline] = tokens;
  return (
    open?.type === 'paragraph_open' &&
    inline !== undefined &&
    beginsWithLink(inline) &&
    (isLink(inline.children ?? []) || linesOf(inline).every(isLink))
  );
}

/** Most paragraphs do not, and need no closer look. */
function beginsWithLink({ children }: Token): boolean {
  const first = children?.find(({ type, content }) => type !== 'text' || content.trim() !== '');
  return first?.type === 'link_open' || first?.type === 'dead_link_open';
}

/** A paragraph of its own for each line of links; a link's words may stand on several. */
function linesOfLinks(block: Block): Block[] {
  const isWrapped = isLink(block.tokens[1]?.children ?? []);
  return splitParagraph(block, () => !isWrapped);
}

/** The paragraphs that the lines of one make: each begins where `begins` says so, and the first where it does. */
export function splitParagraph(block: Block, begins: (line: number) => boolean): Block[] {
  const { tokens, from, to } = block;
  const [open, inline, close] = tokens;
  if (!open || !inline || !close) return [block];
  const lines = linesOf(inline);
  const source = inline.content.split('\n');
  const starts = [...lines.keys()].filter((line) => line === 0 || begins(line));
  // A line of links is a line of the source, but for a link whose words are wrapped.
  const isLineForLine = lines.length === to - from;
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? lines.length;
    const map: [number, number] = isLineForLine ? [from + start, from + end] : [from, to];
    const children = lines
      .slice(start, end)
      .flatMap((line, at) => (at === 0 ? line : [tokenOf('softbreak', 'br', 0), ...line]));
    // Code may go on over lines. What each part is asked of is its own: thousands of the whole would take minutes.
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

/** One link, with a mark behind it or without: `[Title](https://a.example) (★)`. */
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

/** `You find it at:` above a link, or words below it that go on with the sentence. */
function isInProse(above: Block | undefined, below: Block | undefined): boolean {
  const textOf = (block: Block | undefined) =>
    block?.tokens[0]?.type === 'paragraph_open' && !isLinks(block) ? blockText(block) : '';
  return /[:：,，]$/.test(textOf(above)) || /^\p{Ll}/u.test(textOf(below));
}

/** In prose, a link on its own line is where the prose leads: it takes more of them, or one in front, to make items. */
function linksAreItems(blocks: readonly Block[]): boolean {
  const links = blocks.filter(isLinks).length;
  if (links === 0) return false;
  const paragraphs = blocks.filter(
    (block) => block.tokens[0]?.type === 'paragraph_open' && !isEmpty(block),
  ).length;
  const first = blocks.find((block) => !isEmpty(block));
  if (first !== undefined && isLinks(first)) return true;
  // One alone between sentences is no list.
  const isOneStory = () => blocks.some((block, i) => isToldOf(block, blocks[i - 1], blocks[i + 1]));
  return links * 3 >= paragraphs && (links > 1 || !isOneStory());
}

/** A link between what a story says and what is said of that: where it comes from, whatever its words. */
function isToldOf(block: Block, ...beside: readonly (Block | undefined)[]): boolean {
  return isLinks(block) && beside.every((one) => one !== undefined && tellsToItsEnd(one));
}

export function tellsToItsEnd(block: Block): boolean {
  return block.tokens[0]?.type === 'paragraph_open' && endsSentence(blockText(block));
}

/** A link and what is said of it: `[Title](https://a.example) is worth a look.` */
function isLedByLink({ tokens: [open, inline] }: Block): boolean {
  return open?.type === 'paragraph_open' && inline !== undefined && beginsWithLink(inline);
}

/** Nearly all that stands in a section begins with a link, and is nothing else more than once. */
function linksLead(blocks: readonly Block[]): boolean {
  const written = blocks.filter((block) => !isEmpty(block));
  return written.filter(isLedByLink).length * 5 >= written.length * 4 && written.filter(isLinks).length > 1;
}

/** `[Ferry stops](https://a.example)` above a list of what is said there; it heads it where others stand so. */
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
 * A section of headlines that are links, each above what it tells, and nothing else: `[The ferry stops](https://a.example)`,
 * `From Monday on …`. It begins with one, and does not end with one, which may be the source of what stands above.
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

/** Four words, where a name has fewer; or as much in a script without spaces. */
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

/** Of several items, half have a link of their own: those are the stories, whatever stands above them. */
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

/** The blocks of an item: its paragraph without the number, or none where that was all of it. */
function withoutNumber(block: Block): Block[] {
  const [open, inline, close] = block.tokens;
  const [first, ...others] = inline?.children ?? [];
  if (!open || !inline || !close || !first) return [block];
  const rest = first.content.replace(NUMBER, '');
  // Where the number was all of its line, or stood before a link, nothing is left of it.
  const below = others[0]?.type === 'softbreak' ? others.slice(1) : others;
  const children = rest.trim() === '' ? below : [copyOf(first, { content: rest }), ...others];
  const tokens = !haveWords(children) ? [] : [open, copyOf(inline, { children }), close];
  return [{ ...block, tokens }];
}

/** `（完）`: the last word of an issue. */
function isEndMark(block: Block): boolean {
  return /^[（(]?\s*(?:完|终|The End|END)\s*[）)]?$/i.test(blockText(block));
}

/** A list of items that are blocks; its first number, if they are numbered. */
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
