import type { Part } from '../../briefing/write/composeMarkdown.ts';
import { followsMark, typedMark, type TypedMark, withoutMark } from './bullets.ts';
import { areLinked } from './inOneLine.ts';
import { textOfRuns } from './runList.ts';

type Items = (readonly Part[])[];
type Heading = Extract<Part, { readonly kind: 'heading' }>;
type Paragraph = Extract<Part, { readonly kind: 'paragraph' }>;

/** Maximum length of a heading, and of one that ends with a full stop; longer ones are read as paragraphs. */
const MAX_HEADING_LENGTH = 300;
const MAX_SENTENCE_LENGTH = 120;

/** Maximum number of runs of a heading that is continued by the next one. */
const MAX_RUNS = 40;

/** A small letter that begins a word; not a name such as `iOS`. */
const GOES_ON = /^\s*\p{Ll}(?!\p{Ll}{0,5}\p{Lu})/u;

/** The parts of a page, in order. */
export class PartList {
  readonly #parts: Part[] = [];
  /** The list that was last started item by item, if any; further items are appended to it in place. */
  #openList: { readonly list: Part; readonly items: Items } | undefined;

  /** The last paragraph or list, if a typed mark begins its last words. */
  #typed: { readonly part: Part | undefined; readonly mark: TypedMark } | undefined;

  get all(): readonly Part[] {
    return this.#parts;
  }

  push(part: Part): void {
    this.#parts.push(part);
  }

  /** Adds a rule above a part, or at the end. */
  addRule(at = this.#parts.length): void {
    this.#parts.splice(at, 0, { kind: 'rule' });
  }

  /** Adds a heading. It may continue the one right above: `Ferry stops`, `on both sides of the harbour`. */
  addHeading(heading: Heading): void {
    const last = this.#parts.at(-1);
    const goesOn =
      last?.kind === 'heading' &&
      last.level === heading.level &&
      last.runs.length < MAX_RUNS &&
      GOES_ON.test(textOfRuns(heading.runs));
    if (!goesOn) this.#parts.push(heading);
    else
      this.#parts[this.#parts.length - 1] = { ...last, runs: [...last.runs, { text: ' ' }, ...heading.runs] };
  }

  /** Adds a paragraph. If typed marks of one list begin it and the one right above, both are items. */
  addParagraph(paragraph: Paragraph): void {
    const mark = typedMark(textOfRuns(paragraph.runs));
    const above = this.#typed?.part === this.#parts.at(-1) ? this.#typed : undefined;
    if (mark && above && followsMark(mark, above.mark)) {
      if (above.part?.kind === 'paragraph') {
        this.#parts.pop();
        this.#addTyped(above.part, above.mark);
      }
      this.#addTyped(paragraph, mark);
    } else this.#parts.push(paragraph);
    this.#typed = mark && { part: this.#parts.at(-1), mark };
  }

  #addTyped({ runs }: Paragraph, mark: TypedMark): void {
    this.addItems([[{ kind: 'paragraph', runs: withoutMark(runs, mark) }]], mark.number);
  }

  /** Adds a list. If one of its items is a section, so are all that begin with a heading, unless they are nested. */
  addList(items: Items, start: number | undefined, mayBeSections: boolean): void {
    if (mayBeSections && items.some(isSection))
      for (const item of items) {
        if (item[0]?.kind === 'heading') for (const part of item) this.push(part);
        else this.addItems([item]);
      }
    else if (items.length > 0) this.push({ kind: 'list', items, start });
  }

  /** Adds items. Consecutive ones form a single list, if their numbers go on. */
  addItems(added: readonly (readonly Part[])[], start?: number): void {
    const last = this.#parts.at(-1);
    const next =
      last?.kind === 'list' && last.start !== undefined ? last.start + last.items.length : undefined;
    if (last?.kind !== 'list' || next !== start) {
      this.#startList([...added], start);
      return;
    }
    if (this.#openList?.list !== last) {
      this.#parts.pop();
      this.#startList([...last.items], last.start);
    }
    for (const item of added) this.#openList?.items.push(item);
  }

  #startList(items: Items, start: number | undefined): void {
    const list: Part = { kind: 'list', items, start };
    this.#openList = { list, items };
    this.#parts.push(list);
  }
}

/** Returns parts as list items: those of a list at their beginning, or else a single one. */
export function listItems(parts: readonly Part[]): Part[][] {
  const [first, ...others] = parts;
  if (first?.kind !== 'list') return [[...parts]];
  const items = first.items.map((item) => [...item]);
  for (const part of others) items.at(-1)?.push(part);
  return items;
}

/**
 * Whether an item is a section, as in a column of a page: nothing but a heading above three links or more. A headline
 * above such links is mostly one itself. `<li><h2>Ports</h2><ul><li><a href="…">Ferry stops</a>`
 */
function isSection([heading, list, ...others]: readonly Part[]): boolean {
  if (heading?.kind !== 'heading' || list?.kind !== 'list' || others.length > 0) return false;
  const isLink = ([link, ...more]: readonly Part[]) =>
    link?.kind === 'paragraph' && more.length === 0 && areLinked(link.runs);
  return !heading.runs.some(({ link }) => link) && list.items.length > 2 && list.items.every(isLink);
}

/**
 * Leaves out the numbers that all items have beside their words: `<li><span>1.</span><div>Ferry stops</div>`. Of others,
 * they may be figures.
 */
export function withoutNumbers(items: Items, start = NaN): Items {
  const areNumbered = items.every(
    ([first, second], at) =>
      second &&
      first?.kind === 'paragraph' &&
      Number(textOfRuns(first.runs.slice(0, 2)).replace(/^#|[.)]$/g, '')) === start + at,
  );
  return areNumbered ? items.map((item) => item.slice(1)) : items;
}

/** Whether the words of a heading are one, and not a paragraph of someone who wanted large letters. */
export function mayHead(words: string): boolean {
  return words.length <= (/[.。]\s*$/.test(words) ? MAX_SENTENCE_LENGTH : MAX_HEADING_LENGTH);
}
