import { type ItemLine, unmarked } from '../text/bullets/listMarks.ts';
import { escapeHeadingEnd } from '../text/sourceText.ts';

/** Markdown made from unmarked text, with the source line that each of its lines stands for. */
export interface MarkedText {
  readonly lines: readonly string[];
  readonly origins: readonly number[];
}

/** How a line of words was written. */
interface Written {
  /** In characters. */
  readonly indent: number;
  /** Whether it belongs to a table or a quotation. */
  readonly isBlock: boolean;
  /** Whether it belongs to an item, whatever is above. */
  readonly isInItem: boolean;
  /** Whether it continues the sentence of the item or the words right above. */
  readonly goesOn: boolean;
  /** Whether a paragraph begins with it, whatever is above. */
  readonly isNew: boolean;
  /** Whether the line break above it is kept, if it is in a paragraph. */
  readonly isRow: boolean;
}

/** A line break that is shown. */
const BREAK = '  ';

/**
 * Writes the lines of a plain text as Markdown, one after another, with blank lines where Markdown needs them. `source`
 * is always the index of a line in that text.
 */
export class MarkedLines implements MarkedText {
  readonly lines: string[] = [];
  readonly origins: number[] = [];
  readonly #isWrapped: boolean;
  /** What the line above is part of. */
  #above: 'blank' | 'heading' | 'item' | 'words' | 'block' = 'blank';
  /** The indentation of the current list's first item. */
  #listIndent = 0;

  /** `isWrapped`: whether a paragraph may have several lines. */
  constructor(isWrapped: boolean) {
    this.#isWrapped = isWrapped;
  }

  /** `isAboveItem`: whether the next line with words is an item or belongs to one, so that a list continues. */
  addBlank(source: number, isAboveItem: boolean): void {
    this.#add('', source);
    if (this.#above !== 'item' || !isAboveItem) this.#above = 'blank';
  }

  addHeading(level: 1 | 2 | 3, words: string, source: number): void {
    this.#separate(source);
    this.#add(`${'#'.repeat(level)} ${escapeHeadingEnd(words)}`, source);
    this.#above = 'heading';
  }

  addItem({ mark, words, indent }: ItemLine, source: number): void {
    if (this.#above !== 'item') {
      this.#separate(source);
      this.#listIndent = indent;
    }
    const inList = Math.max(0, indent - this.#listIndent);
    this.#add(`${' '.repeat(inList)}${mark} ${unmarked(words)}`, source);
    this.#above = 'item';
  }

  addRule(source: number): void {
    // Right below a heading, it underlines that; elsewhere, Markdown would make a heading of the line above.
    this.#separate(source);
    this.#add(this.#above === 'heading' ? '' : '***', source);
    this.#above = 'blank';
  }

  addWords(words: string, source: number, written: Written): void {
    const continues = !written.isNew && this.#mayContinue(written);
    if (!continues) this.#separate(source);
    const last = this.lines.length - 1;
    if (continues && written.isRow && this.#above === 'words')
      this.lines[last] = (this.lines[last] ?? '') + BREAK;
    const indent = continues && this.#above === 'item' ? ' '.repeat(4) : '';
    this.#add(`${indent}${unmarked(words)}`, source);
    if (!continues) this.#above = written.isBlock ? 'block' : 'words';
  }

  /**
   * Whether a line belongs to the line above: as the next line of a table or a quotation, or as further text of an
   * item.
   */
  #mayContinue({ indent, isBlock, isInItem, goesOn }: Written): boolean {
    if (isInItem) return true;
    if (this.#above === 'item') return goesOn || this.#isWrapped || indent > this.#listIndent;
    if (this.#above === 'block') return isBlock;
    return this.#above === 'words' && (goesOn || this.#isWrapped);
  }

  /** Adds a blank line, unless there is one. It stands for the end of the line above. */
  #separate(source: number): void {
    if (this.#above !== 'blank') this.#add('', source - 1);
  }

  #add(line: string, source: number): void {
    this.lines.push(line);
    this.origins.push(source);
  }
}
