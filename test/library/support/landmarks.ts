import assert from 'node:assert/strict';
import type { Briefing } from '../../../src/briefing/model.ts';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { findLandmark, type Landmark } from '../../../src/library/progress/place.ts';
import { allSections, read } from '../../briefing/support/fixture.ts';

/** The title of a section, or the text of an item. */
export function words(landmark: Landmark | undefined): string | undefined {
  return landmark?.kind === 'section' ? landmark.section.title : landmark?.text;
}

export const BRIEFING = read('# T\n## A\n- a1\n- a2\n### B\nprose\n## Key takeaways\n- k1\n## C\n- c1');

/** All sections, then all items. */
export function landmarks(briefing: Briefing): Landmark[] {
  const all = [...allSections(briefing.sections), ...itemsIn(briefing)];
  return all.flatMap(({ id }) => findLandmark(briefing, id) ?? []);
}

/** The section with this title, or else the item with this text. */
export function landmark(title: string, briefing = BRIEFING): Landmark {
  const found = landmarks(briefing).find((one) => words(one) === title);
  assert.ok(found, title);
  return found;
}
