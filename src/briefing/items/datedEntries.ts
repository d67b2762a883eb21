import { linesOf, plainText } from '../grammar/tokens.ts';
import type { Block } from '../blocks/document.ts';
import { inlineOf, isRule } from '../blocks/kinds.ts';
import { isLongAsHeadline } from './linksAsItems.ts';
import { splitParagraph, withLists } from './makeLists.ts';

/** Minimum number of entries. */
const FEWEST = 3;
/** A day in digits, or a time, and what joins it to the words of an entry: `17/10/2026 - `, `[09:30] `. */
const WHEN =
  /^[[(（]?(?:\d{4}([./-])\d{1,2}\1\d{1,2}|\d{1,2}([./-])\d{1,2}\2(?:\d{4}|\d{2})|\d{1,2}:\d{2})(?:,? \d{1,2}:\d{2})?[\])）]?(?:\s*[:：|·–—-])?\s+(?=["“«„]?\p{L})/u;

/**
 * Makes a list of entries that begin with a day or a time, as in a log of news, on lines or in paragraphs of their own.
 * What is between two of them belongs to the first. Returns `blocks` if there are no such entries.
 */
export function gatherDated(blocks: readonly Block[]): readonly Block[] {
  const entries = blocks.map(entriesOf);
  const all = entries.flat();
  const told = all.filter((entry) => isLongAsHeadline(firstLine(entry).replace(WHEN, '')));
  if (all.length < FEWEST || told.length * 3 < all.length * 2) return blocks;
  const last = entries.findLastIndex((some) => some.length > 0);
  const parts: (Block | Block[])[] = [];
  for (const [i, block] of blocks.entries()) {
    const begun = entries[i] ?? [];
    const above = parts.at(-1);
    if (begun.length > 0) for (const entry of begun) parts.push([entry]);
    else if (Array.isArray(above) && i < last && !isRule(block)) above.push(block);
    else parts.push(block);
  }
  return withLists(parts);
}

/** The entries in a paragraph that begins with one. */
function entriesOf(block: Block): readonly Block[] {
  const inline = inlineOf(block);
  // A cheap first check, which most paragraphs fail.
  if (!inline || !/^\W{0,3}\d{1,4}[./:-]\d/.test(inline.content)) return [];
  const lines = linesOf(inline).map(plainText);
  const begins = (line: number) => WHEN.test(lines[line] ?? '');
  return begins(0) ? splitParagraph(block, begins) : [];
}

function firstLine(block: Block): string {
  const inline = inlineOf(block);
  return inline ? plainText(linesOf(inline)[0] ?? []) : '';
}
