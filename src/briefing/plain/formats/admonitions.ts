import { fencedLines } from '../../text/fences.ts';
import { isBlank } from '../../text/sourceText.ts';

/** `!!! warning "Ferry stops"`, `??? note`, `???+ tip inline`: a part of a page, as MkDocs writes it. */
const OPEN =
  /^( {0,8})(?:!!!|\?{3}\+?)\s{1,4}([a-z][a-z-]{0,30})(?: [a-z-]{1,20}){0,3}(?:\s{1,4}"(.{0,200})")?\s*$/;
/** The indentation of the text in such a part, beyond that of its mark. */
const INDENT = 4;
/** Maximum number of blank lines in such a part, one below the other. */
const MAX_BLANK = 20;

/**
 * Writes the parts of a page that begin with `!!! note` and have their text indented below without mark and
 * indentation, line for line. The title is in bold: `!!! note "Ferry stops"` -> `**Ferry stops**`,
 * `!!! note` -> `Note:`.
 */
export function withoutAdmonitions(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => /^\s*[!?]{3}/.test(line))) return lines;
  const shown = [...lines];
  const isCode = fencedLines(lines);
  for (let i = 0; i < shown.length; i++) {
    const line = shown[i] ?? '';
    const [mark, indent = '', kind = '', title] = isCode[i] ? [] : (OPEN.exec(line) ?? []);
    const depth = indent.length + INDENT;
    if (mark === undefined || !isIndented(shown[i + 1], depth)) continue;
    shown[i] = `${indent}${headOf(kind, title)}`;
    unindent(shown, i + 1, depth, INDENT);
  }
  return shown;
}

/** Removes columns from the lines from `from` on that are indented by `depth`, up to the first that is not. */
export function unindent(shown: string[], from: number, depth: number, columns: number): void {
  let blank = 0;
  for (let at = from; at < shown.length && blank < MAX_BLANK; at++) {
    const words = shown[at] ?? '';
    if (isIndented(words, depth)) shown[at] = words.slice(columns);
    else if (!isBlank(words)) break;
    blank = isBlank(words) ? blank + 1 : 0;
  }
}

/** The title in bold; without one, the kind of the part: `Warning:`. Nothing for an empty title. */
function headOf(kind: string, title: string | undefined): string {
  if (title === undefined) return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}:`;
  return title.trim() === '' ? '' : `**${title.trim()}**`;
}

function isIndented(line: string | undefined, depth: number): boolean {
  return line !== undefined && !isBlank(line) && line.startsWith(' '.repeat(depth));
}
