/** The opening of fenced code, also at the start of an item. */
const OPEN = /^(?: {0,3}|\s*[-*+]\s+)(`{3,}|~{3,})/;

/** Returns for each line whether it is fenced code or one of its fences. A fence that is not closed goes on to the end. */
export function fencedLines(lines: readonly string[]): readonly boolean[] {
  let fence = '';
  return lines.map((line) => {
    const isInside = fence !== '';
    const words = line.trim();
    if (!isInside) fence = openedFence(line, OPEN) ?? '';
    else if (words.startsWith(fence) && words === words.charAt(0).repeat(words.length)) fence = '';
    return isInside || fence !== '';
  });
}

/**
 * Returns the fence that a line opens, its first group in `pattern`; undefined if it opens none: backticks with
 * another after them are code within the line.
 */
export function openedFence(line: string, pattern: RegExp): string | undefined {
  const [before = '', fence] = pattern.exec(line) ?? [];
  return fence?.startsWith('`') === true && line.includes('`', before.length) ? undefined : fence;
}
