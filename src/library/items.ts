import type { Section, Takeaway } from '../briefing/model.ts';

/** All takeaways in document order: the way that a reader goes through a briefing. */
export function takeawaysIn(sections: readonly Section[]): Takeaway[] {
  return sections.flatMap((section) => [...section.takeaways, ...takeawaysIn(section.sections)]);
}

/** All sections in document order, each before those inside it. */
export function sectionsIn(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...sectionsIn(section.sections)]);
}
