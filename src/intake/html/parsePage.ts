import { withoutControls } from '../../base/tidy.ts';
import { BoundedParser } from './boundedParser.ts';
import { TextBudget } from './budgets.ts';
import { isTab } from './controls.ts';
import { BLOCKS, type Element, newElement, UNREAD } from './elements.ts';
import { altTextOf } from './altText.ts';
import { holdsLiteralBold } from './literalMarks.ts';
import { isFooter } from './pageFrame.ts';
import { hiddenLanguage, isHidden, styleOf } from './textStyle.ts';

/** A parsed page with its metadata. */
export interface ParsedPage {
  readonly root: Element;
  /** The `<base>` of relative addresses, as written. */
  readonly base: string | undefined;
  /** As written. */
  readonly language: string | undefined;
  /** Whether the page marks its content with a `main` or an `article`. */
  readonly hasMain: boolean;
  /** Whether there is a level-1 heading in that content. */
  readonly hasMainHeading: boolean;
  /**
   * Whether the content is in an `article`: one with a level-1 heading, or the only one if there is no such heading.
   */
  readonly hasArticle: boolean;
  readonly hasLiteralBold: boolean;
  readonly hiddenClass: RegExp;
  /** Whether there is a single footer, and no `main` to be outside of. */
  readonly hasOnlyFooter: boolean;
  /** The tabs, by the ids of the panels that they show. */
  readonly tabs: Map<string, Element>;
  /** Whether the page was too long: its end is missing, or was read as text without structure. */
  readonly isCut: boolean;
}

/** Maximum length of a page, in UTF-16 units: 5 MB of ASCII. The rest is dropped. */
const MAX_LENGTH = 5 * 1024 * 1024;

/**
 * Maximum number of elements that are read as structure, and of tags in total: after the first limit, only text is kept,
 * and after the second, nothing. Newsletters have a few thousand elements, and our Markdown parser reads a text with more
 * paragraphs as plain text.
 */
const MAX_ELEMENTS = 25_000;
const MAX_TAGS = 250_000;

/** Parses HTML in one pass, however broken it is. Never throws. */
export function parsePage(html: string): ParsedPage {
  const reading = new PageReading();
  new BoundedParser(reading).end(html.slice(0, MAX_LENGTH));
  return { ...reading.page(), hasLiteralBold: holdsLiteralBold(html), hiddenClass: hiddenLanguage(html) };
}

export function isMain({ name, attributes }: Pick<Element, 'name' | 'attributes'>): boolean {
  return name === 'main' || name === 'article' || attributes['role'] === 'main';
}

function isArticle({ name }: Element): boolean {
  return name === 'article';
}

/** An open element, and whether its content is left out. */
interface Open {
  readonly element: Element;
  readonly isUnread: boolean;
}

class PageReading {
  readonly #root: Element = newElement('html', {});
  readonly #open: Open[] = [{ element: this.#root, isUnread: false }];
  readonly #budget = new TextBudget();
  #elements = 0;
  #articles = 0;
  #unread = 0;
  #footers = 0;
  #base: string | undefined;
  #language: string | undefined;
  #hasMain = false;
  #hasMainHeading = false;
  #hasArticleHeading = false;
  #isCut = false;
  readonly #tabs = new Map<string, Element>();

  /** Whether a limit is reached, after which nothing is read. */
  get isFull(): boolean {
    return this.#elements > MAX_TAGS || this.#budget.isSpent;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const isUnread = UNREAD.has(name);
    if (this.#elements++ >= MAX_ELEMENTS) {
      this.#openFlat(name, attributes, isUnread);
      return;
    }
    const element = newElement(name, attributes);
    if (this.#unread === 0) {
      this.#top()?.children.push(element);
      if (name === 'img') this.#budget.spend(attributes['alt'] ?? '');
    }
    if (name === 'article' && !this.#isIn(isArticle)) this.#articles++;
    this.#open.push({ element, isUnread });
    if (isUnread) this.#unread++;
    this.#hasMain ||= isMain(element);
    if (isFooter(element)) this.#footers++;
    this.#recordMetadata(name, attributes);
    const panel = attributes['aria-controls'] ?? attributes['data-target']?.slice(1);
    if (panel && isTab(element)) this.#tabs.set(panel, element);
  }

  close(): void {
    if (this.#open.pop()?.isUnread) this.#unread--;
  }

  text(text: string): void {
    const children = this.#top()?.children;
    if (this.#unread > 0 || !children) return;
    if (!this.#isCut && this.#elements > MAX_ELEMENTS && text.trim() !== '') this.#isCut = true;
    const words = this.#budget.spend(withoutControls(text));
    const last = children.at(-1);
    // The parser reports an entity as a separate text, so consecutive texts are joined.
    if (typeof last === 'string') children[children.length - 1] = last + words;
    else children.push(words);
  }

  #top(): Element | undefined {
    return this.#open.at(-1)?.element;
  }

  /** Records metadata, and whether an element marks the page's content. */
  #recordMetadata(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'html' || name === 'body') this.#language ??= attributes['lang'] ?? attributes['xml:lang'];
    else if (name === 'base') this.#base ??= attributes['href'];
    else if (name === 'h1') {
      this.#hasMainHeading ||= this.#isIn(isMain);
      this.#hasArticleHeading ||= this.#isIn(isArticle);
    }
  }

  #isIn(isOne: (element: Element) => boolean): boolean {
    return this.#open.some(({ element }) => isOne(element));
  }

  /** Adds an element after the limit: only its text, with a space at the start of a block. */
  #openFlat(name: string, attributes: Readonly<Record<string, string>>, isUnread: boolean): void {
    const element = this.#top() ?? this.#root;
    if (BLOCKS.has(name) || name === 'br') this.text(' ');
    const tag = { name, attributes };
    if (name === 'img') this.text(altTextOf(tag));
    const isSkipped = isUnread || isHidden(tag, styleOf(tag));
    if (isSkipped) this.#unread++;
    this.#open.push({ element, isUnread: isSkipped });
  }

  page(): Omit<ParsedPage, 'hasLiteralBold' | 'hiddenClass'> {
    return {
      root: this.#root,
      base: this.#base,
      language: this.#language,
      hasMain: this.#hasMain,
      hasMainHeading: this.#hasMainHeading,
      hasArticle: this.#hasArticleHeading || (this.#articles === 1 && !this.#hasMainHeading),
      hasOnlyFooter: this.#footers === 1 && !this.#hasMain,
      tabs: this.#tabs,
      isCut: this.#isCut || this.isFull,
    };
  }
}
