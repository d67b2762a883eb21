import { withoutControls } from '../../base/tidy.ts';
import { BoundedParser } from './boundedParser.ts';
import { WordBudget } from './budgets.ts';
import { BLOCKS, type Element, UNREAD } from './elements.ts';
import { wordsOfImage } from './images.ts';
import { isHidden, styleOf } from './style.ts';

/** A page as it is written, and what it says of itself. */
export interface ParsedPage {
  readonly root: Element;
  /** What addresses in it are relative to, as it is written. */
  readonly base?: string;
  /** As it is written. */
  readonly language?: string;
  /** The words of its `<title>`. */
  readonly title?: string;
  /** Its own words stand in a `main` or an `article`. */
  readonly hasMain: boolean;
  /** A level-1 heading stands in there. */
  readonly hasMainHeading: boolean;
  /** They stand in one `article`, whatever is around it: the one with the level-1 heading, or where there is none the only one. */
  readonly hasArticle: boolean;
  /** There is more of it than is read: its end is missing, or is words without structure. */
  readonly isCut: boolean;
}

/** In UTF-16 units: 5 MB of a page in ASCII. What stands behind is not read. */
const LONGEST = 5 * 1024 * 1024;

/**
 * How many elements are read as structure, and how many at all: what stands behind the first is words, and what stands
 * behind the second is not read. A newsletter has a few thousand; and as many paragraphs are more than the parser of the
 * Markdown takes for more than words.
 */
const MOST_ELEMENTS = 25_000;
const MOST_TAGS = 250_000;

/** Reads HTML, however broken, in one pass. Total. */
export function parsePage(html: string): ParsedPage {
  const reading = new PageReading();
  const parser = new BoundedParser({
    onOpen: (name, attributes) => {
      reading.open(name, attributes);
      if (reading.isFull) parser.pause();
    },
    onClose: () => {
      reading.close();
    },
    onText: (text) => {
      reading.text(text);
      if (reading.isFull) parser.pause();
    },
  });
  parser.end(html.slice(0, LONGEST));
  return reading.page();
}

export function isMain({ name, attributes }: Pick<Element, 'name' | 'attributes'>): boolean {
  return name === 'main' || name === 'article' || attributes['role'] === 'main';
}

/** An element that is open, and what ends with it. */
interface Open {
  readonly element: Element;
  readonly isUnread: boolean;
  readonly isMain: boolean;
  readonly isArticle: boolean;
}

class PageReading {
  readonly #root: Element = newElement('html', {});
  readonly #open: Open[] = [{ element: this.#root, isUnread: false, isMain: false, isArticle: false }];
  readonly #budget = new WordBudget();
  #elements = 0;
  #mains = 0;
  #articles = 0;
  #articlesSeen = 0;
  #unread = 0;
  #base: string | undefined;
  #language: string | undefined;
  #title: string | undefined;
  #isInTitle = false;
  #hasMain = false;
  #hasMainHeading = false;
  #hasArticleHeading = false;
  #isCut = false;

  /** Nothing more is taken. */
  get isFull(): boolean {
    return this.#elements > MOST_TAGS || this.#budget.isSpent;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const isUnread = UNREAD.has(name);
    if (this.#elements++ >= MOST_ELEMENTS) {
      this.#openFlat(name, attributes, isUnread);
      return;
    }
    const element = newElement(name, attributes);
    if (this.#unread === 0) {
      this.#top()?.children.push(element);
      if (name === 'img') this.#budget.take(attributes['alt'] ?? '');
    }
    const isArticle = name === 'article';
    this.#open.push({ element, isUnread, isMain: isMain(element), isArticle });
    if (isUnread) this.#unread++;
    if (isMain(element)) this.#mains++;
    if (isArticle && this.#articles++ === 0) this.#articlesSeen++;
    this.#note(name, attributes);
  }

  close(): void {
    const open = this.#open.pop();
    if (open?.isUnread) this.#unread--;
    if (open?.isMain) this.#mains--;
    if (open?.isArticle) this.#articles--;
    this.#isInTitle = false;
  }

  text(text: string): void {
    if (this.#isInTitle) this.#title = (this.#title ?? '') + text;
    const children = this.#top()?.children;
    if (this.#unread > 0 || !children) return;
    if (!this.#isCut && this.#elements > MOST_ELEMENTS && text.trim() !== '') this.#isCut = true;
    const words = this.#budget.take(withoutControls(text));
    const last = children.at(-1);
    // An entity comes as a text of its own.
    if (typeof last === 'string') children[children.length - 1] = last + words;
    else children.push(words);
  }

  #top(): Element | undefined {
    return this.#open.at(-1)?.element;
  }

  /** What the page says of itself. */
  #note(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'html' || name === 'body') this.#language ??= attributes['lang'] ?? attributes['xml:lang'];
    else if (name === 'base') this.#base ??= attributes['href'];
    else if (name === 'title') this.#isInTitle = this.#title === undefined;
    else if (name === 'table') this.#markTable();
    if (this.#mains === 0) return;
    this.#hasMain = true;
    if (name !== 'h1') return;
    this.#hasMainHeading = true;
    if (this.#articles > 0) this.#hasArticleHeading = true;
  }

  /** No structure any more: words, and a space between those of two blocks. */
  #openFlat(name: string, attributes: Readonly<Record<string, string>>, isUnread: boolean): void {
    const element = this.#top() ?? this.#root;
    if (BLOCKS.has(name) || name === 'br') this.text(' ');
    const tag = { name, attributes };
    if (name === 'img') this.text(wordsOfImage(tag));
    const isSkipped = isUnread || isHidden(tag, styleOf(tag));
    if (isSkipped) this.#unread++;
    this.#open.push({ element, isUnread: isSkipped, isMain: false, isArticle: false });
  }

  page(): ParsedPage {
    return {
      root: this.#root,
      ...(this.#base !== undefined && { base: this.#base }),
      ...(this.#language !== undefined && { language: this.#language }),
      ...(this.#title !== undefined && { title: this.#title }),
      hasMain: this.#hasMain,
      hasMainHeading: this.#hasMainHeading,
      hasArticle: this.#hasArticleHeading || (this.#articlesSeen === 1 && !this.#hasMainHeading),
      isCut: this.#isCut || this.isFull,
    };
  }

  /** The ones around it hold a table now; those around one that does know it. */
  #markTable(): void {
    for (let at = this.#open.length - 2; at >= 0; at--) {
      const around = this.#open[at]?.element;
      if (!around || around.holdsTable) return;
      around.holdsTable = true;
    }
  }
}

function newElement(name: string, attributes: Readonly<Record<string, string>>): Element {
  return { name, attributes, children: [], holdsTable: false };
}
