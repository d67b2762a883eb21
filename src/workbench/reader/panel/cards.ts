import { wordsHtml } from '../../../base/emoji.ts';
import { fill } from '../../../base/fill.ts';
import type { Briefing, Section } from '../../../briefing/model.ts';
import { itemsIn } from '../../../briefing/readingItems.ts';
import type { RenderedItem } from '../../../briefing/renderBriefing.ts';
import { HEADLINE_NUMBER } from '../../../briefing/text/headlineNumber.ts';
import { foldTitle } from '../../../briefing/text/vocabulary.ts';
import { nameOfItem } from '../../../library/progress/items.ts';
import type { Card, ContentsEntry } from '../../../reader/content.ts';

/** Returns a card for each item. `position`: the pattern for the parts of a divided passage, `{0} of {1}`. */
export function cardsOf(
  briefing: Briefing,
  rendered: ReadonlyMap<string, RenderedItem>,
  position: string,
): Card[] {
  const titles = titlesAbove(briefing.sections);
  return itemsIn(briefing).map((item) => {
    const { id, label, emoji, section, part } = item;
    const name = nameOfItem(item);
    const which = part && fill(position, part.number, part.of);
    const {
      intro = '',
      body = '',
      reference,
      references = '',
      ownReferences = false,
    } = rendered.get(id) ?? {};
    // The nearest section title that says something other than the card's headline and the page's title.
    const said = [label ?? '', briefing.title].map(foldTitle);
    const above = titles.get(section ?? '')?.find((title) => !said.includes(foldTitle(title)));
    return {
      id,
      sectionHtml: wordsHtml(above ?? ''),
      ...(emoji !== undefined && { emoji }),
      name: which === undefined ? name : `${name}, ${which}`,
      nameHtml: `${wordsHtml(name)}${which === undefined ? '' : ` <span class="part">${which}</span>`}`,
      hasLabel: label !== undefined,
      introHtml: intro,
      bodyHtml: body,
      reference,
      referencesHtml: references,
      ownReferences,
    };
  });
}

/** Returns, by section id, the section's title and those of the sections around it, without their numbers, innermost first. */
function titlesAbove(
  sections: readonly Section[],
  around: readonly string[] = [],
  found = new Map<string, readonly string[]>(),
): ReadonlyMap<string, readonly string[]> {
  for (const { id, title, sections: nested } of sections) {
    const titles = [title.replace(HEADLINE_NUMBER, ''), ...around];
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
