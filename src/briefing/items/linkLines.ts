import type { Token } from 'markdown-it';
import type { Block } from '../blocks/document.ts';
import { closeOf, linesOf, plainText } from '../grammar/tokens.ts';
import { opensSources } from '../plain/runInSources.ts';
import { isGeneric } from '../text/links/genericWords.ts';
import { namesPart } from '../text/partLabels.ts';
import { isSourceLine } from './sourceLines.ts';

/** A headline has two words at least, or four letters where words have no spaces: `[Ferry stops](…)`, and not `[Link](…)`. */
const HEADLINE = /\p{L}\S*\s+\S|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{4}/u;

/**
 * Where a section is made of paragraphs whose first line is a link, and the others say what is there, or that begin with a
 * link and a colon: for each block, whether such a paragraph begins. `[Ferry stops at nine](https://a.example)`, `The office
 * …`; `[Ferry](https://a.example): The office …`
 */
export function linkLines(blocks: readonly Block[]): readonly boolean[] {
  const paragraphs = blocks.filter(({ tokens }) => tokens[0]?.type === 'paragraph_open');
  const begins = blocks.map((block) => isHeadedByLink(block) || isLabelledByLink(block));
  const found = begins.filter(Boolean).length;
  // Where the first one has a label, what has none goes on with what stands above it.
  const [first] = paragraphs;
  const isLed = first !== undefined && isLabelledByLink(first);
  if (found < 3 || (found * 2 < paragraphs.length && !isLed)) return [];
  // Below one of them may stand no more than code.
  return begins.map((begin, i) => begin || isLinkAlone(blocks[i]));
}

function isHeadedByLink({ tokens: [open, inline] }: Block): boolean {
  if (open?.type !== 'paragraph_open' || inline?.children?.[0]?.type !== 'link_open') return false;
  const [first, second] = linesOf(inline);
  return first !== undefined && second !== undefined && isHeadline(first) && !isSourceLine(second);
}

/** `[Ferry](https://a.example): The office …`, and not `[Source](https://a.example): …`. */
function isLabelledByLink({ tokens: [open, inline] }: Block): boolean {
  const words = inline?.children ?? [];
  if (open?.type !== 'paragraph_open' || words[0]?.type !== 'link_open' || words[0].info === 'auto')
    return false;
  const close = closeOf(words, 0);
  const label = plainText(words.slice(1, close));
  return (
    /^[:：]\s*\S/u.test(words[close + 1]?.content ?? '') &&
    /\p{L}/u.test(label) &&
    !isGeneric(label) &&
    !namesPart(label) &&
    !opensSources(label)
  );
}

function isLinkAlone(block: Block | undefined): boolean {
  const [open, inline] = block?.tokens ?? [];
  return (
    open?.type === 'paragraph_open' &&
    inline?.children?.[0]?.type === 'link_open' &&
    isHeadline(inline.children)
  );
}

/** One link, whose words are no address. */
function isHeadline(line: readonly Token[]): boolean {
  const [link] = line;
  const words = plainText(line);
  return link?.info !== 'auto' && closeOf(line, 0) === line.findLastIndex(isWritten) && HEADLINE.test(words);
}

function isWritten({ type, content }: Token): boolean {
  return type !== 'text' || content.trim() !== '';
}
