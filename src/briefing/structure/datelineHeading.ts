import { isDateAlone } from '../text/date.ts';
import { withoutEdition } from '../text/title.ts';
import { type Block, blockText, type Document } from '../blocks/document.ts';

/**
 * A heading that only dates the briefing, or numbers it: `## March 3, 2026` right below `# Morning brief`, or right above it. It heads
 * no section. Where another heading of its level is a date too, the document has a section for each day.
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
  const level = found?.tokens[0]?.tag;
  const isDay = (block: Block) => block.tokens[0]?.tag === level && isDatelineHeading(block);
  return headings.some((block) => block !== found && block !== titleBlock && isDay(block))
    ? undefined
    : found;
}

/** `## March 3, 2026`, `## Issue 12`. */
export function isDatelineHeading(block: Block): boolean {
  if (block.tokens[0]?.type !== 'heading_open') return false;
  const date = withoutEdition(blockText(block));
  return date === '' || isDateAlone(date);
}
