import type { Part } from '../../briefing/write/composeMarkdown.ts';
import type { Run } from '../../briefing/write/writeRuns.ts';
import { countsOf } from '../../base/collections/counts.ts';
import { linesOf } from './bullets.ts';
import { areInBold, areLinked, inOneLine, textOfPart, withBold } from './inOneLine.ts';
import { textOfRuns } from './runList.ts';

/** A headline with its kicker, and its place among the parts. */
interface Card {
  readonly kicker: readonly Run[];
  readonly end: number;
}

/** The level of a headline in bold type, below those of headings and above other paragraphs; 0 for other parts. */
const BOLD = 7;
/** Maximum number of lines of a kicker: `Gazette` / `2 hours ago` / `Ports`. */
const MOST_LINES = 3;

/**
 * Puts kickers above the headlines below them, `Labour` / `<h2>Dockers end their strike</h2>`, or below those in bold type:
 * they would end the stories before. A kicker is paragraphs or lower headings that end no sentence, `#1 Tools` / `★★★★★`.
 * At least two cards with a headline of one level begin so. `firsts`: the parts that begin elements, with the numbers of
 * parts in these.
 */
export function withKickers(
  parts: readonly Part[],
  firsts: ReadonlyMap<Part | undefined, readonly number[]>,
): readonly Part[] {
  const levels = parts.map(levelOf);
  const cards = levels.map((own, at): Card | undefined => {
    const isHeading = own > 0 && own < BOLD;
    const sizes = isHeading ? [2] : (firsts.get(parts[at]) ?? [0]);
    const most = Math.min(sizes.at(-1) ?? 0, MOST_LINES + 1);
    const end = at + levels.slice(at, at + most).findIndex((level) => level < own);
    const level = levels[end] ?? 0;
    const isAlone = (size: number) => end + 1 < at + size && levels.lastIndexOf(BOLD, at + size - 1) === end;
    const isApart = level !== BOLD || sizes.some(isAlone);
    if (end < at || level === 0 || !isApart) return undefined;
    const lines = parts.slice(at, end);
    const isSentence = lines.some((line) => /[.!:。：]$/.test(textOfPart(line)));
    return isSentence ? undefined : { kicker: withBold(inOneLine(lines), false), end };
  });
  const counts = countsOf(cards.map((card) => card && levels[card.end]));
  let next = 0;
  return parts.flatMap((part, at) => {
    if (at < next) return [];
    const card = cards[at];
    const headline = card && parts[card.end];
    if (!headline || counts.get(levels[card.end]) === 1) return [part];
    next = card.end + 1;
    const { kicker } = card;
    return headline.kind === 'heading'
      ? [{ ...headline, kicker }]
      : [headline, { kind: 'paragraph', runs: kicker }];
  });
}

/** Puts a line in bold below the linked headline that is on the next line: `**Ports**` / `[**Ferry stops**](…)` / `It is …`. */
export function withHeadlineFirst(runs: readonly Run[]): readonly Run[] {
  const [kicker = [], headline = [], text, ...others] = linesOf(runs);
  const areBold = [kicker, headline].every((line) => levelOf({ kind: 'paragraph', runs: line }) === BOLD);
  const isShorter = textOfRuns(kicker).length < textOfRuns(headline).length;
  return text && areBold && areLinked(headline) && isShorter
    ? [headline, withBold(kicker, false), text, ...others].flatMap((line) => [...line, { text: '\n' }])
    : runs;
}

function levelOf(part: Part): number {
  if (part.kind === 'heading') return part.level;
  if (part.kind !== 'paragraph') return 0;
  const words = textOfRuns(part.runs);
  const isBold = /\p{L}/u.test(words) && !/[:：]$/.test(words) && areInBold(part.runs);
  return isBold ? BOLD : BOLD + 1;
}
