import { isMostlyDate } from '../../text/dates/date.ts';
import { endsInColon, type Form, isAside, isDrawn, isStressedHead, readsAsTitle } from './lineForm.ts';
import { isAddress } from '../../text/links/isAddress.ts';
import { endsProse, type LinePlaces, WRAP_COLUMN } from './linePlaces.ts';
import { isTitleLine, isVersion } from '../../text/title.ts';
import { FIGURES } from '../../text/bullets/marks.ts';
import { endsAsNoTitle } from '../../text/sentences.ts';
import { addToGroup } from '../../../base/collections/groupBy.ts';

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
    if (isInParagraph && RUNS_ON.test(places.words(above))) return false;
    // What is right below the title is a motto or a byline; and a version, `1.2 (3 March)`, has parts of its own.
    return (
      forms[above] === undefined || (above === top && places.beginsApart(i)) || isVersion(places.words(above))
    );
  });
}

/** Minimum number of headings that only their form tells from prose. */
const MIN_HEADS = 3;
/** Maximum number of words of a name in small letters. */
const NAME_WORDS = 3;
/** Maximum length of a headline right above its text. In UTF-16 units. */
const HEADLINE_LENGTH = 160;
/** Minimum length of a headline's text above its address: a shorter line names a book or a person. */
const ADDRESSED_LENGTH = 50;
/** A line of data, or of a speaker: `Ferry: two boats`. */
const FIELD_START = /^[^\s:：.!?][^:：.!?]{0,30}[:：](?:\s|$)/u;
const DATE_LENGTH = 30;
/** Digits and at most one word, `3 March 2026`: `Date: 3 March` is data. */
const ONE_WORD = /^\P{L}*\p{L}*\P{L}*$/u;

/**
 * Returns the lines above text that are alike, if there are at least three and hardly any of them are the same. In a
 * text that is not wrapped by hand, those are short ones with a colon (`Expert view:`), and headlines right above text
 * that is much longer; in any text, they are dates, some of which are right above their text.
 */
export function leadingLines(forms: readonly (Form | undefined)[], places: LinePlaces): ReadonlySet<number> {
  const colons: number[] = [];
  const headlines: number[] = [];
  const dates: number[] = [];
  const numbers: number[] = [];
  let others = 0;
  // Without blank lines, each line is a paragraph.
  const areLines = places.isTight && !places.isWrapped;
  forms.forEach((form, i) => {
    if (places.isEmpty(i) || places.isItem(i) || places.isIndented(i) || places.below(i) < 0) return;
    const isApart = places.beginsApart(i);
    const words = places.words(i);
    if (isApart && isNumbered(words)) numbers.push(i);
    else if (isApart && words.length < DATE_LENGTH && ONE_WORD.test(words) && isMostlyDate(words))
      dates.push(i);
    else if (form === 'colon') {
      if (!places.isWrapped && isColonHead(places, i)) colons.push(i);
    } else if (
      (areLines ? headlines.at(-1) !== i - 1 : isApart && !places.endsApart(i)) &&
      !places.isItem(i + 1)
    ) {
      if (isHeadline(places, i)) headlines.push(i);
      else others++;
    }
  });
  const kinds = [colons, numbers];
  if (headlines.length > others) kinds.push(headlines);
  // Dates that are all above a blank line are above the headings of their day.
  if (dates.some((i) => !places.endsApart(i))) kinds.push(dates);
  const areAlike = (lines: readonly number[]) =>
    lines.length >= MIN_HEADS && new Set(lines.map((i) => places.words(i))).size * 3 > lines.length * 2;
  return new Set(kinds.filter(areAlike).flat());
}

