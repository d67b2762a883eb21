import { hasWord } from '../../../base/hasWord.ts';
import { isMostlyDate } from '../../text/dates/date.ts';
import type { ItemLine } from '../../text/bullets/listMarks.ts';
import { type Form, headingText, isAside, isBoldLine, readsAsTitle } from './lineForm.ts';
import { addParents, addWholes } from './headingLevels.ts';
import { isNumbered } from './repeatedForms.ts';
import { urlOfBareDomain } from '../../text/links/safeUrl.ts';
import { kindOfTitle } from '../../text/vocabulary.ts';
import { readSignals, type Signals } from './signals.ts';

/**
 * Returns the lines of an unmarked text that are headings, with their words. Three things distinguish a heading from
 * short prose: its form (see `formOf`), the lines around it (see `LinePlaces`), and whether the same form recurs in
 * such places (see repeatedForms.ts). A form that occurs once counts if it is a strong mark, or a short line above a
 * longer one.
 *
 * Below `References:`, a bare line is a heading only above a list and below another: `Q&A: Why …` above `cgtn.com` is a
 * source's title. `titled`: the text's title is elsewhere, so that its first line is not the title. `onlyMarked`: a
 * form that occurs once counts only if it is a strong mark.
 */
export function headingsOf(
  lines: readonly string[],
  items: readonly (ItemLine | undefined)[],
  titled: boolean,
  onlyMarked = false,
): ReadonlyMap<number, string> {
  const signals = readSignals(lines, items, titled, onlyMarked);
  const { title, top, places, forms, repeated } = signals;
  const headings = new Map<number, string>();
  let underReferences = false;
  forms.forEach((form, i) => {
    if (title && i > title.line && i < top) return;
    const isTitle = title?.isMarked === true && i === title.line;
    const isBelowOwn = () =>
      (headings.has(i - 1) && saysWhen(places.words(i))) ||
      (headings.has(places.above(i)) &&
        (isByline(places.words(i)) || (isMostlyDate(places.words(i)) && !isNumbered(places.words(i)))));
    const isHeading = () =>
      form !== undefined &&
      standsApart(signals, headings, i) &&
      (isWeak(form)
        ? !onlyMarked && headsWeakly(signals, i, form, underReferences)
        : headsByMark(signals, i, form));
    if (!isTitle && (places.below(i) < 0 || !(repeated.has(i) || isHeading()) || isBelowOwn())) return;
    const words = headingText(places.words(i));
    headings.set(i, words);
    underReferences = kindOfTitle(words) === 'references';
  });
  if (places.isTight && !onlyMarked) addParents(signals, headings);
  if (!onlyMarked) addWholes(signals, headings);
  for (const i of ofAnotherForm(signals, headings)) headings.delete(i);
  const asked = loneQuestion(signals, headings);
  if (asked !== undefined) headings.delete(asked);
  const last = lastAboveSources(signals, headings);
  if (last !== undefined) headings.delete(last);
  return headings;
}

/** Whether a line right below a heading only says when that was: `(February 27, 2026)`, `3 March 2026`. */
function saysWhen(words: string): boolean {
  return /^\([^()]*\d[^()]*\)$/.test(words) || isMostlyDate(words);
}

/** Whether a line below a heading says who wrote that, and when: `Ferry Office · 2026-03-03`. */
function isByline(words: string): boolean {
  const at = words.search(/[·•|][^·•|]*$/);
  return at > 0 && isMostlyDate(words.slice(at + 1).trim());
}

/** `Hi Bob,` */
const SALUTATION = /^\p{L}[^.!?:;]{0,40},$/u;
/** `“You go there?”`: what somebody says, if the answer is below. */
const QUOTED = /^["“«].*["”»]$/;
const ASKS_FOR_TIME = /(?<!\d)\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?[?？]$/i;

/**
 * Returns the line of a letter in which its author asks something, `Lunch at 12?`, or somebody is asked: it has no mark
 * and no list below it, and is the only heading.
 */
