import { BLOCKS, type Element, elementsIn, hasClass, holdsHeading, isBlank, textIn } from './elements.ts';

const BADGE_CLASS = /(?<![a-z])(?:author|badge|chip|date|label|meta|pill|source|tag|time)(?!\S)/;
/** The end of words that touch nothing after them. */
const END = /(?:[\p{L}\p{N}\p{So}.!?)\]]|\S["'”’»])$/u;
/** What programs call a card: `article`, `news-card`, `story_box`. */
export const CARD_NAME = /(?:^|[\s_-])(?:card|article|story|slide)(?![a-z])/i;
const WINDOW_CLASS = /dialog|menu|modal|overlay|popup/i;
/** How many neighbors are compared with an element. */
const NEAR = 9;
/** Minimum length of most headlines: menus and topics are shorter. */
const MIN_LENGTH = 20;
const LABEL = /^(?:a|b|small|span|strong|time)$/;
/** What begins a sentence or a name below a label, and what begins any words below a badge. */
const SENTENCE = /^\p{Lu}\p{L}\S*(?:\s+\S+){2}/u;
const WORDS = /^\p{L}{2}/u;

/**
 * Whether a child and the one before it are kept apart only by a style sheet, which is not read. Two labels are, and
 * words and a badge: `<span class="tag">New</span><span class="price">Up</span>`, `It stops<span
 * class="tag">New</span>`. So are two in a row of nothing but labels, if the second begins with a capital:
 * `<span>By</span><a class="author">Ann</a>`; and so is a label that begins an element from words that begin with a capital:
 * `<p><span class="trust">vendor</span>The ferry stops`. A single letter may be the large first one of a word, and
 * a slash or a bracket touches what is after it: `km/h`.
 */
export function areApart(children: Element['children'], at: number): boolean {
  const [one, other] = [children[at - 1], children[at]];
  if (other === undefined || one === undefined) return false;
  if (typeof one === 'string') return typeof other === 'object' && isBadge(other) && END.test(one);
  if (/^[\p{L}(/]?$/u.test(textIn(one, 2).trim())) return false;
  if (typeof other === 'string')
    return (
      isLabel(one) &&
      (at === 1 || (at === 2 && isBlank(children[0]))) &&
      (isBadge(one) ? WORDS : SENTENCE).test(other) &&
      END.test(textIn(one))
    );
  if (isLabel(other) && isLabel(one)) return true;
  return /^\p{Lu}/u.test(textIn(other, 1)) && isInRow(children, at) && END.test(textIn(one));
}

function isBadge(element: Element): boolean {
  return isLabel(element) && hasClass(element, BADGE_CLASS);
}

function isLabel(element: Element): boolean {
  return element.name === 'span' && 'class' in element.attributes;
}

/** Whether the children around one are labels and nothing else: at least three, or some with a class. */
function isInRow(children: Element['children'], at: number): boolean {
  const row = besides(children, at);
  const labels = row.filter((child) => typeof child !== 'string');
  return (
    row.every((child) => isBlank(child) || (typeof child === 'object' && LABEL.test(child.name))) &&
    (labels.length > 2 || labels.some(({ attributes }) => 'class' in attributes))
  );
}

/**
 * Whether a hidden child with a heading is one of a stack of cards, of which a script shows one at a time: three or more of
 * a class, or fewer that are called so, with nothing else beside them. A window that opens above the page is none.
 */
export function isStacked(child: Element, { children }: Element, at: number): boolean {
  return (
    !hasClass(child, WINDOW_CLASS) &&
    isOfSeveral(child, children, at, hasClass(child, CARD_NAME)) &&
    holdsHeading(child)
  );
}

/** Whether a link is a line in a column of headlines: three or more links of a class, with no words between them. */
export function isListed(child: Element, { children }: Element, at: number): boolean {
  return (
    child.name === 'a' &&
    !elementsIn(child).some(({ name }) => BLOCKS.has(name)) &&
    besides(children, at).every(isBetweenLines) &&
    isOfSeveral(child, children, at)
  );
}

function isBetweenLines(child: Element | string): boolean {
  return typeof child === 'string' ? isBlank(child) : child.name === 'a' || BLOCKS.has(child.name);
}

/**
 * Whether there are three or more elements of a class, with words, right around a child that is one of them. `areAll`: fewer
 * are enough if there are no others.
 */
function isOfSeveral(
  { attributes }: Element,
  children: Element['children'],
  at: number,
  areAll = false,
): boolean {
  const [kind = ''] = attributes['class']?.split(' ', 1) ?? [];
  const told = besides(children, at)
    .filter((child) => typeof child !== 'string')
    .filter((child) => textIn(child, MIN_LENGTH).length >= MIN_LENGTH);
  const { length } = told.filter((child) => child.attributes['class']?.startsWith(kind));
  return kind !== '' && (length > 2 || (areAll && length === told.length));
}

function besides(children: Element['children'], at: number): Element['children'] {
  return children.slice(Math.max(0, at - NEAR), at + NEAR);
}
