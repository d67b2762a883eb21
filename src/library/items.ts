import type { Briefing, Section, Takeaway } from '../briefing/model.ts';

/** All takeaways in document order: the way that a reader goes through a briefing. */
export function takeawaysIn(sections: readonly Section[]): Takeaway[] {
  return sections.flatMap((section) => [...section.takeaways, ...takeawaysIn(section.sections)]);
}

/** Whether there is no more of a briefing than its title. */
export function isBlank({ lede, sections, references, text }: Briefing): boolean {
  return lede === '' && sections.length + references.length === 0 && !/!\[|<img/i.test(text);
}

/** All sections in document order, each before those inside it. */
export function sectionsIn(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...sectionsIn(section.sections)]);
}
