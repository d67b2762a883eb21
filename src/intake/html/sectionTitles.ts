import type { Part } from '../../briefing/write/composeMarkdown.ts';
import { type Element, hasClass, insideOf } from './elements.ts';
import { inOneLine, textOfPart, withBold } from './inOneLine.ts';

/** The class of an element with the title of a section that is no heading: `section-title`, `news-category-label`. */
const TITLE_CLASS =
  /(?<![a-z])(?:section|cat(?:egory)?|group)[_-]?(?:title|label|name|toggle|head(?:er|ing)?)(?!\S)/i;

/**
 * The titles `T` of a page's sections, with the levels of its headings: at least two, with no other section above the
 * first, and with one below any headings; or four and more below the only heading. One above each heading of a section is
 * its topic: `Features` / `<h2>Fast boats`.
 */
const TITLES = /^1*(?!(?:T[23][3-6]*)+$)T(?:T+$|T*\d+T)|^\dT{3,}$/;

/** Whether an element is the title of a section by its class, or is that of stories which a click opens. */
export function isSectionTitle(element: Element, parent: Element): boolean {
  return (
    hasClass(element, TITLE_CLASS) ||
    (element.name === 'summary' &&
      parent.children.find((child) => typeof child !== 'string') === element &&
      insideOf(parent).some(({ name }) => /^(?:h\d|li)$/.test(name)))
  );
}

/**
 * Turns paragraphs that are titles of sections into headings above those of stories, which mostly have level 2. Words that
 * recur are the topics of stories.
 */
export function withSectionTitles(
  parts: readonly Part[],
  titles: ReadonlySet<Part | undefined>,
): readonly Part[] {
  const isTitle = (part: Part) => part.kind === 'paragraph' && titles.has(part);
  const marks = parts.map((part) => (isTitle(part) ? 'T' : part.kind === 'heading' ? part.level : ''));
  const words = parts.filter(isTitle).map(textOfPart);
  if (!TITLES.test(marks.join('')) || new Set(words).size < words.length) return parts;
  return parts.map((part) =>
    isTitle(part) ? { kind: 'heading', level: 1, runs: withBold(inOneLine([part]), false) } : part,
  );
}
