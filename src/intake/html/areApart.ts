import { type Element, textIn } from './elements.ts';

const BADGE_CLASS = /(?<![a-z])(?:badge|chip|pill|tag)(?!\S)/;
/** The end of words that touch nothing after them. */
const END = /[\p{L}\p{N}\p{So}.!?)\]]$/u;
const LABEL = /^(?:a|b|small|span|strong|time)$/;

/**
 * Whether a child and the one before it are kept apart only by a style sheet, which is not read. Two labels are, and
 * words and a badge: `<span class="tag">New</span><span class="price">Up</span>`, `It stops<span
 * class="tag">New</span>`. So are two in a row of nothing but labels, if the second begins with a capital:
 * `<span>By</span><a class="author">Ann</a>`. A single letter may be the large first one of a word, and a slash or
 * a bracket touches what is after it: `km/h`.
 */
export function areApart(children: Element['children'], at: number): boolean {
  const [one, other] = [children[at - 1], children[at]];
  if (typeof other !== 'object' || one === undefined) return false;
  const isBadge = isLabel(other);
  if (typeof one === 'string')
    return isBadge && END.test(one) && BADGE_CLASS.test(other.attributes['class'] ?? '');
  if (/^[\p{L}(/]?$/u.test(textIn(one, 2).trim())) return false;
  if (isBadge && isLabel(one)) return true;
  return /^\p{Lu}/u.test(textIn(other, 1)) && isInRow(children, at) && END.test(textIn(one));
}

function isLabel({ name, attributes }: Element): boolean {
  return name === 'span' && attributes['class'] !== undefined;
}

/** Whether the children around one are labels and nothing else: at least three, or some with a class. */
function isInRow(children: Element['children'], at: number): boolean {
  const row = children.slice(Math.max(0, at - 9), at + 9);
  const labels = row.filter((child) => typeof child !== 'string');
  return (
    row.every((child) => (typeof child === 'string' ? child.trim() === '' : LABEL.test(child.name))) &&
    (labels.length > 2 || labels.some(({ attributes }) => 'class' in attributes))
  );
}
