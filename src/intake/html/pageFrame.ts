import { type Element, elementsIn } from './elements.ts';
import type { ParsedPage } from './parsePage.ts';

/** Elements around a page's content, if the page marks that content. */
const FRAME = /^(?:nav|header|footer|aside)$/;
const FRAME_ROLE = /^(?:navigation|banner|contentinfo|complementary|search)$/;
/** Those that also occur next to an article, inside a `main` that contains both. */
const BESIDE_CONTENT = /^(?:aside|footer)$/;
const BESIDE_ROLE = /^(?:contentinfo|complementary|search)$/;

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
  if (!hasMain) return false;
  const { name, attributes } = element;
  const role = attributes['role'] ?? '';
  if (name === 'nav' || role === 'navigation') return true;
  if (hasArticle && !isInArticle && (BESIDE_CONTENT.test(name) || BESIDE_ROLE.test(role))) return true;
  if (isInMain || !(FRAME.test(name) || FRAME_ROLE.test(role))) return false;
  // Some pages have their title in a header above the content.
  return hasMainHeading || name !== 'header' || !holdsTitle(element);
}

/** Whether a header consists of a level-1 heading and little else. */
function holdsTitle(header: Element): boolean {
  const headings = elementsIn(header).filter(({ name }) => name === 'h1');
  return headings.length === 1 && elementsIn(header).length <= 3;
}
