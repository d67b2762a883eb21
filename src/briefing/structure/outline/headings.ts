import { type Block, blockText, isPicture } from '../../blocks/document.ts';
import { isAnyHeading } from '../../blocks/kinds.ts';
import { haveWords, wordsOf } from '../../grammar/tokens.ts';
import type { SectionNode } from './sectionNode.ts';

/** The marks that a title may end with, and that are no part of it. */
const END_MARKS = ':：—–-';

/** Returns the words of a heading, without a colon (`Reference(s):`) or a dash at its end; '' without a heading. */
export function sectionTitle(heading: Block | undefined): string {
  const text = heading ? blockText(heading) : '';
  // Most titles end with a word. The expression below would be tried at each of their characters.
  if (!END_MARKS.includes(text.slice(-1))) return text;
  return text.replace(/\s*[:：]$|(?<=[\p{L}\p{N})）])\s[—–-]$/u, '') || text;
}

/** Memoizes the titles of sections, which several rules ask for once the citations in headings are marked. */
export class SectionTitles {
  readonly #found = new Map<SectionNode, string>();

  /** Returns the {@link sectionTitle title} of a section; '' without a heading. */
  of(section: SectionNode): string {
    const title = this.#found.get(section) ?? sectionTitle(section.heading);
    this.#found.set(section, title);
    return title;
  }
}

/** Whether a block is a heading with words. One of pictures alone is a banner. */
export function isHeading(block: Block): boolean {
  return isAnyHeading(block) && haveWords(wordsOf(block.tokens[1])) && !isPicture(block);
}
