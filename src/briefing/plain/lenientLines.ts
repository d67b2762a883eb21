import { type ItemLine, unmarked } from '../text/bullets/listMarks.ts';
import { deckLines } from './headings/deckLines.ts';
import { isBoldLine } from './headings/lineForm.ts';
import { headingsOf } from './headings/plainHeadings.ts';
import { type MetadataHeads, metadataHeads, wordsOfField } from './headings/metadataHeads.ts';
import { titleLineOf } from './masthead.ts';
import { signedHeadlines } from './signedHeadlines.ts';
import { afterDay, beginsWithDay } from '../text/dates/dayNumber.ts';
import { hasSiteMarks, shownOfSiteMark } from './formats/siteMarks.ts';
import { countedHeads } from './headings/markedHeads.ts';
import { headingMarks, isWordedRule } from '../text/sourceText.ts';

/**
 * `##Title`; `#Title here`, but not `#tag`, `#12 is open` or `#!/bin/sh`; `# Title` with a no-break or a wide space,
 * which are no spaces for Markdown.
 */
const TIGHT_HEADING = /^ {0,3}(?:(#{2,6})(?=[^\s#!])|(#)(?=\p{L}[^#]*\s[^#]*$)|#{1,6}(?=[^\S \t]))/u;

/** A heading, a quotation, a table's row, a definition or a tag: not a line of words. */
const BLOCK_MARK = /^\s*(?:[#>|<]|\[[^\]]+\]:)/;
const NONE: ReadonlyMap<number, string> = new Map();
const NO_LINES: ReadonlySet<number> = new Set();
/** A heading below the title, which is `# Title`. */
const HEADING = /^ {0,3}(?:#{2,6}\s|<h\d)/;
/** A rule of box-drawing characters, or of more `#` than a heading has. */
const DRAWN_RULE = /^ {0,3}(?:[―─━═▬]{3,400}|#{7,400})\s*$/;
const UNDERLINE = /^ {0,3}-{2,400}\s*$/;
/**
 * What Markdown reads as an item: only a plain space or a tab counts after the mark, while many texts have a no-break
 * or a wide space there. After more than four spaces, its words would be code.
 */
const LIST_MARK = /^[ \t]*(?:[-*+]|\d+[.)])(?:[ \t](?! {4})|$)/;
/** The beginning of a tag that ends on a line below, and how many lines below that may be. */
const OPEN_TAG = /^\s*<[a-z][a-z\d.-]*(?:\s[^<>]*)?$/i;
const TAG_LINES = 40;
/** `\` at the end of a line, and not of a path (`C:\notes\`) or a formula. */
const BREAK = /(?<!\\\S{0,99}|(?<!\S)\p{L}:)\\$/u;
/** `1. ` or `10. ` before words; the indentation of an item in another. */
const BULLET = /^\s*[-*+]\s+/;
const NUMBER = /^(\d{1,2}[.)] {1,2})\S/;
const INNER = /^ {2,}(?=(?:[-*+]|\d+[.)])\s)/;
/** The target of a link in reStructuredText, any word: `.. _look: https://a.example`, or it is on the next line. */
const TARGET = /^\.\. _(?:`([^`\]]{1,200})`|((?:[^:`\]]|:(?=\S)){1,200})):(?=\s*(?:\S+\s*)?$)/;
/** `- [Ferries]: 2 (late)`: Markdown would read this as a link definition, and show none of it. */
const NO_TARGET =
  /^(\s*(?:[-*+]|\d{1,3}[.)])\s+)(?=\[(?=[^\][]*\p{L})[^\][]*\]:\s+[\p{L}\p{N},-]+(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*$)/u;
/** `- source_url: \`https://a.example\``: some programs write each value of a record as code. */
const CODED =
  /^(\s*[-*+]\s+[^`:：]{0,20}(?:url|link|source|href|来源|链接|出典|リンク|출처|링크)[*_]{0,2}[:：][*_]{0,2}\s*)`(https?:\/\/[^\s`<>]+)`(?=\s*$)/i;
/** Markdown already reads the line above this one as a heading. */
const DOUBLE_UNDERLINE = /^ {0,3}={1,400}\s*$/;

/** `|---|---|` below the names of a table's columns, or `|---+---|`, as Org mode writes it. */
const TABLE_RULE = /^\|(?=[\s:|-]*--)[\s:|+-]*$/;

/** The kind of each line of a text. */
export interface Layout {
  readonly blank: readonly boolean[];
  readonly items: readonly (ItemLine | undefined)[];
  readonly code: readonly boolean[];
}

/** Writes the lines of what is almost Markdown as Markdown, in their order: a rule may depend on the lines before. */
export class LenientLines {
  readonly #lines: readonly string[];
  readonly #layout: Layout;
  /** The indexes of the first and the last line with words. */
  readonly #first: number;
  readonly #last: number;
  /** Whether the first line is a heading and not the title: see {@link #areAboveLists}. */
  readonly #headsList: boolean;
  /** Whether the first line is not the title, because that is elsewhere. */
  readonly #titled: boolean;
  /** Whether the text has marked headings below its title. If not, bold lines are headings. */
  readonly #hasHeads: boolean;
  /** The marks of those and other headings that have none, which are below the title: `##`, or `###` below `## Title`. */
  readonly #marks: string;
  readonly #metadata: MetadataHeads;
  /** The words of headings that have no mark at all, by line. */
  readonly #unmarkedHeads: ReadonlyMap<number, string>;
  /** The lines of headings counted in Chinese, which are one level below the marked ones. */
  readonly #countedHeads: ReadonlySet<number>;
  /** The headlines of stories that begin with a sign, `■ Ferry stops`, in a text with headings. */
  readonly #signed: ReadonlyMap<number, string>;
  /** The lines below bold headings that are no headings. */
  readonly #decks: ReadonlySet<number>;
  readonly #hasTargets: boolean;
  readonly #hasSiteMarks: boolean;
  /** The level of the last marked heading. */
  #level = 1;
  /** The column in which the words of the last numbered item begin; 0 below none. */
  #inner = 0;
  /** What the items in it need to begin there, too. */
  #shift = '';
  #tight: boolean | undefined;

  constructor(lines: readonly string[], layout: Layout, titled: boolean) {
    this.#lines = lines;
    this.#layout = layout;
    this.#titled = titled;
    this.#first = layout.blank.indexOf(false);
    this.#last = layout.blank.lastIndexOf(false);
    this.#headsList = isBoldLine(lines[this.#first] ?? '') && this.#areAboveLists();
    this.#metadata = metadataHeads(lines, titled);
    this.#hasHeads = lines.some((line, i) => this.#isHeading(line, i));
    this.#marks = '#'.repeat(Math.min(6, titled ? 2 : this.#levelOf(this.#first) + 1));
    this.#unmarkedHeads = this.#hasHeads ? NONE : headingsOf(lines, layout.items, titled, true);
    this.#countedHeads = this.#hasHeads ? countedHeads(lines) : NO_LINES;
    this.#signed = this.#hasHeads ? signedHeadlines(lines, layout.items, (i) => this.#isBlank(i)) : NONE;
    this.#decks = this.#hasHeads
      ? NO_LINES
      : deckLines(lines, (i) => this.#isBlank(i), this.#isTitle(this.#first) ? this.#first + 1 : this.#first);
    this.#hasTargets = lines.some((line) => line.startsWith('.. _'));
    this.#hasSiteMarks = hasSiteMarks(lines);
  }

  /** The first rule that a line fits decides. `line` is neither blank nor code. */
  asMarkdown(written: string, i: number): string {
    const line = this.#withoutBreak(
      written.includes('`http') ? written.replace(CODED, '$1<$2>') : written,
      i,
    );
    return (
      (this.#hasSiteMarks ? shownOfSiteMark(line) : undefined) ??
      this.#rule(line) ??
      this.#metadataLine(line, i) ??
      this.#tagEnd(line, i) ??
      this.#tableRule(line, i) ??
      this.#linkTarget(line, i) ??
      this.#countedHeading(line, i) ??
      this.#unmarkedHeading(line, i) ??
      this.#signedHeadline(i) ??
      this.#item(line, i) ??
      this.#boldHeading(line, i) ??
      this.#nestedItem(line, i) ??
      this.#itemLikeTarget(line, i) ??
      this.#tightHeading(line, i)
    );
  }

  /** Removes the mark of a line break above a blank line or an item, where Markdown would show it. */
  #withoutBreak(line: string, i: number): string {
    const isLast = line.endsWith('\\') && (this.#isBlank(i + 1) || this.#layout.items[i + 1] !== undefined);
    return isLast ? line.replace(BREAK, '') : line;
  }

  #rule(line: string): string | undefined {
    return DRAWN_RULE.test(line) || isWordedRule(line) ? '***' : undefined;
  }

  /** `### Date: 3 March 2026` in the head of a text -> `Date: 3 March 2026`, with its line break. */
  #metadataLine(line: string, i: number): string | undefined {
    const { fields } = this.#metadata;
    if (!fields.has(i)) return undefined;
    return `${unmarked(wordsOfField(line))}${fields.has(i + 1) ? '  ' : ''}`;
  }

  /** Ends a tag that began on a line above, `<p` / `  class="a"` / `>It`, where Markdown would begin a quotation. */
  #tagEnd(line: string, i: number): string | undefined {
    const end = line.trimStart();
    if (!end.startsWith('>')) return undefined;
    for (let at = i - 1; at >= i - TAG_LINES && !this.#isBlank(at); at--) {
      const above = this.#lines[at] ?? '';
      if (OPEN_TAG.test(above)) return `/${end}`;
      if (above.trimStart().startsWith('>')) return undefined;
    }
    return undefined;
  }

  /** Gives a table's second line as many cells as its first: a program may have miscounted, or have put `+` between. */
  #tableRule(line: string, i: number): string | undefined {
    if (!line.startsWith('|') || !TABLE_RULE.test(line)) return undefined;
    const isRow = (at: number) => this.#lines[at]?.startsWith('|') === true;
    const cells = cellsIn(this.#lines[i - 1] ?? '');
    const isSecond = isRow(i - 1) && !isRow(i - 2) && isRow(i + 1);
    return isSecond && cells > 1 && cells !== cellsIn(line) ? `|${'---|'.repeat(cells)}` : line;
  }

  #linkTarget(line: string, i: number): string | undefined {
    if (!this.#hasTargets || !line.startsWith('.. _')) return undefined;
    // With nothing below, it only names this place in the text.
    return line.trimEnd().endsWith(':') && this.#isBlank(i + 1)
      ? ''
      : line.replace(TARGET, (_, quoted?: string, name = '') => `[${quoted ?? name}]:`);
  }

  #countedHeading(line: string, i: number): string | undefined {
    const marks = headingMarks(line);
    if (marks !== '') this.#level = marks.length;
    if (marks !== '' || this.#countedHeads.size < 3 || !this.#countedHeads.has(i)) return undefined;
    return `${'#'.repeat(Math.min(6, this.#level + 1))} ${line.trim()}`;
  }

  #unmarkedHeading(line: string, i: number): string | undefined {
    const heading = this.#isTitle(i) ? undefined : this.#unmarkedHeads.get(i);
    const isMarked = () =>
      isBoldLine(line) || BLOCK_MARK.test(line) || DOUBLE_UNDERLINE.test(this.#lines[i + 1] ?? '');
    return heading === undefined || isMarked() ? undefined : `${this.#marks} ${heading}`;
  }

  /** `■ Ferry stops` above its text becomes an item, whose first line is its headline. */
  #signedHeadline(i: number): string | undefined {
    const headline = this.#signed.get(i);
    return headline === undefined ? undefined : `- ${unmarked(headline)}  `;
  }

  #item(line: string, i: number): string | undefined {
    const item = this.#layout.items[i];
    if (item && (!LIST_MARK.test(line) || (item.mark === '-' && /^\s*\d/.test(line))))
      return `${' '.repeat(item.indent)}${item.mark} ${unmarked(this.#withoutBreak(item.words, i))}`;
    // Of `3. März 2026` and `- 3. März`, Markdown would make an item with a number.
    return LIST_MARK.test(line) && (item?.mark ?? '-') === '-' && numbersDay(line)
      ? line.replace('.', '\\.')
      : undefined;
  }

  /**
   * A bold line below a blank one or the title is the heading of the text below it; the first of a text is its title.
   */
  #boldHeading(line: string, i: number): string | undefined {
    if (this.#hasHeads || this.#isTitle(i) || i >= this.#last) return undefined;
    const isApart =
      this.#isBlank(i - 1) || (headingMarks(this.#lines[i - 1] ?? '') !== '' && this.#isBlank(i + 1));
    return isApart && isBoldLine(line) && !this.#decks.has(i)
      ? `${this.#marks} ${line.trimStart()}`
      : undefined;
  }

  /** Items in a numbered one that do not begin as far as its words: `1. Ferry stops`, `  - Late`. */
  #nestedItem(line: string, i: number): string | undefined {
    const [, mark] = NUMBER.exec(line) ?? [];
    if (mark !== undefined) [this.#inner, this.#shift] = [mark.length, ''];
    else if (this.#isBlank(i - 1) && !/^\s/.test(line)) [this.#inner, this.#shift] = [0, ''];
    const indent = this.#inner > 0 ? (INNER.exec(line)?.[0].length ?? 0) : 0;
    if (indent > 0 && indent < this.#inner) this.#shift = ' '.repeat(this.#inner - indent);
    // Those that are deeper move with them.
    return indent > 0 && this.#shift !== '' ? `${this.#shift}${line}` : undefined;
  }

  #itemLikeTarget(line: string, i: number): string | undefined {
    return this.#layout.items[i] && line.includes(']:') ? line.replace(NO_TARGET, '$1\\') : undefined;
  }

  #tightHeading(line: string, i: number): string {
    if (!line.includes('#')) return line;
    const standsAlone = this.#isBlank(i - 1) && this.#isBlank(i + 1);
    return line.replace(TIGHT_HEADING, (hashes, _several, one?: string) =>
      one === undefined || standsAlone || this.#isTight() ? `${hashes} ` : hashes,
    );
  }

  /** Whether `#Title` is a heading: it is if the text has `##Title` without a space, too. */
  #isTight(): boolean {
    return (this.#tight ??= this.#lines.some((line) => TIGHT_HEADING.exec(line)?.[1] !== undefined));
  }

  /** The level of a title, however it is marked. */
  #levelOf(title: number): number {
    const line = this.#lines[title] ?? '';
    if (UNDERLINE.test(this.#lines[title + 1] ?? '')) return 2;
    return (headingMarks(line) || TIGHT_HEADING.exec(line)?.[1])?.length ?? 1;
  }

  /** Whether a line is marked as a heading below the title. */
  #isHeading(line: string, i: number): boolean {
    const { code, blank, items } = this.#layout;
    if (code[i] || this.#isTitle(i) || this.#metadata.dateline === i || this.#metadata.fields.has(i))
      return false;
    if (HEADING.test(line) || TIGHT_HEADING.exec(line)?.[1] !== undefined) return true;
    return blank[i] === false && !items[i] && UNDERLINE.test(this.#lines[i + 1] ?? '');
  }

  /**
   * Whether the first line is one of three or more in bold with nothing but lists below them: `**Ferries**`, `- a`,
   * `**Tugs**`, `- b`.
   */
  #areAboveLists(): boolean {
    const { blank, items, code } = this.#layout;
    const title = titleLineOf(this.#lines);
    if (title?.isMasthead || title?.isDated) return false;
    const bold = this.#lines.flatMap((line, i) =>
      !code[i] && this.#isBlank(i - 1) && isBoldLine(line) ? [i] : [],
    );
    const gap = blank[(bold[0] ?? 0) + 1] === true ? 2 : 1;
    return bold.length > 2 && bold.every((i) => items[i + gap] !== undefined && blank[i + 1] === (gap === 2));
  }

  #isTitle(i: number): boolean {
    return !this.#titled && !this.#headsList && i === this.#first;
  }

  /** Whether a line is blank, or beyond the text's ends. */
  #isBlank(i: number): boolean {
    return this.#layout.blank[i] !== false;
  }
}

/** The number of cells in a table's row. */
function cellsIn(row: string): number {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/).length;
}

/** Whether the number of a line, or of an item with a bullet, is a day: `3. März 2026`, `- 3. März`. */
function numbersDay(line: string): boolean {
  const words = line.replace(BULLET, '');
  return words === line ? beginsWithDay(line) : afterDay(words) !== undefined;
}
