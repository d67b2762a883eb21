import type { Briefing, Reference } from '../briefing/model.ts';
import { siteOf } from '../briefing/text/links/safeUrl.ts';
import { itemsIn, readingItems } from '../briefing/readingItems.ts';
import { sectionsIn } from '../library/progress/items.ts';

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

/** A section is found by its title, where it has no text of its own: that is a passage, which goes by the same title. */
export type SearchKind = 'briefing' | 'takeaway' | 'passage' | 'section' | 'reference';

/** Something that a search finds. */
export interface SearchItem {
  readonly kind: SearchKind;
  /** Its id in the briefing; '' for the briefing itself, and for a reference. */
  readonly id: string;
  /** What a takeaway or a passage is remembered by; '' for all else. */
  readonly key: string;
  /** A label ('' if none), or the title of what it is. */
  readonly title: string;
  readonly text: string;
  /** What it rests on: places among the document's references. */
  readonly references: readonly number[];
}

/** `version`: the outline's `text`. */
export function searchDocumentOf(uri: string, version: string, briefing: Briefing): SearchDocument {
  const { title, references } = briefing;
  const numbers = new Map(references.map((reference, i) => [reference, i]));
  const numbersOf = (some: readonly Reference[]) => some.flatMap((one) => numbers.get(one) ?? []);
  const items = itemsIn(briefing);
  const passages = new Set(items.map(({ kind, section }) => (kind === 'passage' ? section : undefined)));
  const sections = sectionsIn(briefing.sections)
    // `Key Takeaways` alone is in every briefing. One without a heading goes by the briefing's, which is found already.
    .filter((one) => one.kind === 'prose' && one.title !== title && !passages.has(one.id))
    .map((section): SearchItem => ({
      kind: 'section',
      id: section.id,
      key: '',
      title: section.title,
      text: '',
      references: [],
    }));
  // What introduces an item is found with it: it is in no other one.
  const texts = readingItems(briefing).map(({ text }) => text);
  const contents = items.map(({ kind, id, key, label = '', text, references: own }, at): SearchItem => ({
    kind,
    id,
    key,
    title: kind === 'passage' && label === title ? '' : label,
    text: texts[at] ?? text,
    references: numbersOf(own),
  }));
  return {
    uri,
    version,
    references: references.map(({ title, url }) => {
      const host = url === undefined ? undefined : hostOf(url);
      return { title, ...(url !== undefined && { url }), ...(host !== undefined && { host }) };
    }),
    items: [
      { kind: 'briefing', id: '', key: '', title, text: '', references: references.map((_, i) => i) },
      ...sections,
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

/** Whether it is read in one go: a takeaway, or a passage. */
export function isReadingItem({ kind }: Pick<SearchItem, 'kind'>): boolean {
  return kind === 'takeaway' || kind === 'passage';
}

/** `https://www.CGTN.com/a` -> `cgtn.com`; undefined for what has none. */
export function hostOf(url: string): string | undefined {
  return siteOf(url)?.toLowerCase();
}
