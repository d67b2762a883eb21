import { type Element, isBlank, textIn } from './elements.ts';

const BADGE_CLASS = /(?<![a-z])(?:author|badge|chip|date|label|meta|pill|source|tag|time)(?!\S)/;
/** The end of words that touch nothing after them. */
const END = /[\p{L}\p{N}\p{So}.!?)\]]$/u;
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
  return isLabel(element) && BADGE_CLASS.test(element.attributes['class'] ?? '');
}

function isLabel({ name, attributes }: Element): boolean {
  return name === 'span' && attributes['class'] !== undefined;
}

/** Whether the children around one are labels and nothing else: at least three, or some with a class. */
function isInRow(children: Element['children'], at: number): boolean {
  const row = children.slice(Math.max(0, at - 9), at + 9);
  const labels = row.filter((child) => typeof child !== 'string');
  return (
    row.every((child) => isBlank(child) || (typeof child === 'object' && LABEL.test(child.name))) &&
    (labels.length > 2 || labels.some(({ attributes }) => 'class' in attributes))
  );
}
