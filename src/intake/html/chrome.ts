import { type Element, elementsIn } from './elements.ts';
import type { ParsedPage } from './parsePage.ts';

/** What a page has around its own words, where it says which those are. */
const CHROME = /^(?:nav|header|footer|aside)$/;
const CHROME_ROLE = /^(?:navigation|banner|contentinfo|complementary|search)$/;
/** What of it also stands beside an article, within a `main` that holds both. */
const BESIDE = /^(?:aside|footer)$/;
const BESIDE_ROLE = /^(?:contentinfo|complementary|search)$/;

/** Whether some words are among the page's own: in what holds them, and in an article there. */
export interface Around {
  readonly isInMain: boolean;
  readonly isInArticle: boolean;
}

/** Whether an element is the page's, and not its words': its menu, its footer. */
export function isChrome(
  element: Element,
  { isInMain, isInArticle }: Around,
  { hasMain, hasMainHeading, hasArticle }: Pick<ParsedPage, 'hasMain' | 'hasMainHeading' | 'hasArticle'>,
): boolean {
  if (!hasMain) return false;
  const { name, attributes } = element;
  const role = attributes['role'] ?? '';
  if (name === 'nav' || role === 'navigation') return true;
  if (hasArticle && !isInArticle && (BESIDE.test(name) || BESIDE_ROLE.test(role))) return true;
  if (isInMain || !(CHROME.test(name) || CHROME_ROLE.test(role))) return false;
  // Some pages have their title above their words.
  return hasMainHeading || name !== 'header' || !holdsTitle(element);
}

/** A header of a level-1 heading and little else. */
function holdsTitle(header: Element): boolean {
  const headings = elementsIn(header).filter(({ name }) => name === 'h1');
  return headings.length === 1 && elementsIn(header).length <= 3;
}
