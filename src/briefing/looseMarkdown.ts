import { itemsIn } from './listMarks.ts';
import { isBlank } from './sourceText.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** `##Title`; `#Title here`, but not `#tag`, `#12 is open` or `#!/bin/sh`. */
const TIGHT_HEADING = /^ {0,3}(?:(#{2,6})(?=[^\s#!])|(#)(?=\p{L}[^#]*\s[^#]*$))/u;

const HEADING = /^ {0,3}#{1,6}\s|^ {0,3}<h\d/;
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
  const items = itemsIn(lines);
  const boldHeads = lines.filter((line) => HEADING.test(line) && !/^ {0,3}# /.test(line)).length === 0;
  // A bold line below a blank one heads what follows it; the first of a text is its title.
  const [first, last] = [
    lines.findIndex((line) => !isBlank(line)),
    lines.findLastIndex((line) => !isBlank(line)),
  ];
  let fence = '';
  return lines.map((line, i) => {
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === '' || (mark.startsWith(fence) && line.trim() === mark))) {
      fence = fence === '' ? mark : '';
      return line;
    }
    if (fence !== '') return line;
    const item = items[i];
    if (item && !/^\s*(?:[-*+]|\d+[.)])\s/.test(line))
      return `${' '.repeat(item.indent)}${item.mark} ${item.words}`;
    const isInside = (titled || first < i) && i < last && isBlank(lines[i - 1]);
    if (boldHeads && isInside && BOLD_LINE.test(line)) return `## ${line.trimStart()}`;
    const standsAlone = isBlank(lines[i - 1]) && isBlank(lines[i + 1]);
    return closeLabel(line).replace(TIGHT_HEADING, (hashes, several?: string) =>
      several !== undefined || standsAlone ? `${hashes} ` : hashes,
    );
  });
}

function closeLabel(line: string): string {
  return line.includes('**') ? line.replace(OPEN_LABEL, '$1** ') : line;
}
