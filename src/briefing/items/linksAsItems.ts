import { hasWord } from '../../base/hasWord.ts';
import type { Token } from 'markdown-it';
import { haveWords, isLinkOpen, linesOf, isVisible, wordsOf } from '../grammar/tokens.ts';
import { type Block, blockText, nodesIn } from '../blocks/document.ts';
import { inlineOf, isBulletList, isList, isParagraph, isRule } from '../blocks/kinds.ts';
import { linkMark } from '../text/links/linkMarks.ts';
import { UNSPACED } from '../text/scripts.ts';
import { endsSentence } from '../text/sentences.ts';
import { isSourceParagraph } from './sourceLines.ts';

/** Whether a heading or paragraph is one link and nothing else. */
export function isOneLink({ tokens }: Pick<Block, 'tokens'>): boolean {
  return tokens.length === 3 && isSingleLink(wordsOf(tokens[1]));
}

/** Whether two blocks are one link each, to the same address. A number begins another item, whatever its address is. */
export function leadToSame(above: Block | undefined, block: Block): boolean {
  if (above === undefined || !isOneLink(above) || !isOneLink(block)) return false;
  if (/^\d{1,3}(?:[.):]?\s|、)/.test(blockText(block))) return false;
  const [one, other] = [above, block].map(({ tokens }) =>
    tokens[1]?.children?.find(({ type }) => type === 'link_open')?.attrGet('href'),
  );
  return one != null && one === other;
}

/** Whether each line of a paragraph is one link and nothing else. */
export function isLinkParagraph(block: Block): boolean {
  const inline = inlineOf(block);
  return (
    inline !== undefined &&
    beginsWithLink(inline) &&
    (isSingleLink(wordsOf(inline)) || linesOf(inline).every(isSingleLink))
  );
}

/** A cheap first check, which most paragraphs fail. */
function beginsWithLink({ children }: Token): boolean {
  const first = children?.find(isVisible);
  return first?.type === 'link_open' || first?.type === 'dead_link_open';
}

/**
 * Whether tokens are one link, with or without a mark after it, `[Title](https://a.example) (★)`, or a linked sign
 * before it, `[🔥](https://b.example)`.
 */
export function isSingleLink(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  const isMarked = last?.type === 'text' && linkMark(last.content) !== undefined;
  const words = (isMarked ? tokens.slice(0, -1) : tokens).filter(
    (token) => token.type !== 'softbreak' && isVisible(token),
  );
  const links = words.filter(({ type }) => type === 'link_open' || type === 'dead_link_open');
  if (links.length === 2) {
    const end = words.findIndex(({ type }) => type === 'link_close') + 1;
    const isSign = end > 0 && !words.slice(0, end).some(({ content }) => hasWord(content));
    return isSign && isSingleLink(words.slice(end));
  }
  return (
    links.length === 1 &&
    links[0] === words[0] &&
    words.at(-1)?.type === (words[0]?.type === 'link_open' ? 'link_close' : 'dead_link_close') &&
    words.some(({ type, content }) => type !== 'image' && content.trim() !== '')
  );
}

/** Whether a link belongs to prose: `You find it at:` is above it, or words that continue the sentence are below it. */
export function isInProse(above: Block | undefined, below: Block | undefined): boolean {
  const textOf = (block: Block | undefined) =>
    block && isParagraph(block) && !isLinkParagraph(block) ? blockText(block) : '';
  return /[:：,，]$/.test(textOf(above)) || /^\p{Ll}/u.test(textOf(below));
}

/**
 * Whether links on lines of their own are items. In prose, a single such link only belongs to the text above it:
 * several links, or one that comes first, make items.
 */
export function linksAreItems(blocks: readonly Block[]): boolean {
  const links = blocks.filter(isLinkParagraph).length;
  if (links === 0) return false;
  const paragraphs = blocks.filter((block) => isParagraph(block) && !isEmptyParagraph(block)).length;
  const first = blocks.find((block) => !isEmptyParagraph(block));
  // A single address with only words below it, or a list without links, is their source.
  if (first !== undefined && isLinkParagraph(first)) {
    const isAlone = paragraphs === 1 && !blocks.some((block) => isList(block) && !hasLink(block));
    return links > 1 || isAlone || !isOneLink(first) || !isSourceParagraph(first);
  }
  // One link between sentences is not a list.
  const isOneStory = () => blocks.some((block, i) => isSourceInStory(block, blocks[i - 1], blocks[i + 1]));
  return links * 3 >= paragraphs && (links > 1 || !isOneStory());
}

