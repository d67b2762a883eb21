import type { Briefing, Position, Range } from '../../briefing/model.ts';
import { itemParts } from '../../briefing/readingItems.ts';
import { structureOf } from '../../briefing/structure/structure.ts';
import { secondsOf } from '../../briefing/text/readingTime.ts';
import { endOfClaim } from '../fixes/citationFixes.ts';

/** A takeaway, and what it rests on. */
export interface Claim {
  readonly label: string;
  readonly text: string;
  readonly range: Range;
  /** How many sources it has of its own. */
  readonly sources: number;
  /** False where it has none, though others have, or the briefing has none for it either. */
  readonly isGrounded: boolean;
}

/** The takeaways of a briefing, in the order of the text. */
export function claimsOf(briefing: Briefing): readonly Claim[] {
  const parts = itemParts(briefing).filter(({ takeaway }) => takeaway !== undefined);
  const someAre = parts.some(({ isGrounded }) => isGrounded);
  return parts.map(({ own: { label = '', text, range, references }, isGrounded }) => ({
    label,
    text,
    range,
    sources: isGrounded ? references.length : 0,
    isGrounded: references.length > 0 && (isGrounded || !someAre),
  }));
}

/** How long a briefing takes to read, in whole minutes, one at least. */
export function minutesOf(briefing: Briefing): number {
  const seconds = itemParts(briefing).reduce((sum, { item: { text } }) => sum + secondsOf(text), 0);
  return Math.max(1, Math.round(seconds / 60));
}

/** Where what is said of a claim can stand: behind its first paragraph. In JSON its lines are no lines of its text. */
export function endOf(briefing: Briefing, { range }: Claim): Position | undefined {
  const isJson = structureOf(briefing).document.json !== undefined;
  return isJson ? undefined : endOfClaim(range.start.line, { briefing });
}
