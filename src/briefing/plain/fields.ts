import { itemOf } from '../text/listMarks.ts';
import { isBlank } from '../text/sourceText.ts';

/** `Date: 3 March`, `**Source:** Harbour Office`, `日期：3月3日`: what a value is called, on its line. */
const FIELD =
  /^\s*(?:\*\*|__)?(\p{L}[^:：*_|[\]<>]{0,39}?)\s*(?:\*\*|__)?(?::(?=\s|\*\*|__)|：)(?:\*\*|__)?\s*[^\s*_]/u;
const WORDS = 4;
/** What breaks the line already. */
const BROKEN = / {2}$|\\$|<br\s?\/?>\s*$/i;
/** A heading, a quotation, a table's row or a tag: no paragraph goes on in it. */
const BLOCK_MARK = /^\s*[#>|<]/;

/**
 * Ends each line where its author did, if the next one is a field as others of the text are: `Date: 3 March` / `Source:
 * Ann`. Two of them at least stand in a paragraph, and what one is called begins a line of another paragraph as well: a
 * sentence that happens to have a colon there does not. Line for line, with the two spaces that Markdown has for it.
 */
export function breakFields(lines: readonly string[], code: readonly boolean[] = []): string[] {
  const fields = lines.map((line, i) => (code[i] ? undefined : fieldOf(line)));
  if (fields.filter((field) => field !== undefined).length < 4) return [...lines];
  const paragraphs = new Map<string, number>();
  let inParagraph = new Set<string>();
  lines.forEach((line, i) => {
    if (beginsAnew(line)) inParagraph = new Set();
    const field = fields[i];
    if (field === undefined || inParagraph.has(field)) return;
    inParagraph.add(field);
    paragraphs.set(field, (paragraphs.get(field) ?? 0) + 1);
  });
  let hasField = false;
  const begins = lines.map((line, i) => {
    if (beginsAnew(line)) hasField = false;
    if ((paragraphs.get(fields[i] ?? '') ?? 0) < 2) return false;
    const goesOn = hasField;
    hasField = true;
    return goesOn;
  });
  return lines.map((line, i) => (begins[i + 1] && !BROKEN.test(line) ? `${line}  ` : line));
}

function fieldOf(line: string): string | undefined {
  const [, label] = itemOf(line) ? [] : (FIELD.exec(line) ?? []);
  return label !== undefined && label.split(/\s+/).length <= WORDS ? label.toLowerCase() : undefined;
}

function beginsAnew(line: string): boolean {
  return isBlank(line) || BLOCK_MARK.test(line) || itemOf(line) !== undefined;
}
