/** An element of a page with its content, in document order. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

export function newElement(name: string, attributes: Element['attributes']): Element {
  return { name, attributes, children: [] };
}

/** Elements whose text is not part of the page's content. */
export const UNREAD = parseNames(`
  applet audio canvas datalist head iframe math noembed noframes noscript object option script select style svg template
  textarea title video`);

/** Elements that separate the words before and after them. */
export const BLOCKS = parseNames(`
  address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td
  tfoot th thead tr ul`);

/** Elements that are in one another in a text with several levels. */
export const NESTED = parseNames('ul ol menu dir blockquote');

export const STRONG = parseNames('b strong');
export const STRESSED = parseNames('cite dfn em i var');
export const CODE = parseNames('code kbd samp tt');

/** `h2` -> 2; undefined for anything else. */
export function headingLevel(name: string): number | undefined {
  return /^h[1-6]$/.test(name) ? Number(name.charAt(1)) : undefined;
}

/** The child elements of an element, without the text between them. */
export function elementsIn({ children }: Element): readonly Element[] {
  return children.filter((child) => typeof child !== 'string');
}

/** Whether the class of an element, '' if it has none, matches a pattern. */
export function hasClass({ attributes }: Pick<Element, 'attributes'>, pattern: RegExp): boolean {
  return pattern.test(attributes['class'] ?? '');
}

/** All elements in an element. */
export function insideOf(element: Element, found: Element[] = []): readonly Element[] {
  for (const child of elementsIn(element)) {
    found.push(child);
    insideOf(child, found);
  }
  return found;
}

export function holdsHeading(element: Element): boolean {
  return insideOf(element).some(({ name }) => headingLevel(name) !== undefined);
}

export function isBlank(child: Element | string | undefined): child is string {
  return typeof child === 'string' && child.trim() === '';
}

/** The text in an element, unchanged, read until it is longer than `length`. */
export function textIn(element: Element, length = Infinity): string {
  let text = '';
  for (const child of element.children) {
    if (text.length > length) break;
    if (typeof child === 'string') text += child;
    else text += child.name === 'br' ? '\n' : textIn(child, length - text.length);
  }
  return text;
}

/** The number of a list's first item. */
export function startOf({ attributes: { start = '' } }: Element): number {
  return /^\d{1,9}$/.test(start) ? Number(start) : 1;
}

function parseNames(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
