import { dayOfByline } from '../../text/dates/date.ts';
import { isDateOrEdition, isEditionLine } from '../../text/title.ts';
import { type Block, blockText, type Document, inlineTokens } from '../../blocks/document.ts';
import { isAnyHeading, isList, isParagraph } from '../../blocks/kinds.ts';
import { linesOf, plainText } from '../../grammar/tokens.ts';

/**
 * Returns the heading that only dates or numbers the briefing, and so does not begin a section: `## March 3, 2026`
 * right below `# Morning brief`, or right above it. Undefined if another heading of its level is a date, too, since
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
  const found = [blocks[title + 1], title === 1 ? blocks[0] : undefined].find(
    (block) => block && headings.includes(block) && isDatelineHeading(block),
  );
  const others = headings.filter((block) => block !== found && block !== titleBlock);
  const below = found && blocks[blocks.indexOf(found) + 1];
  const level = found?.tokens[0]?.tag;
  const isDay = (block: Block) => block.tokens[0]?.tag === level && isDatelineHeading(block);
  const headsList = below !== undefined && isList(below) && others.length > 0;
  return headsList || others.some(isDay) ? undefined : found;
}

/** `March 3, 2026 · Summer season`, and not `March 3, 2026 — The ferry stops`, which is a headline. */
const IN_PARTS = /^[^·•|｜—–]{6,80}[·•|｜]/u;

/** Whether a heading is only a date or an edition, `## March 3, 2026`, `## Issue 12`, or begins with its date in a part. */
export function isDatelineHeading(block: Block): boolean {
  if (!isAnyHeading(block)) return false;
  const words = blockText(block);
  return isDateOrEdition(words) || (IN_PARTS.test(words) && dayOfByline(words) !== undefined);
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
