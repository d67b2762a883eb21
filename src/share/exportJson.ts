import type { Briefing, Reference, Section, Takeaway } from '../briefing/model.ts';
import { itemParts } from '../briefing/readingItems.ts';
import { briefingKey, takeawayKey } from '../briefing/text/wordsKey.ts';

/**
 * The version of the format, which docs/briefing.schema.json describes. A change that breaks programs needs a new one.
 */
const VERSION = 1;

/**
 * A briefing as JSON, for other programs: its content and its problems, without its source text. Takeaways name their
 * references by indices into `references`. Those without any of their own name what they share with the rest of the
 * briefing in `sharedReferences` instead. `key` identifies a briefing or an item in the reading log. `items` lists all
 * items in reading order: takeaways by their ids only, passages in full.
 * `{ "version": 1, "key": "…", "title": "…", "sections": [{ "takeaways": [{ "text": "…", "references": [0] }] }] }`
 */
export function exportJson(briefing: Briefing): string {
  const { title, date, language, lede, sections, references, problems } = briefing;
  const indexes = new Map(references.map((reference, place) => [reference, place]));
  const indexesOf = (some: readonly Reference[]) => some.flatMap((reference) => indexes.get(reference) ?? []);
  const parts = itemParts(briefing);
  const unsourced = new Set(parts.flatMap(({ item, hasOwnReferences }) => (hasOwnReferences ? [] : item.id)));
  const takeawayOf = (takeaway: Takeaway) => {
    const { id, label, emoji, text } = takeaway;
    const places = indexesOf(takeaway.references);
    const isShared = unsourced.has(id) && places.length > 0;
    return {
      id,
      key: takeawayKey(takeaway),
      label,
      emoji,
      text,
      references: isShared ? [] : places,
      ...(isShared && { sharedReferences: places }),
    };
  };
  const sectionOf = (section: Section): unknown => ({
    id: section.id,
    kind: section.kind,
    level: section.level,
    title: section.title,
    takeaways: section.takeaways.map(takeawayOf),
    sections: section.sections.map(sectionOf),
  });
  const items = parts.map(({ item: item }) =>
    item.kind === 'takeaway'
      ? { kind: item.kind, id: item.id }
      : { kind: item.kind, ...takeawayOf(item), section: item.section },
  );
  const value = {
    version: VERSION,
    key: briefingKey(briefing),
    title,
    date,
    language,
    lede,
    sections: sections.map(sectionOf),
    items,
    references: references.map((reference) => ({
      title: reference.title,
      url: reference.url,
      site: reference.site,
    })),
    problems: problems.map(({ code, severity, message, range }) => ({ code, severity, message, range })),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
