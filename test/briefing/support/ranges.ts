import type { Range } from '../../../src/briefing/model.ts';

/** The lines of a text as an editor counts them. */
function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

/** The text in a range, its lines joined by `\n`. */
export function slice(text: string, { start, end }: Range): string {
  const lines = linesOf(text).slice(start.line, end.line + 1);
  const last = lines.length - 1;
  return lines
    .map((line, i) =>
      line.slice(
        i === 0 ? start.character : 0,
        i === last && end.line === start.line + last ? end.character : undefined,
      ),
    )
    .join('\n');
}

/** `[2, 0)–[2, 3)` */
export function show({ start, end }: Range): string {
  return `[${start.line}, ${start.character})–[${end.line}, ${end.character})`;
}

/** Returns what is wrong with a range; undefined if nothing is. */
export function faultOf(text: string, range: Range): string | undefined {
  const lines = linesOf(text);
  for (const { line, character } of [range.start, range.end]) {
    const width = lines[line]?.length;
    if (width === undefined || character < 0 || character > width) return `${show(range)} is not in the text`;
  }
  const ordered =
    range.start.line < range.end.line ||
    (range.start.line === range.end.line && range.start.character <= range.end.character);
  return ordered ? undefined : `${show(range)} ends before it starts`;
}

export function isInside(inner: Range, outer: Range): boolean {
  return inner.start.line >= outer.start.line && inner.end.line <= outer.end.line;
}
