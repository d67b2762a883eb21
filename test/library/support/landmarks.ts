import assert from 'node:assert/strict';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { findLandmark, type Landmark } from '../../../src/library/progress/place.ts';
import { allSections, read } from '../../briefing/support/fixture.ts';

/** The title of a section, or the text of an item. */
export function words(landmark: Landmark | undefined): string | undefined {
  return landmark?.kind === 'section' ? landmark.section.title : landmark?.text;
}

export const BRIEFING = read(
  '# T',
  '## A',
  '- a1',
  '- a2',
  '### B',
  'prose',
  '## Key takeaways',
  '- k1',
  '## C',
  '- c1',
);

/** The section with this title, or else the item with this text. */
export function landmark(title: string, briefing = BRIEFING): Landmark {
  const ids = [...allSections(briefing.sections), ...itemsIn(briefing)].map(({ id }) => id);
  const found = ids.map((id) => findLandmark(briefing, id)).find((one) => words(one) === title);
  assert.ok(found, title);
  return found;
}
