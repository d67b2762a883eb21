import type { Token } from 'markdown-it';
import { closeOf, isLinkOpen, linesOf, plainText, wordsOf } from '../grammar/tokens.ts';
import { type Block, blocksIn } from '../blocks/document.ts';
import { hasLinks } from '../blocks/links.ts';
import { isParagraph, isQuotation, withoutRules } from '../blocks/kinds.ts';
import { isFullSentence } from './linksAsItems.ts';
import { listOf } from './makeLists.ts';
import { isReadMore } from '../text/links/genericWords.ts';
import { blankEmoji } from './emojiWords.ts';
import { hasOtherWords, isSourceLine, isSourceParagraph } from './sourceLines.ts';
import { endsSentence } from '../text/sentences.ts';

/**
 * Makes a list of stories in a section whose paragraphs are each followed only by their sources: `The ferry stops.`,
 * `https://a.example/1`, `The crane comes.`, `https://a.example/2`. One without a source may come first, and one last;
 * with any other, the section is prose with links.
 */
export function gatherPairs(blocks: readonly Block[]): readonly Block[] {
  const written = withoutRules(blocks);
  if (written.length > 1 && written.every(isLinkedQuotation)) return [listOf(written.map(blocksIn))];
  if (areLinkedSentences(written)) return [listOf(withQuotations(written))];
  if (written.length < 2 || !written.every(isParagraph) || written.filter(linksBelow).length < 2)
    return blocks;
  const groups: Block[][] = [];
  for (const block of written) {
    const last = groups.at(-1);
    if (last && isSources(block)) last.push(block);
    else groups.push([block]);
  }
  const hasSource = groups.map((group) => group.some(linksBelow));
  const first = hasSource[0] === true ? 0 : 1;
  const end = hasSource.at(-1) === true ? groups.length : groups.length - 1;
  const stories = groups.slice(first, end);
  const isAll = stories.length > 2 && stories.length === groups.length;
  const areStories =
    stories.length > 1 &&
    hasSource.slice(first, end).every(Boolean) &&
    stories.every(([words]) => words !== undefined && !isSources(words)) &&
    (isAll || stories.every(([words]) => words !== undefined && endsInSentence(words)));
  return areStories
    ? [...groups.slice(0, first).flat(), listOf(stories), ...groups.slice(end).flat()]
    : blocks;
}

/**
 * Whether a block is a quotation with a link, `> The ferry stops — Ann [Gazette](https://a.example)`: a section of
 * nothing else is a list of stories.
 */
function isLinkedQuotation(block: Block): boolean {
  return isQuotation(block) && block.tokens.some(({ children }) => children?.some(isLinkOpen) === true);
}

/**
 * Whether blocks are three or more paragraphs that each have a link and end a sentence, with or without quotations
 * below, and at least half of them have a link for their first words: `[Ann](https://a.example) has found a map.`
 */
function areLinkedSentences(blocks: readonly Block[]): boolean {
  const paragraphs = blocks.filter(isParagraph);
  return (
    paragraphs.length > 2 &&
    paragraphs.filter(goesOnFromLink).length * 2 >= paragraphs.length &&
    paragraphs.every((block) => isFullSentence(block) && hasLinks(block)) &&
    blocks.every((block, i) => isParagraph(block) || (i > 0 && isQuotation(block)))
  );
}

/** Whether a link begins a sentence: not `[Ferry](…): It stops.`, nor `[Ferry stops](…) It is late.` */
function goesOnFromLink({ tokens: [, inline] }: Block): boolean {
  const words = wordsOf(inline);
  return (
    words[0]?.type === 'link_open' && /^,? ?[\p{Ll}\p{Lo}]/u.test(words[closeOf(words, 0) + 1]?.content ?? '')
  );
}

/** The paragraphs, each with the quotations below it. */
function withQuotations(blocks: readonly Block[]): Block[][] {
  const stories: Block[][] = [];
  for (const block of blocks)
    if (isParagraph(block)) stories.push([block]);
    else stories.at(-1)?.push(block);
  return stories;
}

/**
 * Whether the words above the sources end a sentence: `They are held at`, `https://a.example` is a single sentence
 * with the link.
 */
function endsInSentence({ tokens: [, inline] }: Block): boolean {
  const before = inline && wordsBeforeAddress(inline);
  if (before !== undefined && endsSentence(before)) return true;
  const words = inline && linesOf(inline).findLast((line, at) => !isLinkLine(line, at));
  return words !== undefined && endsSentence(plainText(words));
}

/**
 * The words right before the address that ends a paragraph, or before a link that only says that there is more:
 * `The ferry stops. https://a.example/1`, `The ferry stops. [Read more](https://a.example/1)`.
 */
function wordsBeforeAddress({ children }: Token): string | undefined {
  const [before, open, words, close] = children?.slice(-4) ?? [];
  const name = words?.content ?? '';
  const isAddress =
    before?.type === 'text' &&
    open?.type === 'link_open' &&
    close?.type === 'link_close' &&
    (/^https?:\/\//.test(name) || isReadMore(blankEmoji(name)));
  return isAddress ? before.content.trim() : undefined;
}

/** Whether a paragraph is only links to sources; `— Ann` is not, because it names the author of the words above. */
function isSources(block: Block): boolean {
  return linksBelow(block) && isSourceParagraph(block);
}

/** Whether the last line of a paragraph is links to its sources, or ends in an address. */
function linksBelow({ tokens: [, inline] }: Block): boolean {
  // A cheap first check: most paragraphs have no link.
  if (!inline?.children?.some(isLinkOpen)) return false;
  const lines = linesOf(inline);
  const last = lines.at(-1) ?? [];
  return (
    wordsBeforeAddress(inline) !== undefined || (last.some(isLinkOpen) && isLinkLine(last, lines.length - 1))
  );
}

/** Whether a line is only sources. Below a line, a headline is one: `The ferry stops.`, `📎 [Ferry stops at nine](…)`. */
function isLinkLine(line: readonly Token[], at: number): boolean {
  return isSourceLine(line) || (at > 0 && line.some(isLinkOpen) && !hasOtherWords(line));
}
