import type { ItemLine } from '../../text/bullets/listMarks.ts';
import { endsInColon } from './lineForm.ts';
import { unspacedLength } from '../../text/scripts.ts';
import { isBlank, isEmptyLine } from '../../text/sourceText.ts';

/** A longer line shows that the text is not hard-wrapped, so that each line is a paragraph. In columns. */
export const WRAP_COLUMN = 100;
/** A tag or an address, which cannot be wrapped. */
const UNBROKEN = /<[^<>]{0,4000}>|\w:\/\/\S+/g;

/** A line of an agenda, by its day or its time: `28.11. Ferry day`, `28/11 – Ferry day`, `14:30 Crane comes`. */
const APPOINTMENT =
  /^\s*(?:\d{1,2}\.\s?\d{1,2}\.(?:\d{2,4})?|\d{1,2}\/\d{1,2}|\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?)[:,]?\s+(?:[–—-]\s+)?\p{L}/iu;

/**
 * Whether a text is hard-wrapped: none of its lines is long, or lines that continue in lower case below a line of the
 * usual length are many times as many. Authors add a long line to a wrapped text now and then.
 */
export function isWrapped(lines: readonly string[]): boolean {
  const isLong = (line: string) => isWide(line) && isWide(line.replace(UNBROKEN, '').trimEnd());
  const long = lines.filter(isLong).length;
  if (long === 0) return true;
  const continues = (line: string, i: number) =>
    /^\p{Ll}/u.test(line) && WRAPPED.test(lines[i - 1] ?? '') && !isLong(line);
  return lines.filter(continues).length >= CONTINUED * long;
}

/** Whether a line is wider than wrapped ones are. A letter of a script without spaces has two columns. */
function isWide(line: string): boolean {
  return (
    line.length > WRAP_COLUMN ||
    (line.length * 2 > WRAP_COLUMN && line.length + unspacedLength(line) > WRAP_COLUMN)
  );
}

/** A line that is as long as wrapped lines are. */
const WRAPPED = /^.{55,80}$/;
/** Minimum number of continued lines for each long one. */
const CONTINUED = 20;

/** The name of an emoji, as a chat's messages have it: `:ship: Ferries`, `*:ship: Ferries*`. */
const EMOJI_NAME = /^([*_]{0,2}):[a-z][a-z\d_+-]{1,40}:\s+(?=\S)/;

function withoutEmojiName(line: string): string {
  return line.includes(':') ? line.replace(EMOJI_NAME, '$1') : line;
}

/** The lines around each line of a text. */
export class LinePlaces {
  readonly #lines: readonly string[];
  /** The lines without white space around them, which are asked for again and again. */
  readonly #words: readonly string[];
  readonly #items: readonly (ItemLine | undefined)[];
  /** Blank, or a separator. */
  readonly #empty: readonly boolean[];
  readonly #wrapped: boolean;
  readonly #above: readonly number[];
  readonly #below: readonly number[];
  readonly #inItem: readonly boolean[];
  /** Whether hardly any blank line separates paragraphs. */
  readonly isTight: boolean;

  constructor(lines: readonly string[], items: readonly (ItemLine | undefined)[]) {
    this.#lines = lines;
    this.#words = lines.map((line) => withoutEmojiName(line.trim()));
    this.#items = items;
    this.#wrapped = isWrapped(lines);
    const empty = lines.map((line) => isEmptyLine(line));
    this.#empty = empty;
    this.#above = neighbours(empty, empty.keys());
    this.#below = neighbours(empty, [...empty.keys()].reverse());
    this.#inItem = linesInItems(lines, items, empty);
    this.isTight = isTight(empty);
  }

  words(i: number): string {
    return this.#words[i] ?? '';
  }

  isEmpty(i: number): boolean {
    return this.#empty[i] ?? true;
  }

  isItem(i: number): boolean {
    return this.#items[i] !== undefined;
  }

