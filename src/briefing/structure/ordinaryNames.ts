import { type Block, blockText } from '../blocks/document.ts';
import { linksOf } from '../blocks/links.ts';
import { plainText } from '../grammar/tokens.ts';
import { announcesPeople } from '../text/people.ts';
import { isOrdinaryName } from '../text/vocabulary.ts';

/** A sentence has three words and more; the numbers that it cites may stand behind it. */
const WORDS = /^\s*\S+\s+\S+\s+\S/;
const END = /[.!?。！？]["'”’»)]?(?:\s*\[\d{1,3}\])*$/u;
const LONGEST_END = 60;

/**
 * `Links` and the like are reference sections only where no others than those follow, and where something in them is more
 * than said: `Links`, and below it `Ann found the leak.` And `Credits` name people, but for what they link to.
 */
export function isProseAfterAll(title: string, blocks: readonly Block[], isLast: boolean): boolean {
  if (!isOrdinaryName(title)) return false;
  if (!isLast) return true;
  return blocks.length > 0 && (announcesPeople(title) ? !blocks.some(linksToPage) : areMostlySaid(blocks));
}

/** `Links:` in the head of a letter, and four fifths of the letter below it. */
function areMostlySaid(blocks: readonly Block[]): boolean {
  const lettersOf = (some: readonly Block[]) => some.reduce((sum, block) => sum + blockText(block).length, 0);
  return lettersOf(blocks.filter(isSaid)) * 5 >= lettersOf(blocks) * 4;
}

/** A letter's address leads to a person. */
function linksToPage({ tokens }: Block): boolean {
  return tokens.some(({ children }) => linksOf(children ?? []).some(({ url }) => /^https?:/i.test(url)));
}

function isSaid({ tokens: [open, inline] }: Block): boolean {
  const words = inline?.children ?? [];
  if (open?.type !== 'paragraph_open' || linksOf(words).length > 0) return false;
  const said = plainText(words).trim();
  return WORDS.test(said) && END.test(said.slice(-LONGEST_END));
}
