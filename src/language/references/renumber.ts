import type { Briefing } from '../../briefing/model.ts';
import type { TextEdit } from '../textEdit.ts';
import { type NumberedReferences, numberedReferences, type Obstacle, rearrange } from './rearrange.ts';
import type { ReferenceEntry } from './referenceList.ts';

/** Numbers the sources in the order in which they are first cited; uncited ones come last. */
export function renumberReferences(briefing: Briefing): readonly TextEdit[] | Obstacle {
  return rearrangeBy(briefing, ({ list, citations }) => {
    const byLabel = new Map(list.map((entry) => [entry.label, entry]));
    return new Set([
      ...citations.flatMap(({ labels }) => labels.flatMap((label) => byLabel.get(label) ?? [])),
      ...list,
    ]);
  });
}

/** Sorts the sources by title, in the collation of the briefing's language. */
export function sortReferences(briefing: Briefing): readonly TextEdit[] | Obstacle {
  const { compare } = new Intl.Collator(localeOf(briefing), { numeric: true });
  const title = ({ mentions }: ReferenceEntry) => mentions[0]?.title ?? '';
  return rearrangeBy(briefing, ({ list }) => [...list].sort((a, b) => compare(title(a), title(b))));
}

function rearrangeBy(
  briefing: Briefing,
  orderOf: (numbered: NumberedReferences) => Iterable<ReferenceEntry>,
): readonly TextEdit[] | Obstacle {
  const numbered = numberedReferences(briefing);
  if (typeof numbered === 'string') return numbered;
  // A number without an entry would come to cite another source.
  const labels = new Set(numbered.list.map(({ label }) => label));
  const mark = numbered.list[0]?.form === 'footnote' ? '^' : '';
  if (
    numbered.citations.some(
      ({ labels: cited, caret }) => caret === mark && cited.some((one) => !labels.has(one)),
    )
  )
    return 'undefined';
  return rearrange(numbered, [...orderOf(numbered)]);
}

/** A briefing's language may be any string, even an invalid tag. */
function localeOf({ language }: Briefing): string[] {
  try {
    return language === undefined ? [] : Intl.getCanonicalLocales(language);
  } catch {
    return [];
  }
}
