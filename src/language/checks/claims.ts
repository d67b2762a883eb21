import { lineRange } from '../../briefing/text/sourceText.ts';
import { flatten, type Structure, type TakeawayParts } from '../../briefing/structure/structure.ts';
import { type Finding, finding } from '../rules.ts';

/**
 * Findings for key takeaways without their own source. Those without any source are already problems of the parser.
 */
export function checkClaims(structure: Structure): Finding[] {
  const { lines } = structure.document;
  return unsourcedTakeaways(structure)
    .filter(({ ground }) => ground.references.length > 0)
    .map(({ node: { from, to } }) => finding('no-reference', lineRange(lines, from, to)));
}

/**
 * The key takeaways without any source; or without their own, if at least a third of the section's takeaways have one.
 * The reader shows all sources of the briefing for those, but the author knows which one it is.
 */
export function unsourcedTakeaways({ sections }: Structure): TakeawayParts[] {
  return flatten(sections).flatMap(({ node, blocks }) => {
    const takeaways = node.kind === 'takeaways' ? blocks.flatMap((block) => block.takeaways) : [];
    const own = takeaways.filter(({ ground }) => ground.hasOwnReferences).length;
    return takeaways.filter(
      ({ ground }) =>
        ground.references.length === 0 ||
        (!ground.hasOwnReferences && own > 0 && own * 3 >= takeaways.length),
    );
  });
}
