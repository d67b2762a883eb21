import type { Briefing, Reference } from '../briefing/model.ts';
import { siteOf } from '../briefing/text/safeUrl.ts';
import { proseOf } from '../briefing/structure/prose.ts';
import { takeawayKey } from '../briefing/text/wordsKey.ts';
import { sectionsIn } from '../library/items.ts';

/** What is kept of a briefing so that it can be found. */
export interface SearchDocument {
  readonly uri: string;
  /** Which text it was made of: see the outline's `text`. */
  readonly version: string;
  readonly references: readonly SearchReference[];
  /** The briefing itself comes first. */
  readonly items: readonly SearchItem[];
}

export interface SearchReference {
  readonly title: string;
  readonly url?: string;
  /** In small letters, without `www.`. */
  readonly host?: string;
}

export type SearchKind = 'briefing' | 'takeaway' | 'section' | 'reference';

/** Something that a search finds. */
export interface SearchItem {
  readonly kind: SearchKind;
  /** Its id in the briefing; '' for the briefing itself, and for a reference. */
  readonly id: string;
  /** What a takeaway is remembered by; '' for all else. */
  readonly key: string;
  /** A takeaway's label ('' if none), or the title of what it is. */
  readonly title: string;
  readonly text: string;
  /** What it rests on: places among the document's references. */
  readonly references: readonly number[];
}

/** `version`: the outline's `text`. */
export function searchDocumentOf(uri: string, version: string, briefing: Briefing): SearchDocument {
  const { title, references } = briefing;
  const { lede, sections: prose } = proseOf(briefing);
  const numbers = new Map(references.map((reference, i) => [reference, i]));
  const numbersOf = (some: readonly Reference[]) => some.flatMap((one) => numbers.get(one) ?? []);
  const contents = sectionsIn(briefing.sections)
    .filter(({ kind }) => kind !== 'references')
    .flatMap((section): SearchItem[] => {
      const text = prose.get(section.id) ?? '';
      const own = {
        kind: 'section' as const,
        id: section.id,
        key: '',
        // One without a heading goes by the briefing's, which is found already.
        title: section.title === title ? '' : section.title,
        text,
        references: [],
      };
      const takeaways = section.takeaways.map((takeaway): SearchItem => ({
        kind: 'takeaway',
        id: takeaway.id,
        key: takeawayKey(takeaway),
        title: takeaway.label ?? '',
        text: takeaway.text,
        references: numbersOf(takeaway.references),
      }));
      // `Key Takeaways` alone is in every briefing.
      const isWorthIt = text !== '' || (own.title !== '' && section.kind !== 'takeaways');
      return isWorthIt ? [own, ...takeaways] : takeaways;
    });
  return {
    uri,
    version,
    references: references.map(({ title, url }) => {
      const host = url === undefined ? undefined : hostOf(url);
      return { title, ...(url !== undefined && { url }), ...(host !== undefined && { host }) };
    }),
    items: [
      { kind: 'briefing', id: '', key: '', title, text: lede, references: references.map((_, i) => i) },
      ...contents,
      ...references.map(({ title, site, url }, i): SearchItem => ({
        kind: 'reference',
        id: '',
        key: '',
        title,
        text: [site, url].filter((words) => words !== undefined && words !== title).join(' '),
        references: [i],
      })),
    ],
  };
}

/** `https://www.CGTN.com/a` -> `cgtn.com`; undefined for what has none. */
export function hostOf(url: string): string | undefined {
  return siteOf(url)?.toLowerCase();
}
