import { isBoldLine } from './lineForm.ts';

/** `***At nine***`: a bold line in italics, too. */
const BOLD_ITALIC = /^\s*[*_]{3}/;

/**
 * Returns the bold lines in italics, if all of them are right below others, which are headings: `**Ferries**`, a blank
 * line, `***From nine on***`. `from`: the first line below the title.
 */
export function deckLines(
  lines: readonly string[],
  isBlank: (line: number) => boolean,
  from: number,
): ReadonlySet<number> {
  const decks = new Set<number>();
  let isBelowHeading = false;
  for (let i = from; i < lines.length; i++) {
    if (isBlank(i)) continue;
    const line = lines[i] ?? '';
    const isBold = isBoldLine(line);
    const isDeck = isBold && isBlank(i - 1) && BOLD_ITALIC.test(line);
    if (isDeck && !isBelowHeading) return new Set();
    if (isDeck) decks.add(i);
    isBelowHeading = isBold && !isDeck;
  }
  return decks;
}
