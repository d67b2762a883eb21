/** The opening of fenced code, also at the start of an item. The lookahead takes all backticks at once. */
const OPEN = /^(?: {0,3}|\s*[-*+]\s+)(?:(?=(`{3,}))\1(?!.*`)|(~{3,}))/;

/** Returns for each line whether it is fenced code or one of its fences. A fence that is not closed goes on to the end. */
export function fencedLines(lines: readonly string[]): readonly boolean[] {
  let fence = '';
  return lines.map((line) => {
    const isInside = fence !== '';
    const words = line.trim();
    if (!isInside) {
      const [, ticks, tildes] = OPEN.exec(line) ?? [];
      fence = ticks ?? tildes ?? '';
    } else if (words.startsWith(fence) && words === words.charAt(0).repeat(words.length)) fence = '';
    return isInside || fence !== '';
  });
}
