import fs from 'node:fs';
import path from 'node:path';
import type { Briefing, Section, Takeaway } from '../../../src/briefing/model.ts';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { REPO } from '../../support/paths.ts';

export function readFixture(name: string): string {
  return fs.readFileSync(path.join(REPO, 'test', 'fixtures', 'briefing', name), 'utf8');
}

/** A briefing from its lines. The file name has no words, so it gives no title. */
export function read(...lines: string[]): Briefing {
  return parseBriefing(lines.join('\n'), '1.md');
}

/** The takeaways of a section with these lines. */
export function takeawaysOf(...lines: string[]): readonly Takeaway[] {
  return read('# Title', '', '## Section', '', ...lines).sections[0]?.takeaways ?? [];
}

/** The only takeaway of a line, which has no mark. */
export function takeawayOf(words: string): Takeaway {
  const [takeaway, second] = takeawaysOf(`- ${words}`);
  if (!takeaway || second) throw new Error(`Not one takeaway: ${words}`);
  return takeaway;
}

/** Sections as lines, indented by their nesting. */
export function drawn(sections: readonly Section[], depth = 0): string[] {
  return sections.flatMap((section) => [
    `${'  '.repeat(depth)}${section.level} ${section.title}`,
    ...drawn(section.sections, depth + 1),
  ]);
}

export function allSections(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}

export function allTakeaways({ sections }: Briefing): Takeaway[] {
  return allSections(sections).flatMap(({ takeaways }) => takeaways);
}
