import type { Briefing, Section, Takeaway } from './model.ts';
import { type Item, itemsIn } from './readingItems.ts';
import { flatten } from './structure/structure.ts';

/** All takeaways in document order. */
export function takeawaysIn(sections: readonly Section[]): Takeaway[] {
  return flatten(sections).flatMap(({ takeaways }) => takeaways);
}

/** Whether a briefing has nothing but a title. */
export function isBlank(briefing: Briefing): boolean {
  const { sections, references, text } = briefing;
  return sections.length + references.length + itemsIn(briefing).length === 0 && !/!\[|<img/i.test(text);
}

/** The items in a section and in its nested sections, in reading order. */
export function itemsUnder(briefing: Briefing, section: Section): readonly Item[] {
  const ids = new Set(flatten([section]).map(({ id }) => id));
  return itemsIn(briefing).filter((item) => item.section !== undefined && ids.has(item.section));
}

/** The item with a key. */
export function itemByKey(briefing: Briefing, key: string): Item | undefined {
  return itemsIn(briefing).find((item) => item.key === key);
}

/** The name of an item: its label, or else the first line of its text. */
export function nameOfItem({ label, text }: Pick<Takeaway, 'label' | 'text'>): string {
  return label ?? text.split('\n', 1)[0] ?? '';
}
