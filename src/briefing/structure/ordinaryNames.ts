import type { Block } from '../blocks/document.ts';
import { linksOf } from '../blocks/links.ts';
import { plainText } from '../grammar/tokens.ts';
import { isOrdinaryName } from '../text/vocabulary.ts';

/** A sentence has three words and more; the numbers that it cites may stand behind it. */
const WORDS = /^\s*\S+\s+\S+\s+\S/;
const END = /[.!?。！？]["'”’»)]?(?:\s*\[\d{1,3}\])*$/u;
const LONGEST_END = 60;

/**
 * `Links` and the like are reference sections only where no others than those follow, and where something in them is more
 * than said: `Credits`, and below it `Ann found the leak.`
 */
export function isProseAfterAll(title: string, blocks: readonly Block[], isLast: boolean): boolean {
  return isOrdinaryName(title) && (!isLast || (blocks.length > 0 && blocks.every(isSaid)));
}

function isSaid({ tokens: [open, inline] }: Block): boolean {
  const words = inline?.children ?? [];
  if (open?.type !== 'paragraph_open' || linksOf(words).length > 0) return false;
  const said = plainText(words).trim();
  return WORDS.test(said) && END.test(said.slice(-LONGEST_END));
}
