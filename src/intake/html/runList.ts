import type { Run } from '../../briefing/write/writeRuns.ts';
import type { AddressBudget } from './budgets.ts';
import type { TextStyle } from './textStyle.ts';

/** Hidden characters that newsletters use to pad their preview in an inbox. A single one may be part of a word. */
const FILLINGS = '\\u034f\\u00ad\\u200b-\\u200d\\u2007\\u2060\\ufeff';
const FILLING = new RegExp(`[${FILLINGS}]`);
const PADDING = new RegExp(`[${FILLINGS}][\\s${FILLINGS}]+`, 'g');
const PADDINGS = new RegExp(`(?:[${FILLINGS}]\\s*){3}`);
/** A possible hyphenation point in a word. */
const SOFT_HYPHEN = /\u00ad/g;
/** Any visible character. */
const VISIBLE = /[^\s\p{DI}\p{Cc}]/u;

const EXPONENT = /^\s*[-+−]?(?:\d{1,4}|[a-z])\s*$/i;
const EXPONENT_BASE = /(?:\d|\)|(?<!\p{L})\p{L})$/u;

export interface Paragraph {
  readonly runs: readonly Run[];
  /** The words of its links, also of those without an address. */
  readonly linked: readonly string[];
  /** The size of its letters; 0 if it varies. */
  readonly size: number;
  /** Whether it has no words but those for images. */
  readonly isImage: boolean;
}

/** Collects the text of a paragraph, and collapses white space as browsers do. */
export class RunList {
  #runs: Run[] = [];
  #last = '\n';
  #largest = 0;
  #smallest = Infinity;
  readonly #linked: string[] = [];
  readonly #addresses: AddressBudget;

  constructor(addresses: AddressBudget) {
    this.#addresses = addresses;
  }

  add(text: string, style: TextStyle, link: string | undefined): void {
    if (!this.#addText(text, style, link)) return;
    this.#largest = Math.max(this.#largest, style.size);
    this.#smallest = Math.min(this.#smallest, style.size);
  }

  /** Adds text that does not count for the size of the letters: the words for an image, the space between two labels. */
  addUnsized(words: string, style: TextStyle, link: string | undefined): void {
    this.#addText(words, style, link);
  }

  /** Records the words of a link, which are then added. */
  addLink(words: string): void {
    this.#linked.push(words);
  }

  /** Ends a line. Returns true if the line was already empty, which ends the paragraph. */
  endLine(): boolean {
    if (this.#runs.length === 0) return false;
    if (this.#last === '\n') return true;
    this.#push({ text: '\n' });
    return false;
  }

  /** Whether raised words are an exponent, and the text ends in a character that can have one: `2`, `)`, `x`. */
  takesExponent(words: string): boolean {
    return EXPONENT.test(words) && EXPONENT_BASE.test(textOfRuns(this.#runs.slice(-2)).slice(-4));
  }

  /** Returns the paragraph so far, if any of it is visible, and resets. */
  flush(): Paragraph | undefined {
    const runs = this.#runs;
    const isImage = this.#largest < this.#smallest;
    const size = this.#largest === this.#smallest ? this.#largest : 0;
    this.#runs = [];
    this.#last = '\n';
    this.#largest = 0;
    this.#smallest = Infinity;
    if (!runs.some(({ text }) => VISIBLE.test(text))) return undefined;
    return { runs: trimEnd(runs), linked: this.#linked.splice(0), size, isImage };
  }

  /** Returns whether any of the text is visible. */
  #addText(text: string, { isStrong, isStressed, isCode }: TextStyle, link: string | undefined): boolean {
    const shown = FILLING.test(text) ? withoutPadding(text) : text;
    let words = shown.replace(/\s+/g, ' ');
    if (/\s/.test(this.#last)) words = words.trimStart();
    if (words === '') return false;
    const address = link === this.#runs.at(-1)?.link ? link : link && this.#addresses.spend(link);
    this.#push({ text: words, link: address, isStrong, isStressed, isCode });
    return VISIBLE.test(words);
  }

  #push(run: Run): void {
    this.#runs.push(run);
    this.#last = run.text.slice(-1);
  }
}

/** Replaces one run of hidden characters at a time: a counted repetition over the whole text would need much memory. */
function withoutPadding(text: string): string {
  return text.replace(PADDING, (run) => (PADDINGS.test(run) ? ' ' : run)).replace(SOFT_HYPHEN, '');
}

function trimEnd(runs: readonly Run[]): readonly Run[] {
  const end = runs.findLastIndex(({ text }) => VISIBLE.test(text));
  return runs.slice(0, end + 1).map((run, at) => (at === end ? { ...run, text: run.text.trimEnd() } : run));
}

/** The text of some runs, without their formatting. */
export function textOfRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
