import { dayOfByline } from '../../text/dates/date.ts';
import { isDateOrEdition, isEditionLine } from '../../text/title.ts';
import { type Block, blockText, type Document, inlineTokens } from '../../blocks/document.ts';
import { isAnyHeading, isList, isParagraph } from '../../blocks/kinds.ts';
import { linesOf, plainText } from '../../grammar/tokens.ts';

/**
 * Returns the heading that only dates or numbers the briefing, and so does not begin a section: `## March 3, 2026`
 * right below `# Morning brief`, or right above it; or that begins with the date and is deeper than the next,
 * `### March 3, 2026 · Summer season`. Undefined if another heading of its level is a date, too, since
 * each day then has a section; or if it is right above a list and there are other headings, since it is then the
 * list's.
 */
export function datelineHeading(
  { blocks, frontMatter }: Document,
  headings: readonly Block[],
  titleBlock: Block | undefined,
): Block | undefined {
  if (!titleBlock && frontMatter.title === undefined) return undefined;
  const title = titleBlock ? blocks.indexOf(titleBlock) : -1;
  const tagOf = (block: Block | undefined) => block?.tokens[0]?.tag ?? 'h9';
  // Another heading that is deeper than the next may belong to the title.
  const isDeep = (block: Block) => tagOf(headings[headings.indexOf(block) + 1]) < tagOf(block);
  const found = [blocks[title + 1], title === 1 ? blocks[0] : undefined].find(
    (block) =>
      block && headings.includes(block) && (isDeep(block) ? isDatedHeading(block) : isDatelineHeading(block)),
  );
  const others = headings.filter((block) => block !== found && block !== titleBlock);
  const below = found && blocks[blocks.indexOf(found) + 1];
  const isDay = (block: Block) => tagOf(block) === tagOf(found) && isDatelineHeading(block);
  const headsList = below !== undefined && isList(below) && others.length > 0;
  return headsList || others.some(isDay) ? undefined : found;
}

/** Whether a heading is only a date or an edition: `## March 3, 2026`, `## Issue 12`. */
export function isDatelineHeading(block: Block): boolean {
  return isAnyHeading(block) && isDateOrEdition(blockText(block));
}

/** The day of a heading whose first part is only a date: `### March 3, 2026 · Summer season`. */
export function dayOfSubtitle(block: Block): string | undefined {
  return isAnyHeading(block) ? dayOfByline(blockText(block)) : undefined;
}

/** Whether a heading above the sections gives the date or the edition: all others are those of sections. */
export function isDatedHeading(block: Block): boolean {
  return isDatelineHeading(block) || dayOfSubtitle(block) !== undefined;
}

/** Whether a paragraph only gives the date or the edition, on each of its lines. */
export function isDatelineParagraph(block: Block): boolean {
  return (
    isParagraph(block) &&
    inlineTokens(block.tokens)
      .flatMap(linesOf)
      .every((line) => isEditionLine(plainText(line)))
  );
}
