import type { Block } from '../../blocks/document.ts';
import { headingLevel, asHeading } from '../../blocks/headings.ts';
import { namesPart } from '../../text/partLabels.ts';
import { foldTitle } from '../../text/vocabulary.ts';
import { isHeading, sectionTitle } from './headings.ts';
import { addToGroup } from '../../../base/collections/groupBy.ts';

/**
 * Moves level-1 headings that are parts of stories into the sections above them. A program that has each story
 * summarized may leave the summary's own `# Summary`, `# Summary: ferries` or
 * `# Summary of the ferries` below the story's `### Ferry stops`; at least three must have the same name.
 */
export function withPartsNested(blocks: readonly Block[], titleBlock: Block | undefined): readonly Block[] {
  if (titleBlock?.tokens[0]?.tag !== 'h1') return blocks;
  const names = new Map<Block, string>();
  /** For each name, the levels of the headings right before those that have it. */
  const levels = new Map<string, number[]>();
  let above = 0;
  for (const block of blocks) {
    if (block === titleBlock || !isHeading(block)) continue;
    const level = headingLevel(block);
    if (level === 1) {
      const name = foldTitle(sectionTitle(block).replace(/[:：].*$/s, ''));
      names.set(block, name);
      addToGroup(levels, name, above);
    }
    above = level;
  }
  const nested = new Map(
    [...levels]
      .filter(([, found]) => found.length > 2 && found.every((level) => level > 2))
      .map(([name, [level = 0]]) => [name, Math.min(6, level + 1)]),
  );
  if (nested.size === 0) return blocks;
  const parts = [...nested].filter(([part]) => namesPart(part));
  const levelOf = (name: string) => nested.get(name) ?? parts.find(([part]) => isNameOf(part, name))?.[1];
  return blocks.map((block) => {
    const level = levelOf(names.get(block) ?? '');
    return names.has(block) && level !== undefined ? asHeading(block, level) : block;
  });
}

/** What may follow the name of a part: `summary of the ferries`. */
const OF = /^ (?:of|for|de|du|des|von|zu|di|del|da) /;

/** Whether the folded title of a part says what it is a part of: `summary of the ferries`, as others are `summary`. */
export function isNameOf(part: string, title: string): boolean {
  return title.startsWith(part) && OF.test(title.slice(part.length));
}
