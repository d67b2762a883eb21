import { lineRange } from '../../briefing/text/sourceText.ts';
import type { SectionParts, Structure, TakeawayParts } from '../../briefing/structure/structure.ts';
import { type Finding, finding } from '../rules.ts';

/**
 * Findings for key takeaways without a source of their own. Those without any source are the parser's problems already.
 */
export function checkClaims(structure: Structure): Finding[] {
  const { lines } = structure.document;
  return unsourced(structure)
    .filter(({ ground }) => ground.references.length > 0)
    .map(({ node: { from, to } }) => finding('no-reference', lineRange(lines, from, to)));
}

/**
 * The key takeaways without any source; or without one of their own, where at least a third of the section's takeaways
 * have one. The reader shows all sources of the briefing with those, but the author knows which one it is.
 */
export function unsourced({ sections }: Pick<Structure, 'sections'>): TakeawayParts[] {
  return sections.flatMap(({ node, blocks, sections: nested }: SectionParts) => {
    const takeaways = node.kind === 'takeaways' ? blocks.flatMap((block) => block.takeaways) : [];
    const own = takeaways.filter(({ ground }) => ground.isOwn).length;
    const found = takeaways.filter(
      ({ ground }) =>
        ground.references.length === 0 || (!ground.isOwn && own > 0 && own * 3 >= takeaways.length),
    );
    return [...found, ...unsourced({ sections: nested })];
  });
}
