import { isDateAlone } from '../../text/dates/date.ts';
import type { ItemLine } from '../../text/bullets/listMarks.ts';
import {
  areInCapitals,
  type Form,
  formOf,
  headingText,
  isAside,
  isBoldLine,
  readsAsTitle,
} from './lineForm.ts';
import { hangingLines } from '../hangingLines.ts';
import { withoutAddress } from './linkedHeads.ts';
import { addParents, addWholes } from './headingLevels.ts';
import { LinePlaces } from './linePlaces.ts';
import { type TitleLine, titleLineOf } from '../masthead.ts';
import { bulletinHeads, countedHeads, numberedHeads, starredHeads, timedHeads } from './markedHeads.ts';
import {
  colonHeads,
  drawnHeads,
  figureHeads,
  isNumbered,
  leadingLines,
  smallHeads,
  linesWithSameLabel,
  tableLines,
} from './repeatedForms.ts';
import { recordHeads } from './recordHeads.ts';
import { outdentedHeads, partingRules, ruledHeads, underlinedHeads } from './ruledHeads.ts';
import { urlOfBareDomain } from '../../text/links/safeUrl.ts';
import { namesPart } from '../../text/partLabels.ts';
import { kindOfTitle } from '../../text/vocabulary.ts';

const LINE_LENGTH = 240;

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
        (isByline(places.words(i)) || (isDateAlone(places.words(i)) && !isNumbered(places.words(i)))));
    const isHeading = () =>
      form !== undefined &&
      places.below(i) >= 0 &&
      standsApart(signals, headings, i) &&
      (isWeak(form)
        ? !onlyMarked && headsWeakly(signals, i, form, underReferences)
        : headsByMark(signals, i, form));
    if (!isTitle && (!(repeated.has(i) || isHeading()) || isBelowOwn())) return;
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
  return /^\([^()]*\d[^()]*\)$/.test(words) || isDateAlone(words);
}

/** Whether a line below a heading says who wrote that, and when: `Ferry Office · 2026-03-03`. */
function isByline(words: string): boolean {
  const at = words.search(/[·•|][^·•|]*$/);
  return at > 0 && isDateAlone(words.slice(at + 1).trim());
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

/** The properties of a text by which headings are recognized, computed once. */
interface Signals {
  readonly title: TitleLine | undefined;
  /** The first line after the title and its dateline. */
  readonly top: number;
  readonly places: LinePlaces;
  readonly forms: readonly (Form | undefined)[];
  /** Lines that are headings because others are like them. */
  readonly repeated: ReadonlySet<number>;
  /** Lines that belong to a table or a paragraph. */
  readonly runs: ReadonlySet<number>;
  /** Lines that are not headings because others are like them. */
  readonly inRows: ReadonlySet<number>;
  /** Whether at least two headings are underlined, or three have a time: bare lines are not headings then. */
  readonly areMarked: boolean;
  readonly capitals: number;
}

/** The known names that are also names of a story's parts, on three lines or more: `Links:` below each story. */
function recurringParts(forms: readonly (Form | undefined)[], places: LinePlaces): ReadonlySet<string> {
  const counts = new Map<string, number>();
  forms.forEach((form, i) => {
    const words = places.words(i);
    if (form === 'named' && !places.isItem(i + 1) && namesPart(words.replace(/[:：]$/, '')))
      counts.set(words, (counts.get(words) ?? 0) + 1);
  });
  return new Set([...counts].filter(([, count]) => count > 2).map(([words]) => words));
}

/** The form of a line with an address at its end, if it is a strong mark: `FERRY STOPS [https://a.example]`. */
function formOfLinked(line: string, inCapitals: boolean): Form | undefined {
  const words = withoutAddress(line);
  const form = words === line ? undefined : formOf(words, inCapitals);
  return form === 'capitals' || form === 'bold' || (form === 'bare' && words === words.toUpperCase())
    ? form
    : undefined;
}

function readSignals(
  lines: readonly string[],
  items: readonly (ItemLine | undefined)[],
  titled: boolean,
  onlyMarked: boolean,
): Signals {
  const places = new LinePlaces(lines, items);
  const title = titled ? undefined : titleLineOf(lines);
  const top = title?.end ?? 0;
  const hanging = hangingLines(lines, items);
  // A heading in a row of such lines is an entry of a list.
  const isLinked = (i: number) => withoutAddress(places.words(i)) !== places.words(i);
  const mayLink = (i: number) => !isLinked(places.above(i)) && !isLinked(places.below(i));
  const formsOf = (inCapitals: boolean) =>
    lines.map((line, i) =>
      places.isEmpty(i) || places.isItem(i) || hanging.has(i) || line.length > LINE_LENGTH
        ? undefined
        : (formOf(line.trim(), inCapitals) ??
          (mayLink(i) ? formOfLinked(line.trim(), inCapitals) : undefined)),
    );
  const written = formsOf(false);
  const drawn = written.includes('capitals') && areInCapitals(lines) ? formsOf(true) : written;
  const parts = recurringParts(drawn, places);
  const forms = drawn.map((form, i) => (parts.has(places.words(i)) ? undefined : form));
  const rules = partingRules(lines);
  const ruled = ruledHeads(lines, items, rules);
  const underlined = underlinedHeads(lines, items, rules);
  const outdented = outdentedHeads(lines, items);
  const timed = timedHeads(lines);
  const runs = tableLines(forms, places, top);
  return {
    title,
    top,
    places,
    forms,
    repeated: new Set([
      ...numberedHeads(lines, items),
      ...countedHeads(lines),
      ...starredHeads(lines, items),
      ...bulletinHeads(lines),
      ...underlined,
      ...ruled,
      ...outdented,
      ...timed,
      ...colonHeads(forms, places, top),
      ...figureHeads(forms, places, top),
      ...drawnHeads(forms, places),
      ...(onlyMarked
        ? []
        : [
            ...leadingLines(forms, places),
            ...recordHeads(items, places, lines.length),
            ...smallHeads(places, lines.length),
          ]),
    ]),
    // The line below the heading after a rule is its byline.
    runs,
    inRows: new Set([...runs, ...linesWithSameLabel(forms, places), ...[...ruled].map((i) => i + 1)]),
    areMarked: timed.size > 0 || outdented.size > 0 || [...underlined].filter((i) => i >= top).length > 1,
    capitals: forms.filter((form) => form === 'capitals').length,
  };
}

/**
 * Whether a line is not inside a paragraph: a blank line, a list or a heading is between it and the words above, or
 * hardly any blank line separates paragraphs.
 */
function standsApart({ places }: Signals, headings: ReadonlyMap<number, string>, i: number): boolean {
  const above = places.above(i);
  if (places.beginsApart(i)) return true;
  // Indented lines below an item belong to it.
  if (places.isItem(above) && places.isIndented(i)) return false;
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

const WORDS = /[\p{L}\p{N}]/u;
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
  if (i >= forms.length - SIGNATURE && !WORDS.test(places.words(places.below(i)))) return false;
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
