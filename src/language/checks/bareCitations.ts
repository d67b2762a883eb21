import type { Structure } from '../../briefing/structure/structure.ts';
import { citationPlaces } from '../citationPlaces.ts';
import { type Finding, finding } from '../rules.ts';

/** In a briefing without numbered sources `[7]` is words to the reader; to who writes one, it is a source to be added. */
export function checkBareCitations({ references, document }: Structure, lines: readonly string[]): Finding[] {
  if (references.numbered || document.json !== undefined) return [];
  return citationPlaces(lines)
    .filter(({ caret, standsAlone }) => caret === '' && standsAlone)
    .map(({ label, range }) => finding('undefined-citation', range, `[${label}]`));
}
