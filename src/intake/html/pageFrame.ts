import { type Element, elementsIn, hasClass, insideOf, textIn } from './elements.ts';
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
const MENU_CLASS = /(?<![a-z])(?:nav|navigation|pagination|pager|breadcrumbs)(?!\S)/;
/** The class or relation of a link to the next issue, or to the one before: `next`, `post-nav__prev`. */
const TURN = /(?<!\S)(?:[\w-]{0,20}nav[_-]+)?(?:prev|previous|next)(?!\S)/;
/** The class of a list of other stories, beside a page's only article: `related-posts`. */
const RELATED_CLASS = /(?<!\S)related(?:[_-](?:articles|news|posts|stories))?(?!\S)/;
/** What a menu has, beside the separators: links, and maybe a title and dates. */
const MENU_PART = /^(?:a|h[23]|time)$/;

const FOOTER_CLASS = /(?<!\S)(?:(?:site|page|e?mail|newsletter)-)?footer(?!\S)/;

/** Whether an element is the footer of a page, and not that of a card in it. */
export function isFooter(element: Element): boolean {
  return element.name === 'footer' || hasClass(element, FOOTER_CLASS);
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
  const { role = '', class: classes = '', rel = '' } = element.attributes;
  const name = ROLES[role] ?? element.name;
  const isTurn = TURN.test(`${classes} ${rel}`);
  const isMenu =
    isTurn ||
    name === 'nav' ||
    hasClass(element, MENU_CLASS) ||
    (hasArticle && hasClass(element, RELATED_CLASS));
  if (isMenu && ((isTurn && name === 'a') || holdsOnlyLinks(element))) return true;
  if (!hasMain) return false;
  if (name === 'nav' || (hasArticle && !isInArticle && BESIDE_CONTENT.test(name))) return true;
  if (isInMain || !FRAME.test(name)) return false;
  // Some pages have their title in a header above the content.
  return hasMainHeading || name !== 'header' || !holdsTitle(element);
}

function holdsOnlyLinks({ children }: Element): boolean {
  return children.every((child) =>
    typeof child === 'string' ? !/\p{L}/u.test(child) : MENU_PART.test(child.name) || holdsOnlyLinks(child),
  );
}

/** Whether a header has a level-1 heading, and either a paragraph that ends a sentence or little else. */
function holdsTitle(header: Element): boolean {
  const own = elementsIn(header);
  const inside = insideOf(header);
  const title = inside.find(({ name }) => name === 'h1');
  const isSentence = (element: Element) => element.name === 'p' && /[.!?。！？]\s*$/.test(textIn(element));
  return title !== undefined && ((own.length <= 3 && own.includes(title)) || inside.some(isSentence));
}
