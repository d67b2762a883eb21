import { uniqueIn } from '../../../base/unique.ts';
import { wordsHtml } from '../../../base/emoji.ts';
import { ellipsize } from '../../../base/shorten.ts';
import { fill } from '../../../base/fill.ts';
import type { Briefing, Section } from '../../../briefing/model.ts';
import { type Item, itemsIn } from '../../../briefing/readingItems.ts';
import type { RenderedItem } from '../../../briefing/renderBriefing.ts';
import { withoutHeadlineNumber } from '../../../briefing/text/headlineNumber.ts';
import { foldTitle } from '../../../briefing/text/vocabulary.ts';
import { nameOfItem } from '../../../briefing/briefingContents.ts';
import type { Card, ContentsEntry } from '../../../reader/content.ts';

/** Maximum length of a section's title above each of its items, in UTF-16 units. */
const MAX_TITLE = 300;

/** Returns a card for each item. `position`: the pattern for the parts of a divided passage, `{0} of {1}`. */
export function cardsOf(
  briefing: Briefing,
  rendered: ReadonlyMap<string, RenderedItem>,
  position: string,
): Card[] {
  const titles = titlesAbove(briefing.sections);
  const whereOf = sectionNamer([...titles.values()]);
  const items = itemsIn(briefing);
  const repeated = namedAgain(items, briefing.title);
  return items.map((item) => {
    const { id, text, emoji, section, part } = item;
    const label = repeated.has(item) ? undefined : item.label;
    const name = nameOfItem({ text, ...(label !== undefined && { label }) });
    const which = part && fill(position, part.number, part.of);
    const {
      intro = '',
      body = '',
      reference,
      references = '',
      hasOwnReferences = false,
    } = rendered.get(id) ?? {};
    return {
      id,
      sectionHtml: wordsHtml(whereOf(titles.get(section ?? '') ?? [], [label ?? '', briefing.title])),
      ...(emoji !== undefined && { emoji }),
      name: which === undefined ? name : `${name}, ${which}`,
      nameHtml: `${wordsHtml(name)}${which === undefined ? '' : ` <span class="part">${which}</span>`}`,
      hasLabel: label !== undefined,
      introHtml: intro,
      bodyHtml: body,
      reference,
      referencesHtml: references,
      hasOwnReferences,
    };
  });
}

/**
 * The passages that are called as the one before them in their section, or as the briefing itself: between lists, only
 * their own words tell them apart.
 */
function namedAgain(items: readonly Item[], title: string): ReadonlySet<Item> {
  const sections = new Set<string>();
  const repeated = items.filter(({ kind, label, section = '', part }, i) => {
    if (kind !== 'passage' || part) return false;
    const isFirst = !sections.has(section);
    sections.add(section);
    return !isFirst || (i > 0 && label === title);
  });
  return new Set(repeated);
}

/**
 * Returns a function that names the section of an item: by the nearest title that says something other than `said` (the
 * item's label, which is shown without a number, and the page's title), and by the title around it as well if other
 * sections have the same title, `TiDB › Added`. `all`: the titles of each section, innermost first.
 */
function sectionNamer(
  all: readonly (readonly string[])[],
): (titles: readonly string[], repeated: readonly string[]) => string {
  const isUnique = uniqueIn(all, ([title = '']) => foldTitle(title));
  const own = new Map(all.map((titles) => [titles[0] ?? '', isUnique(titles)]));
  return (titles, said) => {
    const known = said.map((words) => foldTitle(ellipsize(words, MAX_TITLE)));
    const isNew = (title: string) => !known.includes(foldTitle(title));
    const [title, around] = titles.filter(isNew);
    return around === undefined || own.get(title ?? '') === true ? (title ?? '') : `${around} › ${title}`;
  };
}

/** Returns, by section id, the titles of the section and of those around it, innermost first, without their numbers. */
function titlesAbove(
  sections: readonly Section[],
  around: readonly string[] = [],
  found = new Map<string, readonly string[]>(),
): ReadonlyMap<string, readonly string[]> {
  for (const { id, title, sections: nested } of sections) {
    const titles = [ellipsize(withoutHeadlineNumber(title), MAX_TITLE), ...around];
    found.set(id, titles);
    titlesAbove(nested, titles, found);
  }
  return found;
}

/** Returns the entries of the table of contents. */
export function contentsOf(sections: readonly Section[], depth = 1): ContentsEntry[] {
  return sections.flatMap(({ id, title, sections: inner }) => [
    { id, titleHtml: wordsHtml(title), depth },
    ...contentsOf(inner, depth + 1),
  ]);
}
