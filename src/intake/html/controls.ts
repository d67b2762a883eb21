import { type Element, elementsIn, hasClass, headingLevel, isBlank, textIn } from './elements.ts';

/** Maximum length of a control's words. A longer button is a card, or a headline. */
const MAX_LENGTH = 60;
/** The class of a button that is the title of what it opens. */
const OPENER_CLASS = /accordion|collaps|section|title/i;
const HEAD = /^(?:h\d|summary|dt)$/;
const PANEL = /^(?:div|section|article|[uod]l)$/;

/** The class of a picture of somebody, and what may be in its place: `<div class="avatar">AN</div>`. */
const PICTURE_CLASS = /(?<!\S)avatar(?!\S)/i;
const INITIALS = /^\s*\p{Lu}{0,2}\s*$/u;

/**
 * Whether a child is a button that is no word of the text: `Share`, `Light / Dark`, or initials in place of a picture.
 * A button is a word if it is the title of what it opens, in a sentence, around a link, or long.
 */
export function isControl({ name, children }: Element, at: number): boolean {
  const button = children[at];
  if (typeof button === 'object' && (isTab(button) || isInitials(button))) return true;
  if (!isButton(button)) return false;
  const { attributes } = button;
  if ('aria-haspopup' in attributes) return true;
  const words = textIn(button);
  const above = besides(children, at - 4, at);
  const [next, after] = besides(children, at + 1, at + 5);
  const isAlone = above.length === 0 && !after;
  return !(
    words.length > MAX_LENGTH ||
    'aria-expanded' in attributes ||
    'aria-controls' in attributes ||
    hasClass(button, OPENER_CLASS) ||
    elementsIn(button).some((child) => child.name === 'a') ||
    (typeof above.at(-1) === 'string' && typeof next === 'string') ||
    (isAlone && !next && HEAD.test(name)) ||
    // A button and a block: all of an element, or one of several such pairs.
    (typeof next === 'object' &&
      PANEL.test(next.name) &&
      ((isAlone && name !== 'body') ||
        [above.at(-2), after].some((other) => isButton(other) && textIn(other) !== words)))
  );
}

function isInitials(element: Element): boolean {
  return (
    hasClass(element, PICTURE_CLASS) &&
    element.name === 'div' &&
    INITIALS.test(textIn(element, 9)) &&
    elementsIn(element).length === 0
  );
}

/** Whether an element is a tab, above all panels. A heading that is one is right above its panel. */
export function isTab({ name, attributes }: Element): boolean {
  const { role = name } = attributes;
  return /^(?:tab|button)$/.test(role) && 'aria-selected' in attributes && headingLevel(name) === undefined;
}

const TAB_PANEL = /(?<![a-z])tab-?(?:panel|pane|content)(?![a-z])/i;

/** Whether an element is the panel of a tab, which is hidden until its tab is chosen. */
export function isTabPanel({ attributes }: Element): boolean {
  return TAB_PANEL.test(`${attributes['role']} ${attributes['class']}`);
}

function isButton(child: Element | string | undefined): child is Element {
  return typeof child === 'object' && child.name === 'button';
}

/** Some children, without white space. */
function besides(children: Element['children'], start: number, end: number): Element['children'] {
  return children.slice(Math.max(0, start), end).filter((child) => !isBlank(child));
}
