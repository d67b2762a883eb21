import { type Element, isBlank, elementsIn, newElement, textIn } from './elements.ts';
import { styleOf } from './textStyle.ts';

/** An item of a list of Outlook and Word: a paragraph with its level. */
const ITEM = /(?:^|;)mso-list:\S{0,40}?level(\d)/;
/** The bullet or number of an item, which Word sets itself. */
const MARK = /(?:^|;)mso-list:ignore/;
/** A mark is a few elements deep. */
const MAX_DEPTH = 5;

interface Item {
  readonly level: number;
  /** Undefined for a bullet. */
  readonly number: number | undefined;
  readonly words: Element;
}

/** The children of an element, with the items that Outlook writes as paragraphs in lists. */
export function withOutlookLists(children: Element['children']): Element['children'] {
  const read = children.map(readItem);
  if (!read.some(Boolean)) return children;
  const written: Element['children'] = [];
  let items: Item[] = [];
  const endLists = (): void => {
    for (const list of listsOf(items)) written.push(list);
    items = [];
  };
  children.forEach((child, i) => {
    const item = read[i];
    if (item) items.push(item);
    else if (!isBlank(child)) {
      endLists();
      written.push(child);
    }
  });
  endLists();
  return written;
}

function readItem(child: Element | string): Item | undefined {
  // Most elements are none, and to tidy a style takes time.
  if (typeof child === 'string' || !child.attributes['style']?.includes('mso-list')) return undefined;
  const level = ITEM.exec(styleOf(child))?.[1];
  const mark = markIn(child, MAX_DEPTH);
  if (level === undefined || !mark) return undefined;
  const number = /^\s*(\d{1,3})[.)]?\s*$/.exec(textIn(mark, 50))?.[1];
  return {
    level: Number(level),
    number: number === undefined ? undefined : Number(number),
    words: { ...child, name: 'li', attributes: {} },
  };
}

/** The first element, or one at its beginning, that is a mark, which is hidden. */
function markIn(element: Element, depth: number): Element | undefined {
  const first = elementsIn(element)[0];
  if (!first || depth === 0) return undefined;
  return MARK.test(styleOf(first)) ? first : markIn(first, depth - 1);
}

/** Puts items into lists: those of a deeper level into the item before them. */
function listsOf(items: readonly Item[]): readonly Element[] {
  const root = newElement('div', {});
  const open: { readonly level: number; readonly list: Element }[] = [];
  for (const { level, number, words } of items) {
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    const name = number === undefined ? 'ul' : 'ol';
    const last = open.at(-1);
    if (last?.level === level && last.list.name === name) last.list.children.push(words);
    else {
      if (last?.level === level) open.pop();
      const list = newElement(name, number === undefined ? {} : { start: String(number) });
      list.children.push(words);
      const around = open.at(-1)?.list.children.at(-1);
      (typeof around === 'object' ? around : root).children.push(list);
      open.push({ level, list });
    }
  }
  return elementsIn(root);
}
