import { isBlank } from '../text/sourceText.ts';

/** `!!! warning "Ferry stops"`, `??? note`, `???+ tip inline`: a part of a page, as MkDocs writes it. */
const OPEN =
  /^( {0,8})(?:!!!|\?{3}\+?)\s{1,4}[a-z][a-z-]{0,30}(?: [a-z-]{1,20}){0,3}(?:\s{1,4}"(.{0,200})")?\s*$/i;
const FENCE = /^\s{0,3}(?:`{3}|~{3})/;
/** The indentation of the text in such a part, beyond that of its mark. */
const INDENT = 4;

/**
 * Writes the parts of a page that begin with `!!! note` and have their text indented below without mark and
 * indentation, line for line. The title is in bold: `!!! note "Ferry stops"` -> `**Ferry stops**`.
 */
export function withoutAdmonitions(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => /^\s*[!?]{3}/.test(line))) return lines;
  const shown = [...lines];
  let isCode = false;
  for (let i = 0; i < shown.length; i++) {
    const line = shown[i] ?? '';
    if (FENCE.test(line)) isCode = !isCode;
    const [mark, indent = '', title = ''] = isCode ? [] : (OPEN.exec(line) ?? []);
    const depth = indent.length + INDENT;
    if (mark === undefined || !isIndented(shown[i + 1], depth)) continue;
    shown[i] = title === '' ? '' : `${indent}**${title}**`;
    for (
      let at = i + 1;
      at < shown.length && (isBlank(shown[at] ?? '') || isIndented(shown[at], depth));
      at++
    )
      shown[at] = (shown[at] ?? '').replace(/^ {4}/, '');
  }
  return shown;
}

function isIndented(line: string | undefined, depth: number): boolean {
  return line !== undefined && !isBlank(line) && line.startsWith(' '.repeat(depth));
}
