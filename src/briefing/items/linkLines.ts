import type { Token } from 'markdown-it';
import type { Block } from '../blocks/document.ts';
import { closeOf, linesOf, plainText } from '../grammar/tokens.ts';
import { isSourceLine } from './sourceLines.ts';

/** A headline has two words at least, or four letters where words have no spaces: `[Ferry stops](…)`, and not `[Link](…)`. */
const HEADLINE = /\p{L}\S*\s+\S|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{4}/u;

/**
 * Where a section is made of paragraphs whose first line is a link, and the others say what is there: for each block,
 * whether such a paragraph begins. `[Ferry stops at nine](https://a.example)`, `The office …`
 */
export function linkLines(blocks: readonly Block[]): readonly boolean[] {
  const begins = blocks.map(isHeadedByLink);
  const paragraphs = blocks.filter(({ tokens }) => tokens[0]?.type === 'paragraph_open').length;
  const found = begins.filter(Boolean).length;
  if (found < 3 || found * 2 < paragraphs) return [];
  // Below one of them may stand no more than code.
  return begins.map((begin, i) => begin || isLinkAlone(blocks[i]));
}

function isHeadedByLink({ tokens: [open, inline] }: Block): boolean {
  if (open?.type !== 'paragraph_open' || inline?.children?.[0]?.type !== 'link_open') return false;
  const [first, second] = linesOf(inline);
  return first !== undefined && second !== undefined && isHeadline(first) && !isSourceLine(second);
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
