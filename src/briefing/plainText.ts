import { urlOfBareDomain } from './safeUrl.ts';
import { isBlank } from './sourceText.ts';
import { kindOfTitle } from './vocabulary.ts';

/** Markdown made of unmarked text, and for each of its lines the line of the text it stands for. */
export interface MarkedText {
  readonly lines: readonly string[];
  readonly sourceLines: readonly number[];
}

/** Headings, fences, quotes, rules, tables, links, definitions, bold: one of them, and the text is Markdown. */
const MARKDOWN_LINE = /^ {0,3}(?:#{1,6}(?:\s|$)|```|~~~|>|=+\s*$|-{2,}\s*$|\||\[[^\]]+\]:\s*\S)/;
const MARKDOWN_SPAN = /\[[^[\]]*\](?:\(|\[)|\*\*|__|\[\^/;

/** `- a`, `• a`, `1. a`, `1) a`, `(1) a`, `1、a`, `① a`: an indent, a number if it has one, and the words. */
const ITEM = /^(\s*)(?:[-*+•●○▪◦‣·–]\s+|(\d{1,3})[.)]\s+|\((\d{1,3})\)\s*|(\d{1,3})、\s*|([①-⑳])\s*)(.*)$/;

/** A line this long shows that the text is not wrapped by hand: each of its lines is a paragraph. */
const WRAP_COLUMN = 100;
const HEADING_LENGTH = 80;
const HEADING_WORDS = 12;

export function isPlainText(lines: readonly string[]): boolean {
  return !lines.some((line) => MARKDOWN_LINE.test(line) || MARKDOWN_SPAN.test(line));
}

/**
 * Gives unmarked text the marks that its author left out, so that one grammar serves both:
 * `Key Takeaways` above a list -> `## Key Takeaways`, `• a` -> `- a`, a line of prose -> a paragraph.
 */
export function markPlainText(lines: readonly string[]): MarkedText {
  const marked: string[] = [];
  const sourceLines: number[] = [];
  const emit = (line: string, source: number) => {
    marked.push(line);
    sourceLines.push(source);
  };
  /** A blank line that the text does not have belongs to the line above. */
  const separate = (source: number) => {
    if (above !== 'blank') emit('', source - 1);
  };
  const wrapped = !lines.some((line) => line.length > WRAP_COLUMN);
  const below = linesBelow(lines);
  const isHeading = headingRule(lines, below);
  let above: 'blank' | 'heading' | 'item' | 'text' = 'blank';
  let listIndent = 0;
  let started = false;
  lines.forEach((line, i) => {
    const text = line.trim();
    const item = itemOf(line);
    if (text === '') {
      emit('', i);
      // A list goes on over a blank line when the next line with words is an item again.
      if (above !== 'item' || !ITEM.test(below(i) ?? '')) above = 'blank';
      return;
    }
    if (item) {
      if (above !== 'item') {
        separate(i);
        listIndent = item.indent;
      }
      emit(`${' '.repeat(Math.max(0, item.indent - listIndent))}${item.mark} ${item.words}`, i);
      above = 'item';
    } else if (isHeading(i)) {
      separate(i);
      // Markdown drops marks at the end of a heading: `About C #`.
      const words = text.replace(/#+$/, '\\$&');
      emit(`${started || kindOfTitle(text) !== 'prose' ? '##' : '#'} ${words}`, i);
      above = 'heading';
    } else {
      // An item's text may go on below it, where lines are wrapped; else a line is a paragraph of its own.
      const goesOn = wrapped && (above === 'text' || above === 'item');
      if (!goesOn) separate(i);
      // A mark alone on a line would make a list, or a heading of the line above.
      const words = text.replace(/^(\d*)([-+*.)])$/, '$1\\$2');
      emit(goesOn && above === 'item' ? `${' '.repeat(4)}${words}` : words, i);
      if (!goesOn) above = 'text';
    }
    started = true;
  });
  return { lines: marked, sourceLines };
}

/** An item with the mark that Markdown knows for it: `① a` -> `1.` and `a`. */
function itemOf(line: string): { indent: number; mark: string; words: string } | undefined {
  const found = ITEM.exec(line);
  if (!found) return undefined;
  const [, indent = '', dotted, bracketed, chinese, circled, words = ''] = found;
  const number = dotted ?? bracketed ?? chinese ?? (circled && String(circled.charCodeAt(0) - 0x245f));
  return { indent: indent.length, mark: number === undefined ? '-' : `${number}.`, words };
}

/** For each line, the next line below it that has words. */
function linesBelow(lines: readonly string[]): (line: number) => string | undefined {
  const below: (string | undefined)[] = [];
  let next: string | undefined;
  for (let i = lines.length - 1; i >= 0; i--) {
    below[i] = next;
    if (!isBlank(lines[i])) next = lines[i];
  }
  return (line) => below[line];
}

/**
 * What tells a heading from short prose is what surrounds it: it ends no sentence, and it heads a list or prose that
 * does. Under `References:`, only a known name heads anything: `Q&A: Why …` above `cgtn.com` is a source's title.
 */
function headingRule(
  lines: readonly string[],
  below: (line: number) => string | undefined,
): (line: number) => boolean {
  const headings = new Set<number>();
  let underReferences = false;
  lines.forEach((line, i) => {
    const text = line.trim();
    if (!couldHead(text)) return;
    const kind = kindOfTitle(text);
    const heads = kind === 'prose' ? !underReferences && headsBody(text, below(i)) : below(i) !== undefined;
    if (!heads) return;
    headings.add(i);
    underReferences = kind === 'references';
  });
  return (line) => headings.has(line);
}

function couldHead(text: string): boolean {
  if (text === '' || text.length > HEADING_LENGTH || ITEM.test(text)) return false;
  if (kindOfTitle(text) !== 'prose') return true;
  return (
    text.split(/\s+/).length <= HEADING_WORDS &&
    !/[.,;:!…。]["'”’»)]?$/u.test(text) &&
    /[\p{L}\p{N}]/u.test(text) &&
    !/^\p{Ll}/u.test(text) &&
    urlOfBareDomain(text) === undefined
  );
}

function headsBody(heading: string, below: string | undefined): boolean {
  if (below === undefined) return false;
  const text = below.trim();
  return (
    ITEM.test(below) || (text.length > heading.length && (text.length > WRAP_COLUMN || endsSentence(text)))
  );
}

function endsSentence(text: string): boolean {
  return /[.!?…。！？]["'”’»)]?\s*\P{L}*$/u.test(text.slice(-40));
}
