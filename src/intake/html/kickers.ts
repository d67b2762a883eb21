import type { Part } from '../../briefing/write/composeMarkdown.ts';
import type { Run } from '../../briefing/write/writeRuns.ts';
import { countsOf } from '../../base/collections/counts.ts';
import { inOneLine, withoutBold } from './inOneLine.ts';
import { textOfRuns } from './runList.ts';

/** A headline with its kicker, and its place among the parts. */
interface Card {
  readonly headline: Extract<Part, { readonly kind: 'heading' }> & { readonly kicker: readonly Run[] };
  readonly end: number;
}

/**
 * Puts kickers above the headlines below them, `Labour` / `<h2>Dockers end their strike</h2>`: they would end the
 * stories before. At least two cards with a headline of one level begin so. `firsts`: the parts that begin an element,
 * with the number of parts in it.
 */
export function withKickers(
  parts: readonly Part[],
  firsts: ReadonlyMap<Part | undefined, number>,
): readonly Part[] {
  const cards = parts.map((part, at) => {
    const end = parts[at + 1]?.kind === 'heading' ? at + 1 : at + 2;
    const size = part.kind === 'heading' ? 2 : (firsts.get(part) ?? 0);
    return size > end - at ? cardOf(parts, at, end) : undefined;
  });
  const counts = countsOf(cards.map((card) => card?.headline.level));
  let next = 0;
  return parts.flatMap((part, at) => {
    if (at < next) return [];
    const card = cards[at];
    if (!card || counts.get(card.headline.level) === 1) return [part];
    next = card.end + 1;
    return [card.headline];
  });
}

/** Reads one or two lines above a headline, `#1 Tools` / `★★★★★`: paragraphs or lower headings that end no sentence. */
function cardOf(parts: readonly Part[], at: number, end: number): Card | undefined {
  const headline = parts[end];
  if (headline?.kind !== 'heading') return undefined;
  const lines = parts.slice(at, end);
  const kicker = withoutBold(inOneLine(lines));
  return !/[.:。：]$/.test(textOfRuns(kicker)) &&
    lines.every(
      (line) => line.kind === 'paragraph' || (line.kind === 'heading' && line.level > headline.level),
    )
    ? { headline: { ...headline, kicker }, end }
    : undefined;
}