  isIndented(i: number): boolean {
    return INDENT.test(this.#lines[i] ?? '');
  }

  /** Whether a line continues an item: it is indented below it, with no blank line between. */
  isInItem(i: number): boolean {
    return this.#inItem[i] ?? false;
  }

  /** The next line above that has words; -1 for none. */
  above(i: number): number {
    return this.#above[i] ?? -1;
  }

  /** The next line below that has words; -1 for none. */
  below(i: number): number {
    return this.#below[i] ?? -1;
  }

  /** Whether a blank line, a rule or the start of the text is right above a line. */
  beginsApart(i: number): boolean {
    return this.above(i) < i - 1 || this.above(i) < 0;
  }

  /** Whether a blank line or a rule is right below a line; always true if hardly any separates paragraphs. */
  endsApart(i: number): boolean {
    return this.isTight || this.below(i) !== i + 1;
  }

  /** Whether a line ends where its author wanted it to: the next line's first word, and more, would have fitted. */
  endsEarly(i: number): boolean {
    // An address is not wrapped.
    const lines = this.#paragraph(i + 1).filter((line) => /\S\s+\S/.test(line));
    const width = lines.reduce((most, line) => Math.max(most, line.trimEnd().length), 0);
    const next = /\S+/.exec(this.#lines[i + 1] ?? '')?.[0] ?? '';
    const { length } = this.words(i);
    return length + 1 + next.length <= width && length * 10 <= width * 7;
  }

  /** Whether the text is hard-wrapped. */
  get isWrapped(): boolean {
    return this.#wrapped;
  }

  /** Whether a list is right below a line, or a lead-in with its list, `Three lines stop this week:`, or an agenda. */
  headsList(i: number): boolean {
    const below = this.below(i);
    return (
      this.isItem(below) ||
      (endsInColon(this.words(below)) && this.isItem(this.below(below))) ||
      (APPOINTMENT.test(this.words(below)) && APPOINTMENT.test(this.words(below + 1)))
    );
  }

  /** Whether prose below a line is longer than it, and ends a sentence or is very long. */
  headsProse(i: number): boolean {
    const body = this.#bodyOf(i);
    return body.length > this.words(i).length && (body.length > WRAP_COLUMN || endsProse(body));
  }

  /** Whether the text below a line is longer than it. */
  headsLonger(i: number): boolean {
    return this.#bodyOf(i).length > this.words(i).length;
  }

  /** Returns the paragraph below a line; '' if a small letter right below continues the line instead. */
  #bodyOf(i: number): string {
    const below = this.below(i);
    const body = this.#paragraph(below)
      .map((line) => line.trim())
      .join(' ');
    return below === i + 1 && /^\p{Ll}/u.test(body) ? '' : body;
  }

  /** Returns the lines of the paragraph that begins at a line; only that line, unless the text is hard-wrapped. */
  #paragraph(from: number): readonly string[] {
    if (!this.#wrapped || this.isTight) return this.#lines.slice(from, from + 1);
    let to = from;
    // Twelve lines are enough: a paragraph of that length is prose.
    while (to < this.#lines.length && to < from + 12 && !isBlank(this.#lines[to]) && !this.#items[to]) to++;
    return this.#lines.slice(from, Math.max(to, from + 1));
  }
}

const INDENT = /^(?:[ \u3000]{2}|\s?\t)/;

function linesInItems(
  lines: readonly string[],
  items: readonly (ItemLine | undefined)[],
  empty: readonly boolean[],
): readonly boolean[] {
  const found: boolean[] = [];
  for (const [i, line] of lines.entries()) {
    const isBelow = items[i - 1] !== undefined || found[i - 1] === true;
    found.push(isBelow && empty[i] === false && items[i] === undefined && INDENT.test(line));
  }
  return found;
}

/** Whether fewer than one line in ten is blank, not counting those before and after the words. */
function isTight(empty: readonly boolean[]): boolean {
  const inside = empty.slice(Math.max(0, empty.indexOf(false)), empty.lastIndexOf(false) + 1);
  return inside.filter(Boolean).length * 10 < inside.length;
}

/** Returns for each line the last one before it (in the given order) that is not empty; -1 for none. */
function neighbours(empty: readonly boolean[], order: Iterable<number>): number[] {
  const found: number[] = [];
  let last = -1;
  for (const i of order) {
    found[i] = last;
    if (empty[i] === false) last = i;
  }
  return found;
}

/** Whether a text ends a sentence. */
export function endsProse(text: string): boolean {
  return /[.!?…。！？]["'”’»)]?\s*\P{L}*$/u.test(text.slice(-40));
}
