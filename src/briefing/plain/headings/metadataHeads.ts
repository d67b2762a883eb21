import { isField, labelOfField } from '../../text/partLabels.ts';
import { isByline } from '../../text/people.ts';
import { isBlank, isSeparator } from '../../text/sourceText.ts';
import { isDateOrEdition } from '../../text/title.ts';

/** `## 3 March 2026`, `### **Classification:** open` */
const MARKED = /^ {0,3}(#{2,6})\s+(\S.*)$/;
const BOLD = /\*\*|__/g;
/** A longer line is a headline. In UTF-16 units. */
const MAX_LENGTH = 100;

/** Headings right below the title that only say when and by whom a text was written. */
export interface MetadataHeads {
  /** The only one, which is a date or an edition: `### 3 March 2026`. */
  readonly dateline?: number;
  /** Two or more of one level, the lines of a head: `### Date: 3 March 2026`, `### Prepared for: the crews`. */
  readonly fields: ReadonlySet<number>;
}

const NONE: MetadataHeads = { fields: new Set() };

/** Finds the headings below the first line, or from it on if that is not the title (`titled`), that are metadata. */
export function metadataHeads(lines: readonly string[], titled: boolean): MetadataHeads {
  let i = lines.findIndex((line) => !isBlank(line));
  if (!titled || /^ {0,3}#\s/.test(lines[i] ?? '')) i++;
  const row: { readonly line: number; readonly words: string; readonly level: number }[] = [];
  for (; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || isBlank(line)) continue;
    const [, marks, words = ''] = (line.length <= MAX_LENGTH ? MARKED.exec(line) : undefined) ?? [];
    if (marks === undefined) break;
    const head = { line: i, words: withoutEndMarks(words).replace(BOLD, ''), level: marks.length };
    if (row[0] && row[0].level !== head.level) break;
    row.push(head);
  }
  const [first, ...others] = row;
  if (!first) return NONE;
  if (others.length === 0) return isDateOrEdition(first.words) ? { ...NONE, dateline: first.line } : NONE;
  const isKnown = (words: string) => isDateOrEdition(words) || isField(words) || isByline(words);
  // Text below an unknown field makes it a section: `### Ferries: late` above `They stop at nine.`
  const last = others.at(-1);
  if (last && !isKnown(last.words) && !isSeparator(lines[i]) && !/^ {0,3}#/.test(lines[i] ?? '#')) row.pop();
  const areFields = row.every(({ words }) => isKnown(words) || labelOfField(words) !== undefined);
  // Only a known field makes a head of the others: `### Ferries: late`, `### Tugs: early` may be sections.
  return row.length > 1 && areFields && row.some(({ words }) => isKnown(words))
    ? { fields: new Set(row.map(({ line }) => line)) }
    : NONE;
}

/** `Date: 3 March 2026 ##` -> `Date: 3 March 2026` */
function withoutEndMarks(words: string): string {
  return words
    .trimEnd()
    .replace(/#{1,6}$/, '')
    .trimEnd();
}

/** `### Date: 3 March 2026` -> `Date: 3 March 2026` */
export function wordsOfField(line: string): string {
  return withoutEndMarks(line.replace(/^ {0,3}#+\s+/, ''));
}
