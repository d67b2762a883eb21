import { isTitleLine } from '../../text/title.ts';
import { isAddress } from '../../text/links/isAddress.ts';
import { withoutAddress } from './linkedHeads.ts';
import type { LinePlaces } from './linePlaces.ts';
import { type Items, leadingNumber } from './markedHeads.ts';
import { countsOf } from '../../../base/collections/counts.ts';
import { addToGroup } from '../../../base/collections/groupBy.ts';

/** Minimum number of records that begin alike, and of those that begin with an address. */
const MIN_RECORDS = 3;
const MIN_ADDRESSES = 2;
/** `Source: Gazette`, `🔗 Link: https://…` */
const FIELD = /^[^\p{L}\p{N}[(]{0,4}([^\s:：[(][^:：]{0,30})[:：](?:\s|$)/u;
/** `2 stories · 9 sources`, `9.0 | Gazette`: figures between bars. */
const FIGURES = /^(?=.*\d)\S.{0,60}?\s[·•|]\s/u;

/**
 * Returns the titles of records: lines that stand apart above an address alone, a field or figures, if at least three
 * do so alike (two above an address) and have further text below: `Ferry stops` / blank / `Source: Gazette` / `It stops
 * at nine.` In a list of links, titles have nothing but an address below.
 */
export function recordHeads(items: Items, places: LinePlaces, count: number): ReadonlySet<number> {
  const records = new Map<string, number[]>();
  const said = recurring(Array.from({ length: count }, (_, i) => formOfField(places.words(i))));
  const mayHead = (i: number) =>
    !places.isEmpty(i) &&
    said[i] === undefined &&
    places.beginsApart(i) &&
    !places.isIndented(i) &&
    (!places.isItem(i) || (places.endsApart(i) && leadingNumber(places.words(i), items[i]) !== undefined)) &&
    couldBeTitle(places.words(i));
  for (let i = 0; i < count; i++) {
    const form = said[places.below(i)];
    if (form === undefined || !mayHead(i)) continue;
    addToGroup(records, form, i);
  }
  const hasText = (i: number) => {
    const next = places.below(places.below(i));
    return next >= 0 && !mayHead(next);
  };
  return new Set(
    [...records]
      .filter(
        ([form, lines]) =>
          lines.length >= minimumOf(form) && lines.filter(hasText).length * 3 >= lines.length * 2,
      )
      .flatMap(([, lines]) => lines),
  );
}

function minimumOf(form: string): number {
  return form === 'address' ? MIN_ADDRESSES : MIN_RECORDS;
}

/** Leaves out the forms that do not recur: `Cranes: two more come` is a title. */
function recurring(forms: readonly (string | undefined)[]): readonly (string | undefined)[] {
  const counts = countsOf(forms);
  return forms.map((form) =>
    form !== undefined && (counts.get(form) ?? 0) >= minimumOf(form) ? form : undefined,
  );
}

/** A cheap first check, which most lines fail. */
const MAY_BE_FIELD = /[:：·•|]/;

/** Returns what the first line of a record begins with: the same for all records of a kind. */
function formOfField(words: string): string | undefined {
  if (!MAY_BE_FIELD.test(words)) return undefined;
  if (isAddress(words)) return 'address';
  const label = FIELD.exec(words)?.[1];
  if (label !== undefined) return `${label.toLowerCase()}:`;
  return FIGURES.test(words) ? 'figures' : undefined;
}

function couldBeTitle(words: string): boolean {
  return (
    isTitleLine(withoutAddress(words)) && !/^\p{Ll}/u.test(words) && !withoutAddress(words).includes('://')
  );
}
