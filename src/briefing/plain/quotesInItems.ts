import { isBlank } from '../text/sourceText.ts';

/** A quotation in an item, `  > It stops`. */
const QUOTE = /^ {2,4}>\s/;
const ITEM = /^[-*+]\s+\S/;
/** What ends an item's quotation, however it goes on. */
const END =
  /^(?:#{1,6}\s|!\[|\d{1,4}[.)]\s|>|`{3}|~{3}|(?:-\s*){3,}$|(?:\*\s*){3,}$|(?:_\s*){3,}$|\*\*[^*]+\*\*[:：]?\s*$|\||<)/;
/** A heading is above it. */
const UNDERLINE = /^(?:-{2,}|={2,})\s*$/;
/** Above a list, and apart, it may be a heading, too: `Answers`. */
const NAME = /^[\p{Lu}\p{Lo}][^.…]{0,40}$/u;
/** Minimum number of items with a quotation right below them. */
const SEVERAL = 3;

/**
 * Marks all lines of quotations in items, of which a program has marked the first: `- Ferry`, `  > It stops.`, and right
 * below that `It is late.`. Each item of the text must have a quotation, and at least two must go on like that. Such a
 * quotation ends at a blank line, unless each item is right below words: then only a program can have written it.
 */
export function withQuotesInItems(lines: readonly string[]): readonly string[] {
  const starts = itemsWithQuotes(lines);
  if (starts.filter((start, n) => goesOn(lines, start, starts[n + 1])).length < 2) return lines;
  const marked = [...lines];
  const arePacked = starts.every((start, n) => n === 0 || isRightBelowText(lines, start));
  starts.forEach((start, n) => {
    const end = endOfQuote(lines, start + 1, starts[n + 1], arePacked);
    for (let i = start + 1; i < end; i++)
      if (!isQuote(lines[i])) marked[i] = `  > ${lines[i] ?? ''}`.trimEnd();
  });
  return marked;
}

function isQuote(line = ''): boolean {
  return line.startsWith('  ') && QUOTE.test(line);
}

/** Returns the items that have a quotation right below them; none if an item of the same mark has none. */
function itemsWithQuotes(lines: readonly string[]): readonly number[] {
  const starts = [...lines.keys()].filter((i) => isQuote(lines[i + 1]) && ITEM.test(lines[i] ?? ''));
  const [first = 0] = starts;
  const mark = (lines[first] ?? '').slice(0, 1);
  const isItem = (line: string) => line.startsWith(mark) && ITEM.test(line);
  return starts.length >= SEVERAL && lines.filter(isItem).length === starts.length ? starts : [];
}

/** Whether the line right below the quotation of an item goes on with it, as no one would write by hand. */
function goesOn(lines: readonly string[], start: number, next: number | undefined): boolean {
  let end = start + 1;
  while (isQuote(lines[end])) end++;
  const line = lines[end] ?? '';
  return end !== next && !isBlank(line) && !/^\s/.test(line) && !END.test(line);
}

/** Whether an item is right below text that does not announce it, or below a heading. */
function isRightBelowText(lines: readonly string[], start: number): boolean {
  let at = start - 1;
  while (at > 0 && isBlank(lines[at])) at--;
  const above = (lines[at] ?? '').trim();
  if (above.startsWith('#')) return true;
  const isHead = UNDERLINE.test(above) || (isBlank(lines[at - 1]) && NAME.test(above));
  return at === start - 1 && !/[:：]$/.test(above) && !isHead;
}

/** The last quotation ends with its paragraph, as all do if not `arePacked`; the others at the next item or heading. */
function endOfQuote(
  lines: readonly string[],
  from: number,
  next: number | undefined,
  arePacked: boolean,
): number {
  const crossesBlanks = arePacked && next !== undefined;
  let end = from;
  let last = from;
  while (end < (next ?? lines.length)) {
    const line = lines[end] ?? '';
    if (END.test(line) || (!crossesBlanks && isBlank(line))) break;
    if (UNDERLINE.test(lines[end + 1] ?? '') && !isBlank(line)) break;
    end++;
    if (!isBlank(line)) last = end;
  }
  return last;
}
