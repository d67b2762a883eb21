import type { Briefing, Reference } from '../briefing/model.ts';
import { siteOf } from '../briefing/text/links/safeUrl.ts';
import { itemsIn, readingItems } from '../briefing/readingItems.ts';
import { flatten } from '../briefing/structure/structure.ts';

/** The searchable content of a briefing. */
export interface SearchDocument {
  readonly uri: string;
  /** The version of the text: see the outline's `text`. */
  readonly version: string;
  readonly references: readonly SearchReference[];
  /** The briefing itself comes first. */
  readonly items: readonly SearchItem[];
}

export interface SearchReference {
  readonly title: string;
  readonly url?: string;
  /** Lowercase, without `www.`. */
  readonly host?: string;
}

/** A section is an item of its own only if it has no passages: those have its title. */
export type SearchKind = 'briefing' | 'takeaway' | 'passage' | 'section' | 'reference';

/** A part of a briefing that a search can find. */
export interface SearchItem {
  readonly kind: SearchKind;
  /** Its id in the briefing; '' for the briefing itself, and for a reference. */
  readonly id: string;
  /** The key of a takeaway or a passage; '' for all others. */
  readonly key: string;
  /** The label of a takeaway or passage ('' for none), or the title. */
  readonly title: string;
  readonly text: string;
  /** Its references, as indexes into those of the document. */
  readonly references: readonly number[];
}

/** `version`: the outline's `text`. */
export function searchDocumentOf(uri: string, version: string, briefing: Briefing): SearchDocument {
  const { title, references } = briefing;
  const numbers = new Map(references.map((reference, i) => [reference, i]));
  const numbersOf = (some: readonly Reference[]) => some.flatMap((one) => numbers.get(one) ?? []);
  const items = itemsIn(briefing);
  const passages = new Set(items.map(({ kind, section }) => (kind === 'passage' ? section : undefined)));
  const sections = flatten(briefing.sections)
    // Neither `Key Takeaways`, which is in every briefing, nor a section without a heading: its title is the briefing's,
    // which is already an item.
    .filter((one) => one.kind === 'prose' && one.title !== title && !passages.has(one.id))
    .map((section): SearchItem => ({
      kind: 'section',
      id: section.id,
      key: '',
      title: section.title,
      text: '',
      references: [],
    }));
  // The texts include the introduction of each item, which is not part of any item.
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

/** Whether it is an item in the sense of the reader: a takeaway, or a passage. */
export function isReadingItem({ kind }: Pick<SearchItem, 'kind'>): boolean {
  return kind === 'takeaway' || kind === 'passage';
}

/** `https://www.CGTN.com/a` -> `cgtn.com`; undefined for a URL without a host. */
export function hostOf(url: string): string | undefined {
  return siteOf(url)?.toLowerCase();
}
