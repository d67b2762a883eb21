import type { Briefing, Position, Range, Reference } from '../../briefing/model.ts';
import { itemParts } from '../../briefing/readingItems.ts';
import { structureOf } from '../../briefing/structure/structure.ts';
import { unsourcedTakeaways } from '../checks/claims.ts';
import { endOfFirstParagraph } from '../fixes/citationFixes.ts';
import { writtenLines } from '../writtenLines.ts';

/** A takeaway and its sources. */
export interface Claim {
  readonly label: string;
  readonly text: string;
  readonly range: Range;
  /** Its own sources. */
  readonly sources: readonly Reference[];
  /** False if it should have its own source and has none, as the rule `no-reference` reports. */
  readonly isSourced: boolean;
  /** The end of its first paragraph, where a citation can be inserted. */
  readonly end: Position | undefined;
}

/** The takeaways of a briefing, in the order of the text. */
export function claimsOf(briefing: Briefing): readonly Claim[] {
  const structure = structureOf(briefing);
  const lines = writtenLines(structure);
  const without = new Set(unsourcedTakeaways(structure));
  return itemParts(briefing).flatMap(({ item, takeaway, hasOwnReferences }): Claim[] => {
    if (!takeaway) return [];
    const { label = '', text, range, references } = item;
    return [
      {
        ...{ label, text, range },
        sources: hasOwnReferences ? references : [],
        isSourced: !without.has(takeaway),
        end: structure.document.json
          ? undefined
          : endOfFirstParagraph(takeaway.node.tokens, structure, lines),
      },
    ];
  });
}
