import type { Block } from '../blocks/document.ts';
import { linksOf } from '../blocks/links.ts';
import { plainText } from '../grammar/tokens.ts';
import { isOrdinaryName } from '../text/vocabulary.ts';

/** Three words and more, with the numbers that it cites behind it. */
const SENTENCE = /\S \S+ \S.*[.!?。！？]["'”’»)]?(?:\s*\[\d{1,3}\])*$/su;

/**
 * `Links` and the like are reference sections only where no others than those follow, and where something in them is more
 * than said: `Credits`, and below it `Ann found the leak.`
 */
export function isProseAfterAll(title: string, blocks: readonly Block[], isLast: boolean): boolean {
  return isOrdinaryName(title) && (!isLast || (blocks.length > 0 && blocks.every(isSaid)));
}

function isSaid({ tokens: [open, inline] }: Block): boolean {
  const words = inline?.children ?? [];
  return open?.type === 'paragraph_open' && linksOf(words).length === 0 && SENTENCE.test(plainText(words));
}
