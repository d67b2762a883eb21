/** The opening of fenced code, also in an item. */
const OPEN = /^\s*(?:[-*+]\s+)?(`{3,}(?!.*`)|~{3,})/;

/** Returns for each line whether it is fenced code or one of its fences. A fence that is not closed goes on to the end. */
export function fencedLines(lines: readonly string[]): readonly boolean[] {
  let fence = '';
  return lines.map((line) => {
    const isInside = fence !== '';
    const words = line.trim();
    if (!isInside) fence = OPEN.exec(line)?.[1] ?? '';
    else if (words.startsWith(fence) && words === words.charAt(0).repeat(words.length)) fence = '';
    return isInside || fence !== '';
  });
}
