import { partsOf } from '../briefing/write/marks.ts';
import type { Hand } from '../briefing/write/writeSaid.ts';

const NO_BREAK = '\u00a0';

/** The hand of a language that has code as lines of words, whose spaces stay: so it has nothing that could end it. */
export function handOf({
  lineStart = '',
  ...hand
}: Omit<Hand, 'paragraph' | 'codeBlock'> & {
  /** What stands before the first of some lines. */
  readonly lineStart?: string;
}): Hand {
  const paragraph = (words: string) => (words.includes(hand.lineEnd) ? lineStart + words : words);
  const lineOf = (line: string) => {
    const { before, words } = partsOf(
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
