import { sumOf } from '../../../base/sumOf.ts';
import { type Block, blockText } from '../../blocks/document.ts';
import { inlineOf } from '../../blocks/kinds.ts';
import { linksOf } from '../../blocks/links.ts';
import { plainText, wordsOf } from '../../grammar/tokens.ts';
import { announcesPeople } from '../../text/people.ts';
import { isOrdinaryName } from '../../text/vocabulary.ts';

/** The start and end of a sentence: it has at least three words, and citations may come after its full stop. */
const WORDS = /^\s*\S+\s+\S+\s+\S/;
const END = /[.!?。！？]["'”’»)]?(?:\s*\[\d{1,3}\])*$/u;
const MAX_END_LENGTH = 60;

/**
 * Whether a section with an ordinary name such as `Links` is not a reference section: sections of another kind follow
 * it, or most of its text is sentences, as `Ann found the leak.` below `Links`. `Credits` name people, unless they
 * link to a page.
 */
export function isProseDespiteName(title: string, blocks: readonly Block[], isLast: boolean): boolean {
  if (!isOrdinaryName(title)) return false;
  if (!isLast) return true;
  return (
    blocks.length > 0 && (announcesPeople(title) ? !blocks.some(linksToPage) : areMostlySentences(blocks))
  );
}

/** Whether four fifths of the text are sentences, as in a letter whose head has `Links:`. */
function areMostlySentences(blocks: readonly Block[]): boolean {
  const lettersOf = (some: readonly Block[]) => sumOf(some, (block) => blockText(block).length);
  return lettersOf(blocks.filter(isSentence)) * 5 >= lettersOf(blocks) * 4;
}

/** Whether a block links to a page; a mail address leads to a person. */
function linksToPage({ tokens }: Block): boolean {
  return tokens.some(({ children }) => linksOf(children ?? []).some(({ url }) => /^https?:/i.test(url)));
}

function isSentence(block: Block): boolean {
  const words = wordsOf(inlineOf(block));
  if (linksOf(words).length > 0) return false;
  const said = plainText(words).trim();
  return WORDS.test(said) && END.test(said.slice(-MAX_END_LENGTH));
}