/** `3.1 Ferries`, `0.8.1 (May 2026):`, `v2.0`: a part of a part, or a version. */
const NUMBERED = /^v?\d{1,3}(?:\.\d{1,4}){1,3}\.?[a-z]?(?:$|\s+[\p{Lu}\p{Lo}(])/u;
const NUMBERED_LENGTH = 80;

export function isNumbered(words: string): boolean {
  return (
    NUMBERED.test(words) && words.length <= NUMBERED_LENGTH && isTitleLine(`a ${words.replace(/[:：]$/, '')}`)
  );
}

/** Whether a short title with a colon begins a part of its own: nothing above it goes on, and no list is below. */
function isColonHead(places: LinePlaces, i: number): boolean {
  const words = places.words(i);
  const above = places.above(i);
  const isApart = places.beginsApart(i) || places.isItem(above) || endsProse(places.words(above));
  return words.length <= COLON_LENGTH && isApart && !places.isItem(places.below(i)) && isName(words);
}

/** Whether words are a title's, or too few for a clause: `Get excited:`. */
function isName(words: string): boolean {
  return readsAsTitle(words) || words.split(' ').length <= NAME_WORDS;
}

/** Whether a line is the headline of the text below it, which may be short or break off if only its address is below. */
function isHeadline(places: LinePlaces, i: number): boolean {
  const [words, below] = [places.words(i), places.words(i + 1)];
  const isAddressed = isAddress(places.words(i + 2)) && places.isEmpty(i + 3);
  return (
    words.length <= HEADLINE_LENGTH &&
    below.length > (isAddressed ? Math.max(words.length, ADDRESSED_LENGTH) : 2 * words.length) &&
    (isTitleLine(words) || (isAddressed && words.endsWith('…'))) &&
    !/^\p{Ll}/u.test(words) &&
    (isAddressed
      ? !/^\p{Ll}/u.test(below)
      : !places.isWrapped && (below.length > WRAP_COLUMN || endsProse(below))) &&
    !FIELD_START.test(below)
  );
}

/** A sign before the words of a heading: `■ Ferries`. */
const SIGN = new RegExp(String.raw`^[${FIGURES}▶▷►※§▣◈◉]\s*(?=[\p{L}\p{N}(（「“"])`, 'u');
const FIRST_SIGN = '§';
/** An emoji before or after a few words, and no address or sentence: `🚢 Ferries`, `Ferries 🚢`. */
const EMOJI =
  /^(?!.*(?::\/\/|[.。!！:：]))(?:[\p{Extended_Pictographic}\p{RI}][^\p{L}\p{N}\s/]{0,6}\s+[\p{L}\p{N}(（「“"]|[\p{L}\p{N}].*\s[\p{Extended_Pictographic}\p{RI}][^\p{L}\p{N}\s]{0,6}$)/u;
const NOT_ASCII = /[^ -~]/;
const SIGNED_LENGTH = 80;

/** How a line is drawn, or its sign, the same for all emoji; undefined for a line without such marks. */
function markOf(form: Form | undefined, words: string): string | undefined {
  // `【Summary】` is drawn, though its name is known.
  if (form === 'drawn' || (form === 'named' && isDrawn(words)))
    return words.startsWith('|') ? undefined : words.replace('【', '【】').slice(0, 2);
  if (words >= FIRST_SIGN && SIGN.test(words)) return words.slice(0, 1);
  const mayBeEmoji = words.length <= SIGNED_LENGTH && NOT_ASCII.test(words);
  return mayBeEmoji && EMOJI.test(words) ? ' ' : undefined;
}

/** `[Ferries]` right above a list. Elsewhere, such a line may be a remark: `[Ann draws it on the board]`. */
const BRACKETED = /^\[[^[\]]{2,60}\]$/;

function markAboveList(places: LinePlaces, i: number): string | undefined {
  const isHead = places.isItem(i + 1) && BRACKETED.test(places.words(i)) && !isAside(places.words(i));
  return isHead ? '[]' : undefined;
}

/**
 * Returns the lines that are drawn or have a sign in the same way, if there are at least two of a kind (three with a
 * sign), and two thirds of them are short, begin apart and have other words below: `--- Ferries ---` / `They stop.` /
 * blank / `--- Tugs ---` / `One is late.`
 */
export function drawnHeads(forms: readonly (Form | undefined)[], places: LinePlaces): ReadonlySet<number> {
  const kinds = new Map<string, number[]>();
  forms.forEach((form, i) => {
    const mark =
      places.isEmpty(i) || places.isIndented(i)
        ? undefined
        : (markOf(form, places.words(i)) ?? markAboveList(places, i));
    if (mark === undefined) return;
    addToGroup(kinds, mark, i);
  });
  return new Set(
    [...kinds].flatMap(([mark, lines]) => {
      const same = new Set(lines);
      const heads = lines.filter((i) => {
        const [words, below] = [places.words(i), places.below(i)];
        const isShort = words.length <= SIGNED_LENGTH && !endsAsNoTitle(words);
        return isShort && places.beginsApart(i) && below >= 0 && !same.has(below);
      });
      return heads.length > (mark.length > 1 ? 1 : 2) && heads.length * 3 >= lines.length * 2 ? heads : [];
    }),
  );
}

/** `personal`, `free software` */
const SMALL = /^\p{Ll}[\p{Ll}’'-]*(?: [\p{Ll}&’'-]+){0,3}$/u;

/** Returns lines of a few small words, each alone above a list, if there are at least three. */
export function smallHeads(places: LinePlaces, count: number): ReadonlySet<number> {
  const found: number[] = [];
  for (let i = 0; i < count; i++) {
    if (!places.isItem(places.below(i)) || places.isEmpty(i) || !SMALL.test(places.words(i))) continue;
    if (places.beginsApart(i) && !places.isItem(i + 1)) found.push(i);
  }
  return new Set(found.length >= MIN_HEADS ? found : []);
}

/** Returns the lines for which a condition holds, if there are at least two. */
function atLeastTwo(
  forms: readonly (Form | undefined)[],
  holds: (form: Form | undefined, i: number) => boolean,
): ReadonlySet<number> {
  const found: number[] = [];
  forms.forEach((form, i) => {
    if (holds(form, i)) found.push(i);
  });
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
    if ((form === 'bare' || form === 'capitals') && isInFields(places, i, top)) found.add(i);
    const length = i + 1 - from;
    for (let at = length === 3 ? from : i; length > 2 && at <= i; at++) found.add(at);
    if (form !== 'bare' || !startsWithNumber(i)) return;
    if ([places.above(i), places.below(i)].some((beside) => beside >= 0 && startsWithNumber(beside)))
      found.add(i);
  });
  return found;
}

/** A line with a label, whatever its value. */
const LABELLED = /^[^:：]{1,80}[:：](?:\s|$)/;

/** Whether a line is one of three and more lines of data right below one another: `Name: Ann`, `Married?: no`. */
function isInFields(places: LinePlaces, i: number, top: number): boolean {
  const isField = (line: number) => line >= top && !places.isItem(line) && LABELLED.test(places.words(line));
  // `Boats:` may be the heading of those below.
  if (!isField(i) || endsInColon(places.words(i))) return false;
  if (isField(i - 1)) return isField(i - 2) || isField(i + 1);
  return isField(i + 1) && isField(i + 2);
}

/** A label of up to 29 characters. */
const LABEL = /^([^:：]{1,29})[:：]/;

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
    const [, label] = LABEL.exec(words) ?? [];
    if (label === undefined || places.isItem(i)) return;
    if (/\d{4}/.test(label) && isMostlyDate(label)) dated.add(i);
    // `Bill 1790: …` has a name and not a label.
    if (label.length === words.length - 1 || /\d/.test(label)) return;
    addToGroup(lines, label, i);
  });
  const inRows = [...dated].filter((i) => dated.has(places.below(i))).length;
  if (inRows > 2 && inRows * 2 >= dated.size) lines.set('', [...dated]);
  return new Set([...lines.values()].filter(({ length }) => length > 1).flat());
}
