import type { Briefing } from '../../briefing/model.ts';
import type { TextEdit } from '../textEdit.ts';
import { type Numbered, numberedOf, type Obstacle, rearrange } from './rearrange.ts';
import type { ReferenceEntry } from './referenceList.ts';

/** Numbers the sources in the order in which they are first cited, those that nothing cites after them. */
export function renumberReferences(briefing: Briefing): readonly TextEdit[] | Obstacle {
  return rearranged(briefing, ({ list, citations }) => {
    const byLabel = new Map(list.map((entry) => [entry.label, entry]));
    return new Set([
      ...citations.flatMap(({ labels }) => labels.flatMap((label) => byLabel.get(label) ?? [])),
      ...list,
    ]);
  });
}

/** Puts the sources in the order of their titles, as the briefing's language has it. */
export function sortReferences(briefing: Briefing): readonly TextEdit[] | Obstacle {
  const { compare } = new Intl.Collator(localeOf(briefing), { numeric: true });
  const title = ({ mentions }: ReferenceEntry) => mentions[0]?.title ?? '';
  return rearranged(briefing, ({ list }) => [...list].sort((a, b) => compare(title(a), title(b))));
}

function rearranged(
  briefing: Briefing,
  orderOf: (numbered: Numbered) => Iterable<ReferenceEntry>,
): readonly TextEdit[] | Obstacle {
  const numbered = numberedOf(briefing);
  if (typeof numbered === 'string') return numbered;
  // A number that has no entry would have another's.
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

/** A briefing may name any language, or what is none. */
function localeOf({ language }: Briefing): string[] {
  try {
    return language === undefined ? [] : Intl.getCanonicalLocales(language);
  } catch {
    return [];
  }
}
