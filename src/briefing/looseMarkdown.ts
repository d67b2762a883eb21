import { itemsIn, unmarked } from './listMarks.ts';
import { isBlank } from './sourceText.ts';

/** A fence may stand in an item, and open there; three backticks with another behind them are code in the line. */
const FENCE = /^\s*(?:(?:[-*+]|\d{1,3}[.)])\s+)?(`{3,}(?!.*`)|~{3,})/;
const INDENTED = /^(?: {4}| {0,3}\t)/;
/** `##Title`; `#Title here`, but not `#tag`, `#12 is open` or `#!/bin/sh`. */
const TIGHT_HEADING = /^ {0,3}(?:(#{2,6})(?=[^\s#!])|(#)(?=\p{L}[^#]*\s[^#]*$))/u;

/** Below the title, that is: `# Title` is it. */
const HEADING = /^ {0,3}(?:#{2,6}\s|<h\d)/;
const UNDERLINE = /^ {0,3}-{2,400}\s*$/;
/** `**Title**`, `__Title:__`, `**Title**:`: a line in bold. */
const BOLD_LINE = /^ {0,3}(\*\*|__)(?=\S)((?:(?!\1).){1,120})\1\s*[:：]?\s*$/;

/** `**时钟：**响了` at the start of a line or an item: Markdown closes bold behind a mark only before a space. */
const OPEN_LABEL = /^(\s*(?:(?:[-*+]|\d{1,3}[.)])\s+)?\*\*(?=[^\s*])[^*]{0,120}\p{P})\*\*(?=[\p{L}\p{N}])/u;

/**
 * Writes what is almost Markdown as Markdown, line for line: `##Title` -> `## Title`, `• a` -> `- a`, and, where no other
 * headings are, `**Title**` -> `## **Title**`. `titled`: the text's own title stands elsewhere, so that its first line is
 * not it.
 */
export function tightenMarkdown(lines: readonly string[], titled = false): string[] {
  const blank = lines.map(isBlank);
  const items = itemsIn(lines);
  const code = codeIn(lines, items, blank);
  const first = blank.indexOf(false);
  const last = blank.lastIndexOf(false);
  const isTitle = (i: number) => !titled && i === first;
  const isHeading = (line: string, i: number) =>
    HEADING.test(line) ||
    TIGHT_HEADING.exec(line)?.[1] !== undefined ||
    (blank[i] === false && !items[i] && UNDERLINE.test(lines[i + 1] ?? ''));
  const boldHeads = !lines.some((line, i) => !code[i] && !isTitle(i) && isHeading(line, i));
  return lines.map((line, i) => {
    if (code[i] || blank[i]) return line;
    const item = items[i];
    if (item && !/^\s*(?:[-*+]|\d+[.)])\s/.test(line))
      return `${' '.repeat(item.indent)}${item.mark} ${unmarked(item.words)}`;
    // A bold line below a blank one heads what follows it; the first of a text is its title.
    const isBelowBlank = blank[i - 1] !== false;
    const isInside = first <= i && !isTitle(i) && i < last && isBelowBlank;
    if (boldHeads && isInside && BOLD_LINE.test(line)) return `## ${line.trimStart()}`;
    const standsAlone = isBelowBlank && blank[i + 1] !== false;
    const closed = line.includes('**') ? line.replace(OPEN_LABEL, '$1** ') : line;
    if (!closed.includes('#')) return closed;
    return closed.replace(TIGHT_HEADING, (hashes, several?: string) =>
      several !== undefined || standsAlone ? `${hashes} ` : hashes,
    );
  });
}

/** For each line, whether it is code: between fences, or indented below a blank line where no list goes on. */
function codeIn(lines: readonly string[], items: readonly unknown[], blank: readonly boolean[]): boolean[] {
  const code: boolean[] = [];
  let fence = '';
  let inList = false;
  lines.forEach((line, i) => {
    const startsApart = blank[i - 1] !== false;
    const isIndented = INDENTED.test(line);
    const isIndentedCode = isIndented && !inList && (startsApart || code[i - 1] === true);
    const mark = FENCE.exec(line)?.[1];
    const isFence =
      mark !== undefined && (fence === '' ? !isIndentedCode : mark.startsWith(fence) && line.trim() === mark);
    code.push(isFence || fence !== '' || isIndentedCode);
    if (isFence) fence = fence === '' ? mark : '';
    if (blank[i] === true || isIndented) return;
    if (items[i]) inList = true;
    else if (startsApart) inList = false;
  });
  return code;
}
