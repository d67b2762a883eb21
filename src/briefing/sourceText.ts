import type { Range } from './model.ts';

/** The lines of a text, without their ends (`\n`, `\r\n` or a lone `\r`, as VS Code and Markdown count them). */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/**
 * The range of the lines `from` to before `to`, without the white space at its start and end.
 * `['', '  - a ', '']`, 0, 3 -> `[1, 2)–[1, 5)`. Only blank lines give an empty range at `from`.
 */
export function lineRange(lines: readonly string[], from: number, to: number): Range {
  let first = from;
  let last = Math.min(to, lines.length) - 1;
  while (first < last && isBlank(lines[first])) first++;
  while (last > first && isBlank(lines[last])) last--;
  const start = lines[first] ?? '';
  const end = lines[last] ?? '';
  return {
    start: { line: first, character: start.length - start.trimStart().length },
    end: { line: Math.max(first, last), character: Math.max(end.trimEnd().length, 0) },
  };
}

/** The range of `needle` where it first stands in the lines `from` to before `to`; else the lines' own range. */
export function findRange(lines: readonly string[], from: number, to: number, needle: string): Range {
  for (let line = from; line < Math.min(to, lines.length); line++) {
    const character = needle === '' ? -1 : (lines[line]?.indexOf(needle) ?? -1);
    if (character >= 0)
      return { start: { line, character }, end: { line, character: character + needle.length } };
  }
  return lineRange(lines, from, to);
}

export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}
