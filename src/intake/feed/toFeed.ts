import { cut } from '../../base/shorten.ts';
import { shownUrl, siteOf } from '../../briefing/text/links/safeUrl.ts';
import type { Feed } from '../model.ts';
import { hashOf, tidyId, withUniqueIds, type Candidate } from './entryIds.ts';
import { feedDate } from './feedDate.ts';
import { languageTag } from '../../briefing/text/languageTag.ts';
import { resolveLink } from './links.ts';
import { fold, plainTitle } from './plainText.ts';
import { valuesFor, type RawFeed, type Slot, type Value } from './rawFeed.ts';

const TITLE_LENGTH = 80;

/** Normalizes a feed: plain titles, absolute links, dates in UTC, unique ids. */
export function toFeed({ values, entries }: RawFeed, address: string): Feed {
  const url = linkIn(values, address);
  const title = firstOf('title', values, plainTitle) ?? siteOf(url ?? address) ?? (fold(address) || '…');
  const language = firstOf('language', values, languageTag);
  const ttl = ttlOf(values);
  return {
    kind: 'feed',
    title,
    ...(url !== undefined && { url }),
    ...(language !== undefined && { language }),
    ...(ttl !== undefined && { ttl }),
    // All entries: the size limit bounds their number, and without dates it is unknown which are the newest.
    entries: withUniqueIds(entries.flatMap((entry) => candidateOf(entry, url ?? address))),
  };
}

/** Reads an entry; empty where it has neither text nor a link. */
function candidateOf(values: readonly Value[], address: string): readonly Candidate[] {
  const url = linkIn(values, address);
  const body = bodyOf(values);
  const given = firstOf('title', values, plainTitle);
  const title = given ?? beginningOf(body) ?? (url === undefined ? undefined : fold(shownUrl(url)));
  if (title === undefined) return [];
  const own = firstOf('id', values, tidyId);
  const date = firstOf('date', values, feedDate);
  const candidate = {
    id: own ?? (url === undefined ? undefined : tidyId(url)) ?? hashOf(`${title}\n${body?.text ?? ''}`),
    hasOwnId: own !== undefined,
    title,
    ...(url !== undefined && { url }),
    ...(date !== undefined && { date }),
    ...(body && { [body.format ?? 'html']: body.text }),
  };
  return [candidate];
}

/** The first value that `read` accepts; undefined where there is none. */
function firstOf(
  slot: Slot,
  values: readonly Value[],
  read: (text: string) => string | undefined,
): string | undefined {
  for (const { text } of valuesFor(slot, values)) {
    const made = read(text);
    if (made !== undefined && made !== '') return made;
  }
  return undefined;
}

function linkIn(values: readonly Value[], fallback: string): string | undefined {
  for (const { text, base } of valuesFor('link', values)) {
    const url = resolveLink(text, fallback, base);
    if (url !== undefined) return url;
  }
  return undefined;
}

/** Content or summary, whichever is longer; descriptions of media only where there is neither. */
function bodyOf(values: readonly Value[]): Value | undefined {
  const [first, ...others] = valuesFor('body', values);
  return others.reduce(
    (best, body) => (body.rank === best?.rank && body.text.length > best.text.length ? body : best),
    first,
  );
}

/** The first words of a body, for an entry without a title. */
function beginningOf(body: Value | undefined): string | undefined {
  if (!body) return undefined;
  const words = plainTitle(body.text.slice(0, 4000));
  if (words.length <= TITLE_LENGTH) return words === '' ? undefined : words;
  const atSpace = words.slice(0, TITLE_LENGTH + 1).replace(/\s+\S*$/, '');
  // Words without spaces between them are cut anywhere.
  return `${atSpace.length > TITLE_LENGTH ? cut(words, TITLE_LENGTH) : atSpace}…`;
}

const PERIODS: ReadonlyMap<string, number> = new Map([
  ['hourly', 60],
  ['daily', 24 * 60],
  ['weekly', 7 * 24 * 60],
  ['monthly', 30 * 24 * 60],
  ['yearly', 365 * 24 * 60],
]);

/** In minutes: the `ttl` of RSS, or the update period divided by its frequency. */
function ttlOf(values: readonly Value[]): number | undefined {
  const [ttl] = valuesFor('ttl', values);
  if (/^\d{1,7}$/.test(ttl?.text ?? '') && Number(ttl?.text) > 0) return Number(ttl?.text);
  const period = PERIODS.get(valuesFor('period', values)[0]?.text.toLowerCase() ?? '');
  const often = Number(valuesFor('frequency', values)[0]?.text ?? 1);
  if (period === undefined || !(often >= 1 && often <= period)) return period;
  return Math.round(period / often);
}
