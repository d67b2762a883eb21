import assert from 'node:assert/strict';
import type { Briefing, Reference, Section } from '../../../src/briefing/model.ts';

/** Compares the content of two briefings, ignoring ranges. */
export function assertSameBriefing(one: Briefing, other: Briefing, about?: string): void {
  assert.deepEqual(saidBy(one), saidBy(other), about);
}

function saidBy({ title, date, language, sections, references }: Briefing) {
  return {
    title,
    date,
    language,
    sections: sections.map(sectionOf),
    references: references.map(referenceOf),
  };
}

function sectionOf({ kind, title, level, takeaways, sections }: Section): unknown {
  return {
    kind,
    title,
    level,
    takeaways: takeaways.map(({ label, text, emoji, references }) => ({
      label,
      text,
      emoji,
      references: references.map(referenceOf),
    })),
    sections: sections.map(sectionOf),
  };
}

function referenceOf({ title, url, site }: Reference) {
  return { title, url, site };
}
