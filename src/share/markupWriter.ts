import { splitSpaces } from '../briefing/write/escapeMarks.ts';
import type { MarkupWriter } from '../briefing/write/writeItemContent.ts';

const NO_BREAK = '\u00a0';

/**
 * Completes a {@link MarkupWriter} whose code is written as escaped lines with non-breaking spaces, so that code cannot
 * contain anything that ends a code block.
 */
export function markupWriter({
  lineStart = '',
  ...writer
}: Omit<MarkupWriter, 'paragraph' | 'codeBlock'> & {
  /** Written before the first of several lines. */
  readonly lineStart?: string;
}): MarkupWriter {
  const paragraph = (words: string) => (words.includes(writer.lineEnd) ? lineStart + words : words);
  const lineOf = (line: string) => {
    const { before, words } = splitSpaces(
      line.replaceAll('\t', '    ').replace(/^ +| +(?= )/g, (space) => NO_BREAK.repeat(space.length)),
    );
    return words === '' ? NO_BREAK : before + writer.words(words);
  };
  return {
    ...writer,
    paragraph,
    codeBlock: (text) => paragraph(text.split('\n').map(lineOf).join(writer.lineEnd)),
  };
}
