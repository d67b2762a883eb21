import type { Range } from '../model.ts';

/** The lines of a text, without their ends (`\n`, `\r\n` or a lone `\r`, as VS Code and Markdown count them). */
export function splitLines(text: string): string[] {
  return text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n');
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
  if (last < first || isBlank(start)) return emptyRange(first);
  return {
    start: { line: first, character: start.length - start.trimStart().length },
    end: { line: last, character: (lines[last] ?? '').trimEnd().length },
  };
}

function emptyRange(line: number): Range {
  return { start: { line, character: 0 }, end: { line, character: 0 } };
}

/**
 * Maximum distance at which words are searched, in UTF-16 units. If a text has them at all, they are near those found
 * before.
 */
const REACH = 50_000;

/** Finds words in some of the lines, each after the ones found before. */
export class Finder {
  readonly #lines: readonly string[];
  readonly #from: number;
  readonly #to: number;
  #line: number;
  #character = 0;

  /** `map`: the first line and the one after the last, like a token's; null for all lines, as for an inline note. */
  constructor(lines: readonly string[], map: readonly [from: number, to: number] | null) {
    this.#lines = lines;
    this.#from = map?.[0] ?? 0;
    this.#to = Math.min(map?.[1] ?? Infinity, lines.length);
    this.#line = this.#from;
  }

  /** The range of the words; if they are not found as they are, the range of all the lines. */
  find(words: string): Range {
    let character = this.#character;
    let reach = REACH;
    for (let line = this.#line; words !== '' && line < this.#to && reach > 0; line++) {
      const text = this.#lines[line]?.slice(character, character + reach) ?? '';
      const at = text.indexOf(words);
      if (at >= 0) {
        const start = { line, character: character + at };
        this.#line = line;
        this.#character = start.character + words.length;
        return { start, end: { line, character: this.#character } };
      }
      reach -= text.length + 1;
      character = 0;
    }
    return lineRange(this.#lines, this.#from, this.#to);
  }
}

/** Escapes marks at the end of a heading's words, which Markdown would drop: `About C #`. */
export function escapeHeadingEnd(words: string): string {
  return words.replace(/(?<!#)#+$/, '\\$&');
}

export function isBlank(line: string | undefined): boolean {
  return line === undefined || line === '' || (!beginsWithMark(line) && line.trim() === '');
}

/** Whether a line begins with a visible ASCII character. Most lines do, so they are known not to be blank. */
function beginsWithMark(line: string): boolean {
  const first = line.charCodeAt(0);
  return first > SPACE && first < DELETE;
}

const SPACE = 32;
const DELETE = 127;

/** Whether a line begins with an ASCII letter. Most lines do, so they are known not to begin with a mark. */
export function beginsWithLetter(line: string): boolean {
  const first = line.charCodeAt(0) | SPACE;
  return first >= SMALL_A && first <= SMALL_Z;
}

const SMALL_A = 97;
const SMALL_Z = 122;

/** Whether a UTF-16 unit is a mark in one of Unicode's ranges of them: a dash, a bullet, an arrow, `。`. */
export function isSign(unit: number): boolean {
  return (unit >= 0x2000 && unit <= 0x2bff) || (unit >= 0x3000 && unit <= 0x303f);
}

/** A line that only separates others: `-----`, `=====`, `***`, `* * *`, `— — —`. */
const SEPARATOR = /^([-=*_~#+.¯–—―─━═▬])(?:\s*\1){2,}$/;
const SEPARATOR_LENGTH = 400;
/** A cheap first check: each separator begins with one of these marks. */
const MAY_SEPARATE = /^\s*[-=*_~#+.¯–—―─━═▬]/;
const WORDED_RULE = /^[-=~_*]{3}[^a-z]*(?:cut(?:[^a-z]*here)?|page|seite|p.gina)[^a-z]*[-=~_*]{3}$/i;

export function isSeparator(line: string | undefined): boolean {
  if (line === undefined || beginsWithLetter(line) || !MAY_SEPARATE.test(line)) return false;
  const marks = line.trim();
  return marks.length <= SEPARATOR_LENGTH && (SEPARATOR.test(marks) || isWordedRule(marks));
}

/** Returns the marks of a heading, `##` of `## Title`; '' for any other line. */
export function headingMarks(line: string): string {
  return HEADING.exec(line)?.[1] ?? '';
}

const HEADING = /^ {0,3}(#{1,6})\s/;

/** Whether a line has no words: it is blank, a separator, or beyond the text's ends. */
export function isEmptyLine(line: string | undefined): boolean {
  return isBlank(line) || isSeparator(line);
}

/** Whether a rule has words in it: `----- cut here -----`, `-----8<----- cut -----8<-----`, `=== Page 2 ===`. */
export function isWordedRule(marks: string): boolean {
  return WORDED_RULE.test(marks);
}
