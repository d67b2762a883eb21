import { type Element, elementsIn } from './elements.ts';
import type { ParsedPage } from './parsePage.ts';

/** What a page has around its own words, where it says which those are. */
const CHROME = /^(?:nav|header|footer|aside)$/;
const CHROME_ROLE = /^(?:navigation|banner|contentinfo|complementary|search)$/;

/** Whether an element is the page's, and not its words': its menu, its footer. */
export function isChrome(
  element: Element,
  isInMain: boolean,
  { hasMain, hasMainHeading }: Pick<ParsedPage, 'hasMain' | 'hasMainHeading'>,
): boolean {
  if (!hasMain) return false;
  const { name, attributes } = element;
  const role = attributes['role'] ?? '';
  if (name === 'nav' || role === 'navigation') return true;
  if (isInMain || !(CHROME.test(name) || CHROME_ROLE.test(role))) return false;
  // Some pages have their title above their words.
  return hasMainHeading || name !== 'header' || !holdsTitle(element);
}

/** A header of a level-1 heading and little else. */
function holdsTitle(header: Element): boolean {
  const headings = elementsIn(header).filter(({ name }) => name === 'h1');
  return headings.length === 1 && elementsIn(header).length <= 3;
}
