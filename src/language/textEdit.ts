import type { Position, Range } from '../briefing/model.ts';
import { isBlank } from '../briefing/text/sourceText.ts';

/**
 * A replacement of a range of text. Lines end in `\n`; whoever applies it converts them to the text's own line endings.
 */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
  /** Whether the text is a snippet in VS Code's syntax, with placeholders to fill in. */
  readonly isSnippet?: true;
}

export function insertion(at: Position, text: string): TextEdit {
  return { range: { start: at, end: at }, text };
}

/** Removes whole lines with their line breaks; at the end of the text, with the line break before them. */
export function lineRemoval(lines: readonly string[], from: number, to: number): TextEdit {
  const isLast = to >= lines.length;
  const start = isLast && from > 0 ? endOfLine(lines, from - 1) : { line: from, character: 0 };
  const end = isLast ? endOfLine(lines, lines.length - 1) : { line: to, character: 0 };
  return { range: { start, end }, text: '' };
}

export function endOfLine(lines: readonly string[], line: number): Position {
  return { line, character: lines[line]?.length ?? 0 };
}

/** The end of the last line that is not blank. */
export function endOfText(lines: readonly string[]): Position {
  const last = Math.max(
    0,
    lines.findLastIndex((line) => !isBlank(line)),
  );
  return { line: last, character: (lines[last] ?? '').trimEnd().length };
}

/** Applies edits to a text. If edits overlap, only the first is applied; an editor would reject all of them. */
export function applyEdits(lines: readonly string[], edits: readonly TextEdit[]): string {
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.length + 1;
  }
  const text = lines.join('\n');
  const offset = ({ line, character }: Position) =>
    Math.min((starts[line] ?? length) + character, text.length);
  let result = '';
  let end = 0;
  for (const { range, text: words } of [...edits].sort(
    (a, b) => offset(a.range.start) - offset(b.range.start),
  )) {
    if (offset(range.start) < end) continue;
    result += text.slice(end, offset(range.start)) + words;
    end = offset(range.end);
  }
  return result + text.slice(end);
}

/** Escapes words for a snippet, so that nothing in them has a special meaning. */
export function snippetText(words: string): string {
  return words.replace(/[\\$}]/g, '\\$&');
}
