import type { Attributes, ContentFormat } from './attributes.ts';
import type { Field } from './fields.ts';
import { endTag, escapeMarkup, startTag } from './markup.ts';

/** Signs that a text is HTML, though nothing declares it. */
const LOOKS_LIKE_HTML = /<(?:a|b|br|blockquote|div|em|h[1-6]|i|img|li|ol|p|span|strong|table|ul)[\s/>]/i;

/** Collects the content of a field. Elements inside it are unescaped HTML, and are serialized again. */
export class FieldReader {
  readonly field: Field;
  readonly name: string;
  readonly attributes: Attributes;
  readonly #format: ContentFormat;
  #text = '';
  /** The number of open elements inside the field. */
  #level = 0;
  #hasElements = false;

  constructor(field: Field, name: string, attributes: Attributes, format: ContentFormat) {
    this.field = field;
    this.name = name;
    this.attributes = attributes;
    this.#format = format;
  }

  get isInside(): boolean {
    return this.#level > 0;
  }

  get text(): string {
    return this.#text.trim();
  }

  get format(): 'html' | 'text' {
    const { format, isDeclared } = this.#format;
    return this.#hasElements || (!isDeclared && LOOKS_LIKE_HTML.test(this.#text.slice(0, 20_000)))
      ? 'html'
      : format;
  }

  open(tag: string, name: string, attributes: Attributes): void {
    if (!this.#isWrapper(name)) this.#text += startTag(tag, name, attributes);
    this.#hasElements = true;
    this.#level++;
  }

  close(tag: string, name: string): void {
    this.#level--;
    if (!this.#isWrapper(name)) this.#text += endTag(tag, name);
  }

  add(text: string): void {
    this.#text += this.isInside || this.#format.isMarkup ? escapeMarkup(text) : text;
  }

  /** Whether an element is the `div` that Atom has around XHTML. */
  #isWrapper(name: string): boolean {
    return this.#format.isMarkup && this.#level === 0 && /^(?:html:)?div$/.test(name);
  }
}
