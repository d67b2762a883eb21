import { splitSpaces } from '../briefing/write/escapeMarks.ts';
import type { MarkupWriter } from '../briefing/write/writeItemContent.ts';

const NO_BREAK = '\u00a0';

/**
 * Completes the hand (see `Hand`) of a language whose code is written as escaped lines with non-breaking spaces: that
 * way, code can contain nothing that ends a code block.
 */
export function markupWriter({
  lineStart = '',
  ...hand
}: Omit<MarkupWriter, 'paragraph' | 'codeBlock'> & {
  /** Written before the first of several lines. */
  readonly lineStart?: string;
}): MarkupWriter {
  const paragraph = (words: string) => (words.includes(hand.lineEnd) ? lineStart + words : words);
  const lineOf = (line: string) => {
    const { before, words } = splitSpaces(
      line.replaceAll('\t', '    ').replace(/^ +| +(?= )/g, (space) => NO_BREAK.repeat(space.length)),
    );
    return words === '' ? NO_BREAK : before + hand.words(words);
  };
  return {
    ...hand,
    paragraph,
    codeBlock: (text) => paragraph(text.split('\n').map(lineOf).join(hand.lineEnd)),
  };
}
