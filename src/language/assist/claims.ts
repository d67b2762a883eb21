import type { Briefing, Position, Range, Reference } from '../../briefing/model.ts';
import { itemParts } from '../../briefing/readingItems.ts';
import { structureOf } from '../../briefing/structure/structure.ts';
import { unsourced } from '../checks/claims.ts';
import { endOfFirst } from '../fixes/citationFixes.ts';
import { writtenLines } from '../writtenLines.ts';

/** A takeaway, and what it rests on. */
export interface Claim {
  readonly label: string;
  readonly text: string;
  readonly range: Range;
  /** Its own sources. */
  readonly sources: readonly Reference[];
  /** False where it should have one and has none: what the rule `no-reference` says. */
  readonly isGrounded: boolean;
  /** Behind its first paragraph, where that stands in the text as it is. */
  readonly end: Position | undefined;
}

/** The takeaways of a briefing, in the order of the text. */
export function claimsOf(briefing: Briefing): readonly Claim[] {
  const structure = structureOf(briefing);
  const lines = writtenLines(structure);
  const without = new Set(unsourced(structure));
  return itemParts(briefing).flatMap(({ own, takeaway, isGrounded }): Claim[] => {
    if (!takeaway) return [];
    const { label = '', text, range, references } = own;
    return [
      {
        ...{ label, text, range },
        sources: isGrounded ? references : [],
        isGrounded: !without.has(takeaway),
        end: structure.document.json ? undefined : endOfFirst(takeaway.node.tokens, structure, lines),
      },
    ];
  });
}
