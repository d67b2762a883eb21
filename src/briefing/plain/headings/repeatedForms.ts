import { isDateAlone } from '../../text/dates/date.ts';
import { type Form, isStressedHead } from './lineForm.ts';
import type { LinePlaces } from './linePlaces.ts';

const COLON_LENGTH = 40;
/** A line that the next continues: `See the map by` / `Ann and Bob:` / `- a`. */
const RUNS_ON = /[\p{L}\p{N},]$/u;

/**
 * Returns short lines that end in a colon above a list, or `*Ferries:*` above anything, if there are at least two.
 * Below a short line without a colon, they only introduce its list: `Ferries` / `Three lines stop:` / `- a`. `top`: the
 * first line below the title.
 */
export function colonHeads(
  forms: readonly (Form | undefined)[],
  places: LinePlaces,
  top: number,
): ReadonlySet<number> {
  return atLeastTwo(forms, (form, i) => {
    if (places.beginsApart(i) && isStressedHead(places.words(i))) return !places.endsApart(i);
    if (form !== 'colon' || places.words(i).length > COLON_LENGTH || !places.isItem(places.below(i)))
      return false;
    const above = places.above(i);
    if (above < top) return true;
    const isInParagraph = !places.beginsApart(i) && !places.isItem(above) && !places.isIndented(above);
    return forms[above] === undefined && !(isInParagraph && RUNS_ON.test(places.words(above)));
  });
}

/** Returns the lines for which a condition holds, if there are at least two. */
function atLeastTwo(
  forms: readonly (Form | undefined)[],
  holds: (form: Form | undefined, i: number) => boolean,
): ReadonlySet<number> {
  const found = forms.flatMap((form, i) => (holds(form, i) ? [i] : []));
  return new Set(found.length > 1 ? found : []);
}

/**
 * Returns short lines that are rows of a table or of names, or part of a paragraph in capitals, and so are not
 * headings: three or more right below one another (the title excluded), and two bare ones that begin with a number,
 * with or without blank lines between them: `44 new` / `92 old`.
 */
export function tableLines(
  forms: readonly (Form | undefined)[],
  places: LinePlaces,
  top: number,
): ReadonlySet<number> {
  const found = new Set<number>();
  const startsWithNumber = (i: number) => /^[\d$+#]/.test(places.words(i));
  let from = 0;
  forms.forEach((form, i) => {
    if ((form !== 'bare' && form !== 'capitals') || i < top) from = i + 1;
    else if (form !== forms[i - 1]) from = i;
    const length = i + 1 - from;
    for (let at = length === 3 ? from : i; length > 2 && at <= i; at++) found.add(at);
    if (form !== 'bare' || !startsWithNumber(i)) return;
    if ([places.above(i), places.below(i)].some((beside) => beside >= 0 && startsWithNumber(beside)))
      found.add(i);
  });
  return found;
}

const LABEL_LENGTH = 30;

/** `Oil: 4.29 (+0.03)` */
const FIGURE = /^[^:：]{1,40}[:：]\s*[^\p{L}\p{N}]{0,3}\d/u;

/**
 * Returns the bare lines right above figures and nothing else, if there are at least two: `Markets` / `Oil: 4.29` /
 * `Gold: 2,310` / blank / `Weather` / `Wind: 12 knots` / `Sea: 3 feet`.
 */
export function figureHeads(
  forms: readonly (Form | undefined)[],
  places: LinePlaces,
  top: number,
): ReadonlySet<number> {
  return atLeastTwo(forms, (form, i) => {
    if (form !== 'bare' || i < top || !places.beginsApart(i) || !FIGURE.test(places.words(i + 1)))
      return false;
    let end = i + 1;
    while (!places.isEmpty(end) && FIGURE.test(places.words(end))) end++;
    return end > i + 2 && places.isEmpty(end) && !/[:：]/.test(places.words(i));
  });
}

/**
 * Lines that begin with the same label as another, and so are not headings: `Host: So what now?`, `Source: Ann`. The same
 * applies to lines that begin with a day, if at least half of them are right above another: `3 March 2026: The ferry stops`.
 */
export function linesWithSameLabel(
  forms: readonly (Form | undefined)[],
  places: LinePlaces,
): ReadonlySet<number> {
  const lines = new Map<string, number[]>();
  const dated = new Set<number>();
  forms.forEach((_, i) => {
    const words = places.words(i);
    const end = words.slice(0, LABEL_LENGTH).search(/[:：]/);
    const label = words.slice(0, Math.max(end, 0));
    if (/\d{4}/.test(label) && isDateAlone(label)) dated.add(i);
    // `Bill 1790: …` has a name and not a label.
    if (label === '' || end === words.length - 1 || /\d/.test(label)) return;
    const same = lines.get(label);
    if (same) same.push(i);
    else lines.set(label, [i]);
  });
  const inRows = [...dated].filter((i) => dated.has(places.below(i))).length;
  if (inRows > 2 && inRows * 2 >= dated.size) lines.set('', [...dated]);
  return new Set([...lines.values()].filter(({ length }) => length > 1).flat());
}
