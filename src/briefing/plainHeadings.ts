import { findDate } from './date.ts';
import { itemOf, type ItemLine } from './listMarks.ts';
import { opensSources } from './runInSources.ts';
import { urlOfBareDomain } from './safeUrl.ts';
import { isBlank, isSeparator } from './sourceText.ts';
import { isFileName } from './title.ts';
import { kindOfTitle } from './vocabulary.ts';

/** A line this long shows that the text is not wrapped by hand: each of its lines is a paragraph. */
export const WRAP_COLUMN = 100;
const HEADING_LENGTH = 80;
const HEADING_WORDS = 12;
const CAPS_LENGTH = 120;
const LINE_LENGTH = 240;

/** What an author draws around a heading: `*** A ***`, `=== A ===`, `.:: A ::.`, `=  [ A ]  =`, `** A **`. */
const DRAWN = /^([*=~#.:|_+-]+[\s[\]]*)(.*?[\p{L}\p{N}].*?)([\s[\]]*[*=~#.:|_+-]+)$/u;

/**
 * The lines of an unmarked text that are headings, with their words. What tells a heading from short prose is what
 * surrounds it: it stands apart from the prose above, it ends no sentence, and it heads a list or prose that does.
 * Below `References:`, a bare line heads nothing but a list below a list: `Q&A: Why …` above `cgtn.com` is a source's
 * title. `titled`: the text's own title stands elsewhere, so that its first line is not it.
 */
export function headingsOf(
  lines: readonly string[],
  items: readonly (ItemLine | undefined)[],
  titled: boolean,
): ReadonlyMap<number, string> {
  return new HeadingFinder(lines, items, titled).find();
}

/** A tag or an address is as long as it is, however its author wraps the words. */
const UNBROKEN = /<[^<>]{0,4000}>|\w:\/\/\S+/g;

/** Whether a line's end is the author's choice for all lines: none of them is long. */
export function isWrapped(lines: readonly string[]): boolean {
  return !lines.some((line) => line.length > WRAP_COLUMN && line.replace(UNBROKEN, '').length > WRAP_COLUMN);
}

class HeadingFinder {
  readonly #lines: readonly string[];
  readonly #items: readonly (ItemLine | undefined)[];
  /** Blank, or a separator. */
  readonly #empty: readonly boolean[];
  readonly #wrapped: boolean;
  /** No blank lines part its paragraphs. */
  readonly #tight: boolean;
  /** For each line, the next and the last line beside it that has words. */
  readonly #below: readonly number[];
  readonly #above: readonly number[];
  readonly #headings = new Map<number, string>();
  /** The line that may be the title, by its place. */
  readonly #first: number;

  constructor(lines: readonly string[], items: readonly (ItemLine | undefined)[], titled: boolean) {
    this.#lines = lines;
    this.#items = items;
    this.#wrapped = isWrapped(lines);
    const empty = lines.map((line) => isBlank(line) || isSeparator(line));
    this.#empty = empty;
    this.#tight = empty.filter(Boolean).length * 10 < lines.length;
    this.#above = neighbours(empty, empty.keys());
    this.#below = neighbours(empty, [...empty.keys()].reverse());
    this.#first = titled ? -1 : lines.findIndex((line, i) => !empty[i] && !isFileName(line.trim()));
  }

  find(): ReadonlyMap<number, string> {
    let underReferences = false;
    this.#lines.forEach((line, i) => {
      // The cheapest first: most lines stand in a paragraph.
      if (this.#empty[i] || this.#items[i] || !this.#standsApart(i) || line.length > LINE_LENGTH) return;
      const text = line.trim();
      if (this.#textBelow(i) === undefined) return;
      const words = wordsOf(text);
      const kind = kindOfTitle(words);
      const heads =
        kind !== 'prose' ||
        this.#isMarked(i, text) ||
        ((!underReferences || this.#partsLists(i)) && this.#isBare(i));
      if (!heads) return;
      this.#headings.set(i, words);
      underReferences = kind === 'references';
    });
    for (const at of [...this.#headings.keys()]) this.#addHeadingAbove(at);
    return this.#headings;
  }

  /** Drawn or underlined, in bold or in capitals: its author gave it a mark, though not Markdown's. */
  #isMarked(i: number, text: string): boolean {
    const words = wordsOf(text);
    if (words.length > CAPS_LENGTH || endsSentence(words) || this.#isSource(i)) return false;
    if (isBold(text) || (i === this.#first && this.#isTitle(text))) return true;
    if (isCapitals(words)) return this.#endsApart(i) || this.#headsBody(i);
    const above = this.#above[i] ?? -1;
    const isDrawn = drawnWords(text) !== undefined && (above < i - 1 || above < 0);
    return this.#endsApart(i) && (isDrawn || this.#isUnderlined(i, text));
  }

  /** The first line as a title, though more lines of a paragraph may follow it. */
  #isTitle(text: string): boolean {
    return /^([*_])[^*_]+\1$/.test(text) || drawnWords(text) !== undefined || findDate(text) !== undefined;
  }

  #isUnderlined(i: number, text: string): boolean {
    const line = this.#lines[i + 1] ?? '';
    return isSeparator(line) && line.trim().length * 2 >= text.length && isBlank(this.#lines[i - 1]);
  }

  /** A short line without any mark. */
  #isBare(i: number): boolean {
    const text = this.#words(i);
    const below = this.#below[i] ?? -1;
    if (
      !couldHead(text) ||
      this.#isInTable(i) ||
      !(this.#endsApart(i) || this.#items[below] || this.#endsEarly(i))
    )
      return false;
    if (text.endsWith(':'))
      return readsAsTitle(text) && this.#endsApart(i) && !this.#items[below] && !this.#tight;
    return this.#headsBody(i);
  }

  /** A list stands below, or prose that is longer. */
  #headsBody(i: number): boolean {
    const below = this.#below[i] ?? -1;
    if (this.#items[below]) return true;
    const body = this.#paragraph(below);
    // A small letter right below goes on with what the line began.
    if (below === i + 1 && /^\p{Ll}/u.test(body)) return false;
    return body.length > this.#words(i).length && (body.length > WRAP_COLUMN || endsProse(body));
  }

  /** `44 New This Week` above or below `92 New Last Week`. */
  #isInTable(i: number): boolean {
    const beside = [this.#above[i], i, this.#below[i]].map((at) => /^[\d$+#]/.test(this.#words(at ?? -1)));
    return beside[1] === true && (beside[0] === true || beside[2] === true);
  }

  /** `Featured` right above the heading of its first part, where no blank line says as much. */
  #addHeadingAbove(at: number): void {
    const i = this.#above[at] ?? -1;
    if (i < 0 || !this.#tight || this.#headings.has(i) || this.#items[i]) return;
    const text = this.#words(i);
    const above = this.#above[i] ?? -1;
    if (!couldHead(text) || text.endsWith(':')) return;
    if (above >= 0 && !this.#headings.has(above)) this.#headings.set(i, text);
  }

  /** Listed sources end where a line heads another list. */
  #partsLists(i: number): boolean {
    return !!this.#items[this.#above[i] ?? -1] && !!this.#items[this.#below[i] ?? -1];
  }

  #words(i: number): string {
    return (this.#lines[i] ?? '').trim();
  }

  #textBelow(i: number): string | undefined {
    return this.#lines[this.#below[i] ?? -1];
  }

  /** Not inside a paragraph: a blank line, a list or a heading parts it from the words above, if such lines do at all. */
  #standsApart(i: number): boolean {
    const above = this.#above[i] ?? -1;
    return above < i - 1 || above < 0 || this.#tight || this.#headings.has(above) || !!this.#items[above];
  }

  /** No paragraph begins with it. */
  #endsApart(i: number): boolean {
    return this.#tight || (this.#below[i] ?? -1) !== i + 1;
  }

  /** It had room for the next line's first word and more, and so ends where its author wanted it to. */
  #endsEarly(i: number): boolean {
    const width = Math.max(...this.#paragraphLines(i + 1).map((line) => line.trimEnd().length));
    const next = /\S+/.exec(this.#lines[i + 1] ?? '')?.[0] ?? '';
    const { length } = this.#words(i);
    return length + 1 + next.length <= width && length * 10 <= width * 7;
  }

  /** The words that begin in a line, as far as they belong together. */
  #paragraph(from: number): string {
    return this.#paragraphLines(from)
      .map((line) => line.trim())
      .join(' ');
  }

  #paragraphLines(from: number): readonly string[] {
    if (!this.#wrapped || this.#tight) return this.#lines.slice(from, from + 1);
    let to = from;
    // A paragraph as long as this is prose, however it goes on.
    while (to < this.#lines.length && to < from + 12 && !isBlank(this.#lines[to]) && !this.#items[to]) to++;
    return this.#lines.slice(from, Math.max(to, from + 1));
  }

  /** A source's title: its site stands right below. */
  #isSource(i: number): boolean {
    const next = this.#words(i + 1);
    return urlOfBareDomain(next) !== undefined;
  }
}

/** For each line, the last one before it (in the order given) that is not empty; -1 for none. */
function neighbours(empty: readonly boolean[], order: Iterable<number>): number[] {
  const found: number[] = [];
  let last = -1;
  for (const i of order) {
    found[i] = last;
    if (empty[i] === false) last = i;
  }
  return found;
}

/** The words of a heading that its author has drawn something around. */
function drawnWords(text: string): string | undefined {
  if (isEmphasis(text)) return undefined;
  if (/^--(?=["'(\p{Lu}])/u.test(text)) return text.slice(2).replace(/-+$/, '').trim();
  const [, before = '', words = '', behind = ''] = DRAWN.exec(text.slice(0, CAPS_LENGTH * 2)) ?? [];
  // `- or -` parts two lines.
  const drawn = before.length >= 2 && behind.length >= 2 && words !== '' && before.trim() !== '-';
  return drawn ? words.trim() : undefined;
}

/** The words of a line, without what is drawn around them or before them. */
function wordsOf(text: string): string {
  return drawnWords(text) ?? text.replace(/^(?:[*=~|>]+|-{2,})\s*(?=[\p{L}\p{N}("“])(?![^*]*\*)/u, '');
}

/** `**A** or **B**`: marks in the words, not around them. */
function isEmphasis(text: string): boolean {
  return (text.match(/\*\*|__/g)?.length ?? 0) > 2;
}

/** `**A**`, alone on its line. */
function isBold(text: string): boolean {
  return /^(\*\*|__)(?=[^\s*_])(?:(?!\1).)+\1\s*:?$/.test(text);
}

/** `MSI FILE DOWNLOAD`, `GOZI (ISFB/Ursnif) C2:`: nine of ten letters are capitals. */
function isCapitals(text: string): boolean {
  const letters = text.match(/\p{Lu}|\p{Ll}/gu) ?? [];
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase()).length;
  return capitals >= 4 && (letters.length - capitals) * 9 <= capitals && urlOfBareDomain(text) === undefined;
}

/** A line of a list drawn in columns: `Gods of Mars     [Mars #2][gmars.xxx]  64`. */
const COLUMNS = /\S\s{3,}\S|\]\s*[\d[]/;

function couldHead(text: string): boolean {
  return (
    text !== '' &&
    text.length <= HEADING_LENGTH &&
    text.split(/\s+/).length <= HEADING_WORDS &&
    !/[.,;!…。]["'”’»)]?$/u.test(text) &&
    /[\p{L}\p{N}].*[\p{L}\p{N}]|\p{Ideo}/u.test(text) &&
    !/^\P{L}*\p{Ll}/u.test(text) &&
    !/^(?:[>|]|\d{1,3}、)/.test(text) &&
    !/^https?:/.test(text) &&
    !/@|:\/\//.test(text) &&
    !COLUMNS.test(text) &&
    !isFileName(text) &&
    !opensSources(text.replace(/[:：]\s*$/, '')) &&
    itemOf(text) === undefined &&
    urlOfBareDomain(text) === undefined
  );
}

/** `Request for Assistance:`: all its longer words begin with a capital. */
function readsAsTitle(text: string): boolean {
  return text.split(/\s+/).every((word) => word.length < 4 || !/^\p{Ll}/u.test(word));
}

function endsSentence(text: string): boolean {
  return /[.,;…。]["'”’»)]?$/u.test(text);
}

function endsProse(text: string): boolean {
  return /[.!?…。！？]["'”’»)]?\s*\P{L}*$/u.test(text.slice(-40));
}
