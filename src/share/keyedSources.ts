import { addCount } from '../base/collections/counts.ts';
import { sourceKey } from '../briefing/text/links/sourceKey.ts';
import { type Quotation, type CitedSource, sourcesOf } from './quotation.ts';

/** A source with a key that is unique in its list. */
interface KeyedSource extends CitedSource {
  readonly key: string;
}

/** Maximum length of a site's name in a key, in characters. */
const SITE_LENGTH = 20;

/**
 * The sources of some items, without duplicates. A key consists of the site, the year of the first briefing that cites
 * the source (or else of `accessed`) and the title's first word: `cgtn2025why`, or `cgtn2025why-2` if that is taken.
 */
export function keyedSources(quotations: readonly Quotation[], accessed: string): readonly KeyedSource[] {
  const sources = new Map<string, KeyedSource>();
  const uses = new Map<string, number>();
  for (const quotation of quotations) {
    const year = (quotation.briefing.date ?? accessed).slice(0, 4);
    for (const source of sourcesOf(quotation)) {
      const id = identityOf(source);
      if (sources.has(id)) continue;
      const stem = siteStem(source.site) + year + wordStem(source.title);
      const use = addCount(uses, stem);
      // Stems contain no hyphens, so numbered keys are unique.
      sources.set(id, { ...source, key: use === 1 ? stem : `${stem}-${use}` });
    }
  }
  return [...sources.values()];
}

function identityOf({ title, url, date }: CitedSource): string {
  return url === undefined ? `${title}\n${date ?? ''}` : String(sourceKey(url) ?? url);
}

/** `en.wikipedia.org` -> `wikipedia`, `Port of Example` -> `portofexample`, nothing -> `source`. */
function siteStem(site = ''): string {
  const labels = /^\S+\.\S+$/.test(site) ? site.split('.').slice(0, -1) : [site];
  const [longest = ''] = labels.map(toAscii).sort((one, other) => other.length - one.length);
  return longest.replace(/^\d+/, '').slice(0, SITE_LENGTH) || 'source';
}

/** `Q&A: Why Ukraine talks fell short` -> `why`: the first word of more than two letters. */
function wordStem(title: string): string {
  const words = title.split(/[^\p{L}\p{M}\p{N}]+/u).map(toAscii);
  return words.find((word) => word.length > 2) ?? words.find(Boolean) ?? '';
}

/** Letters and digits of ASCII only, without accents. */
function toAscii(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