/** Whether a link is between two sentences of a story: it is their source, whatever its words are. */
function isSourceInStory(block: Block, ...beside: readonly (Block | undefined)[]): boolean {
  return isLinkParagraph(block) && beside.every((one) => one !== undefined && isFullSentence(one));
}

export function isFullSentence(block: Block): boolean {
  return isParagraph(block) && endsSentence(blockText(block));
}

/** Whether a paragraph begins with a link: `[Title](https://a.example) is worth a look.` */
export function leadsWithLink(block: Block): boolean {
  const inline = inlineOf(block);
  return inline !== undefined && beginsWithLink(inline);
}

/**
 * Whether four fifths of a section's blocks begin with a link, and more than one is nothing else; or three of them are
 * nothing else but what kind of page it is, `[Ferry stops](https://a.example) Blog post`.
 */
export function mostLeadWithLink(blocks: readonly Block[]): boolean {
  const written = blocks.filter((block) => !isEmptyParagraph(block));
  const areMost = (is: (block: Block) => boolean, all: readonly Block[]) =>
    all.filter(is).length * 5 >= all.length * 4;
  if (areMost(leadsWithLink, written) && written.filter(isLinkParagraph).length > 1) return true;
  const last = written.findLastIndex(isNamedLink);
  // What is no sentence below the last one may be the sender’s address.
  return (
    written.filter(isNamedLink).length > 2 &&
    areMost(
      isNamedLink,
      written.filter((block, i) => i <= last || isFullSentence(block)),
    )
  );
}

/** What may be behind a link to say what it is: `Video`, `(Gazette)`, `5 min`. */
const NAME_BEHIND = /^ ?[ ([](?!\p{Ll})[\p{L}\p{N}][^.!?。！？,:]{0,24}[)\]]?$/u;

function isNamedLink({ tokens }: Block): boolean {
  const words = wordsOf(tokens[1]);
  return NAME_BEHIND.test(words.at(-1)?.content ?? '') && isSingleLink(words.slice(0, -1));
}

/**
 * Whether a block is a list right below a link, `[Ferry stops](https://a.example)`. If a text has several, the links
 * are headlines.
 */
export function isListBelowLink(above: Block | undefined, block: Block): boolean {
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
export function areLinkHeadlines(written: readonly Block[]): boolean {
  const blocks = written.filter((block) => !isEmptyParagraph(block) && !isRule(block));
  return (
    isLinkHeadline(blocks[0]) &&
    blocks.every((block, i) =>
      isLinkParagraph(block)
        ? isLinkHeadline(block) && i < blocks.length - 1 && isFullSentence(blocks[i + 1] ?? block)
        : isStoryText(block),
    )
  );
}

/**
 * Whether words are as many as a headline has: four, since a name has fewer, or eight letters of a script without
 * spaces.
 */
export function isLongAsHeadline(words: string): boolean {
  return HEADLINE.test(words);
}

const HEADLINE = new RegExp(String.raw`\S(?: +\S+){3}|[${UNSPACED}]{8}`, 'u');

function isLinkHeadline(block: Block | undefined): boolean {
  return (
    block !== undefined &&
    isLinkParagraph(block) &&
    isOneLink(block) &&
    isLongAsHeadline(blockText(block)) &&
    !isSourceParagraph(block)
  );
}

function isStoryText(block: Block): boolean {
  const type = block.tokens[0]?.type;
  return (
    type === 'paragraph_open' || type === 'blockquote_open' || (isBulletList(block) && !listsLinks(block))
  );
}

/** Whether at least half of several items have links: then they are the stories, whatever is above them. */
export function listsLinks(list: Block): boolean {
  const items = nodesIn(list);
  const linked = items.filter((tokens) => hasLink({ tokens }));
  return items.length > 1 && linked.length * 2 >= items.length;
}

function hasLink({ tokens }: Pick<Block, 'tokens'>): boolean {
  return tokens.some(({ children }) => children?.some(isLinkOpen) === true);
}

export function isEmptyParagraph({ tokens: [open, inline] }: Block): boolean {
  const children = wordsOf(inline);
  return (
    open?.type === 'paragraph_open' && !haveWords(children) && !children.some(({ type }) => type === 'image')
  );
}