function loneQuestion(
  { title, places, forms }: Signals,
  headings: ReadonlyMap<number, string>,
): number | undefined {
  const [only, ...others] = [...headings].filter(([i]) => i !== title?.line);
  if (!only || others.length > 0) return undefined;
  const [i, words] = only;
  if (forms[i] !== 'bare' || places.isItem(places.below(i))) return undefined;
  if (QUOTED.test(words) && /^["“«]/.test(places.words(places.below(i)))) return i;
  if (!/[?？]$/.test(words)) return undefined;
  const first = forms.findIndex((_, line) => !places.isEmpty(line));
  const isAsked = ASKS_FOR_TIME.test(words) || SALUTATION.test(places.words(first));
  return isAsked ? i : undefined;
}

/**
 * Returns bare lines right above prose, in a text whose other bare headings have a blank line below them. They are
 * not headings: authors who end lines at the end of a clause begin many paragraphs with a short one.
 */
function ofAnotherForm(
  { title, places, forms, repeated }: Signals,
  headings: ReadonlyMap<number, string>,
): readonly number[] {
  if (places.isTight) return [];
  const bare = [...headings.keys()].filter(
    (i) => forms[i] === 'bare' && i !== title?.line && !repeated.has(i) && !places.isItem(places.below(i)),
  );
  // `Launch of the Music Site` does not begin a sentence.
  const isTitle = (words: string) => /\p{Lu}/u.test(words) && readsAsTitle(words);
  const goOn = bare.filter((i) => !places.endsApart(i) && !isTitle(places.words(i)));
  return bare.some((i) => places.endsApart(i)) ? goOn : [];
}

/** An unmarked line right above the sources, which ends the text and is not a heading: `Thanks to all who wrote`. */
function lastAboveSources(
  { title, places, forms, repeated }: Signals,
  headings: ReadonlyMap<number, string>,
): number | undefined {
  const at = [...headings].find(([, words]) => kindOfTitle(words) === 'references')?.[0] ?? -1;
  const i = at < 0 ? -1 : places.above(at);
  const isUnmarked = forms[i] === 'bare' || forms[i] === 'colon';
  return headings.has(i) && isUnmarked && !repeated.has(i) && i !== title?.line ? i : undefined;
}

/**
 * Whether a line is not inside a paragraph: a blank line, a list or a heading is between it and the words above, or
 * hardly any blank line separates paragraphs.
 */
function standsApart({ places }: Signals, headings: ReadonlyMap<number, string>, i: number): boolean {
  const above = places.above(i);
  if (places.beginsApart(i)) return true;
  if (places.isInItem(i)) return false;
  return places.isTight || headings.has(above) || places.isItem(above);
}

type Weak = 'colon' | 'bare';

function isWeak(form: Form): form is Weak {
  return form === 'colon' || form === 'bare';
}

/** Whether a line with a mark, if not Markdown's, is a heading. A source's title, its site right below, is not. */
function headsByMark(signals: Signals, i: number, form: Exclude<Form, Weak>): boolean {
  const { places, forms, capitals, runs, areMarked } = signals;
  // Below underlined headings, bold lines begin stories, as in Markdown.
  if (areMarked && isBoldLine(places.words(i))) return false;
  if (form === 'named') return true;
  if (urlOfBareDomain(places.words(i + 1)) !== undefined) return false;
  switch (form) {
    case 'bold':
      return true;
    case 'capitals': {
      const isField = (line: number) => FIELD.test(places.words(line));
      if (runs.has(i) || (isField(i) && (isField(i - 1) || isField(i + 1)))) return false;
      const comesAgain = capitals > 1 && forms[places.below(i)] !== 'capitals' && places.headsLonger(i);
      return places.endsApart(i) || places.headsList(i) || places.headsProse(i) || comesAgain;
    }
    case 'drawn':
      return (places.endsApart(i) && places.beginsApart(i)) || headsWeakly(signals, i, 'bare', false);
  }
}

/** A line of data, right above another: `Ferry: two a day` / `Tug: one`. */
const FIELD = /^[\p{L}][\p{L} -]{1,30}:\s+\S/u;

/** A longer line is prose. In UTF-16 units. */
const FIELD_LENGTH = 80;

/** Maximum number of lines of a signature at the end of a mail: a name, and a drawing below it. */
const SIGNATURE = 16;

/** `Ann Example, harbour master`: a name, and what its owner does. */
const NAME_AND_ROLE = /^\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3},\s/u;

/** Whether a line says who is quoted right above. */
function namesSpeaker({ places }: Signals, i: number): boolean {
  return NAME_AND_ROLE.test(places.words(i)) && /["”»]$/.test(places.words(places.above(i)));
}

/** Whether a line without a mark is a heading, judged by the lines around it. */
function headsWeakly(signals: Signals, i: number, form: Weak, underReferences: boolean): boolean {
  const { title, top, places, forms, inRows, areMarked } = signals;
  const isField = (line: number) => FIELD.test(places.words(line));
  if (areMarked || inRows.has(i) || isAside(places.words(i))) return false;
  const isShort = (line: number) => places.words(line).length <= FIELD_LENGTH;
  if (isField(i) && (isField(i + 1) || (isField(i - 1) && isShort(i - 1)))) return false;
  if (namesSpeaker(signals, i)) return false;
  // `Ann`, at the end, above a drawing around her address.
  if (i >= forms.length - SIGNATURE && !hasWord(places.words(places.below(i)))) return false;
  const isAboveList = places.isItem(places.below(i));
  // `Ferries:` above a list only introduces it, unless it is one of `colonHeads`.
  if (form === 'colon') {
    const couldHead = !underReferences && !isAboveList && !places.isTight && places.endsApart(i);
    return couldHead && readsAsTitle(places.words(i));
  }
  // Listed sources end at a line that is the heading of another list.
  if (underReferences && !(isAboveList && places.isItem(places.above(i)))) return false;
  // A motto right below the title: `For all at sea`.
  if (title?.isMarked && i === top && !places.isTight && !places.beginsApart(i)) return false;
  if (isAboveList) return true;
  return (places.endsApart(i) || places.endsEarly(i)) && (places.headsList(i) || places.headsProse(i));
}
