import { type Element, elementsIn } from './elements.ts';
import type { ParsedPage } from './parsePage.ts';

/** The elements of a page's frame, by their roles. */
const ROLES: Readonly<Record<string, string>> = {
  navigation: 'nav',
  banner: 'header',
  contentinfo: 'footer',
  complementary: 'aside',
  search: 'aside',
};
/** Elements around a page's content, if the page marks that content. */
const FRAME = /^(?:header|footer|aside)$/;
/** Those that also occur next to an article, inside a `main` that contains both. */
const BESIDE_CONTENT = /^(?:aside|footer)$/;

/** The class of a menu: `article-nav`, `pagination`. */
const MENU_CLASS = /(?<![a-z])(?:nav|navigation|pagination|breadcrumbs)(?!\S)/;

const FOOTER_CLASS = /(?<!\S)(?:(?:site|page|e?mail|newsletter)-)?footer(?!\S)/;

/** Whether an element is the footer of a page, and not that of a card in it. */
export function isFooter({ name, attributes }: Pick<Element, 'name' | 'attributes'>): boolean {
  return name === 'footer' || FOOTER_CLASS.test(attributes['class'] ?? '');
}

/** Whether an element is inside the page's content, and inside an article there. */
export interface Region {
  readonly isInMain: boolean;
  readonly isInArticle: boolean;
}

/** Whether an element belongs to the page's frame and not to its content: a menu, a footer. */
export function isPageFrame(
  element: Element,
  { isInMain, isInArticle }: Region,
  { hasMain, hasMainHeading, hasArticle }: Pick<ParsedPage, 'hasMain' | 'hasMainHeading' | 'hasArticle'>,
): boolean {
  const { attributes } = element;
  const name = ROLES[attributes['role'] ?? ''] ?? element.name;
  const isMenu = name === 'nav' || MENU_CLASS.test(attributes['class'] ?? '');
  if (isMenu && holdsOnlyLinks(element)) return true;
  if (!hasMain) return false;
  if (name === 'nav' || (hasArticle && !isInArticle && BESIDE_CONTENT.test(name))) return true;
  if (isInMain || !FRAME.test(name)) return false;
  // Some pages have their title in a header above the content.
  return hasMainHeading || name !== 'header' || !holdsTitle(element);
}

function holdsOnlyLinks({ children }: Element): boolean {
  return children.every((child) =>
    typeof child === 'string' ? !/\p{L}/u.test(child) : child.name === 'a' || holdsOnlyLinks(child),
  );
}

/** Whether a header consists of a level-1 heading and little else. */
function holdsTitle(header: Element): boolean {
  const headings = elementsIn(header).filter(({ name }) => name === 'h1');
  return headings.length === 1 && elementsIn(header).length <= 3;
}
