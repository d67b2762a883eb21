import { isDateAlone } from '../text/dates/date.ts';
import type { ItemLine } from '../text/listMarks.ts';
import { areInCapitals, type Form, formOf, headingText, readsAsTitle, isAside } from './lineForm.ts';
import { LinePlaces } from './linePlaces.ts';
import { type TitleLine, titleLineOf } from './masthead.ts';
import {
  bulletinHeads,
  colonHeads,
  countedHeads,
  figureHeads,
  labelled,
  numberedHeads,
  partingRules,
  rows,
  ruledHeads,
  starredHeads,
  timedHeads,
  underlinedHeads,
} from './repeats.ts';
import { urlOfBareDomain } from '../text/links/safeUrl.ts';
import { kindOfTitle } from '../text/vocabulary.ts';

const LINE_LENGTH = 240;

/**
 * The lines of an unmarked text that are headings, with their words. Three things tell a heading from short prose: its
 * form (see `formOf`), what stands around it (see `LinePlaces`), and whether the same form comes again in such a place
 * (see repeats.ts). A form that comes once counts where it is a strong mark, or a short line above what is longer.
 *
 * Below `References:`, a bare line heads nothing but a list below a list: `Q&A: Why …` above `cgtn.com` is a source's
 * title. `titled`: the text's own title stands elsewhere, so that its first line is not it. `onlyMarked`: a form that comes
 * once counts only where it is a strong mark.
 */
export function headingsOf(
  lines: readonly string[],
  items: readonly (ItemLine | undefined)[],
  titled: boolean,
  onlyMarked = false,
): ReadonlyMap<number, string> {
  const signals = readSignals(lines, items, titled);
  const { title, top, places, forms, repeated } = signals;
  const headings = new Map<number, string>();
  let underReferences = false;
  forms.forEach((form, i) => {
    if (title && i > title.line && i < top) return;
    const isTitle = title?.isMarked === true && i === title.line;
    const isHeading = () =>
      form !== undefined &&
      places.below(i) >= 0 &&
      standsApart(signals, headings, i) &&
      !(headings.has(i - 1) && saysWhen(places.words(i))) &&
      (isWeak(form)
        ? !onlyMarked && headsWeakly(signals, i, form, underReferences)
        : headsByMark(signals, i, form));
    if (!isTitle && !repeated.has(i) && !isHeading()) return;
    const words = headingText(places.words(i));
    headings.set(i, words);
    underReferences = kindOfTitle(words) === 'references';
  });
  if (places.isTight && !onlyMarked) addParents(signals, headings);
  for (const i of ofAnotherForm(signals, headings)) headings.delete(i);
  const asked = loneQuestion(signals, headings);
  if (asked !== undefined) headings.delete(asked);
  const last = lastAboveSources(signals, headings);
  if (last !== undefined) headings.delete(last);
  return headings;
}

/** `(February 27, 2026)`, `3 March 2026`: right below a heading, when that was. */
function saysWhen(words: string): boolean {
  return /^\([^()]*\d[^()]*\)$/.test(words) || isDateAlone(words);
}

/** `Hi Bob,` */
const SALUTATION = /^\p{L}[^.!?:;]{0,40},$/u;
const ASKS_FOR_TIME = /(?<!\d)\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?[?？]$/i;

/** The line of a letter in which its author asks something: `Lunch at 12?`, without a mark or a list, and no other heading. */
function loneQuestion(
  { title, places, forms }: Signals,
  headings: ReadonlyMap<number, string>,
): number | undefined {
  const [only, ...others] = [...headings].filter(([i]) => i !== title?.line);
  if (!only || others.length > 0) return undefined;
  const [i, words] = only;
  if (forms[i] !== 'bare' || !/[?？]$/.test(words) || places.isItem(places.below(i))) return undefined;
  const first = forms.findIndex((_, line) => !places.isEmpty(line));
  const isAsked = ASKS_FOR_TIME.test(words) || SALUTATION.test(places.words(first));
  return isAsked ? i : undefined;
}

/**
 * Bare lines that prose goes on below, in a text whose bare headings stand between blank lines: an author who ends lines
 * where a thought does begins many a paragraph with a short one.
 */
function ofAnotherForm(
  { title, places, forms, repeated }: Signals,
  headings: ReadonlyMap<number, string>,
): readonly number[] {
  if (places.isTight) return [];
  const bare = [...headings.keys()].filter(
    (i) => forms[i] === 'bare' && i !== title?.line && !repeated.has(i) && !places.isItem(places.below(i)),
  );
  // `Launch of the Music Site` is no sentence's beginning.
  const isTitle = (words: string) => /\p{Lu}/u.test(words) && readsAsTitle(words);
  const goOn = bare.filter((i) => !places.endsApart(i) && !isTitle(places.words(i)));
  return bare.some((i) => places.endsApart(i)) ? goOn : [];
}

/** An unmarked line with nothing between it and the sources ends the text, and heads nothing: `Thanks to all who wrote`. */
function lastAboveSources(
  { title, places, forms, repeated }: Signals,
  headings: ReadonlyMap<number, string>,
): number | undefined {
  const at = [...headings].find(([, words]) => kindOfTitle(words) === 'references')?.[0] ?? -1;
  const i = at < 0 ? -1 : places.above(at);
  const isUnmarked = forms[i] === 'bare' || forms[i] === 'colon';
  return headings.has(i) && isUnmarked && !repeated.has(i) && i !== title?.line ? i : undefined;
}

/** All that tells headings, read once. */
interface Signals {
  readonly title: TitleLine | undefined;
  /** The first line below the title, with its dateline. */
  readonly top: number;
  readonly places: LinePlaces;
  readonly forms: readonly (Form | undefined)[];
  /** Headings because others are like them. */
  readonly repeated: ReadonlySet<number>;
  /** Lines of a table, or of a paragraph. */
  readonly runs: ReadonlySet<number>;
  /** No headings because others are like them. */
  readonly inRows: ReadonlySet<number>;
  /** Two headings at least are underlined, or three have a time: what is bare is none, then. */
  readonly areMarked: boolean;
  readonly capitals: number;
}

function readSignals(
  lines: readonly string[],
  items: readonly (ItemLine | undefined)[],
  titled: boolean,
): Signals {
  const places = new LinePlaces(lines, items);
  const title = titled ? undefined : titleLineOf(lines);
  const top = title?.end ?? 0;
  const formsOf = (inCapitals: boolean) =>
    lines.map((line, i) =>
      places.isEmpty(i) || places.isItem(i) || line.length > LINE_LENGTH
        ? undefined
        : formOf(line.trim(), inCapitals),
    );
  const written = formsOf(false);
  const forms = written.includes('capitals') && areInCapitals(lines) ? formsOf(true) : written;
  const rules = partingRules(lines);
  const ruled = ruledHeads(lines, items, rules);
  const underlined = underlinedHeads(lines, items, rules);
  const timed = timedHeads(lines);
  const runs = rows(forms, places, top);
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
      ...timed,
      ...colonHeads(forms, places, top),
      ...figureHeads(forms, places, top),
    ]),
    // Right below what a rule parts off stands who has written it.
    runs,
    inRows: new Set([...runs, ...labelled(forms, places), ...[...ruled].map((i) => i + 1)]),
    areMarked: timed.size > 0 || [...underlined].filter((i) => i >= top).length > 1,
    capitals: forms.filter((form) => form === 'capitals').length,
  };
}

/** Not inside a paragraph: a blank line, a list or a heading parts it from the words above, if such lines do at all. */
function standsApart({ places }: Signals, headings: ReadonlyMap<number, string>, i: number): boolean {
  const above = places.above(i);
  if (places.beginsApart(i)) return true;
  // An item goes on in the lines below it that are indented.
  if (places.isItem(above) && places.isIndented(i)) return false;
  return places.isTight || headings.has(above) || places.isItem(above);
}

type Weak = 'colon' | 'bare';

function isWeak(form: Form): form is Weak {
  return form === 'colon' || form === 'bare';
}

/** Its author gave it a mark, though not Markdown's. A source's title, with its site right below, is none. */
function headsByMark(signals: Signals, i: number, form: Exclude<Form, Weak>): boolean {
  const { places, forms, capitals, runs } = signals;
  if (form === 'named') return true;
  if (urlOfBareDomain(places.words(i + 1)) !== undefined) return false;
  switch (form) {
    case 'bold':
      return true;
    case 'capitals': {
      if (runs.has(i)) return false;
      const comesAgain = capitals > 1 && forms[places.below(i)] !== 'capitals' && places.headsLonger(i);
      return places.endsApart(i) || places.headsList(i) || places.headsProse(i) || comesAgain;
    }
    case 'drawn':
      return (places.endsApart(i) && places.beginsApart(i)) || headsWeakly(signals, i, 'bare', false);
  }
}

/** A line of data, right above another: `Ferry: two a day` / `Tug: one`. */
const FIELD = /^[\p{L}][\p{L} -]{1,30}:\s+\S/u;

/** It has no mark: what stands around it has to tell. */
function headsWeakly(signals: Signals, i: number, form: Weak, underReferences: boolean): boolean {
  const { title, top, places, inRows, areMarked } = signals;
  const isField = (line: number) => FIELD.test(places.words(line));
  if (areMarked || inRows.has(i) || isAside(places.words(i)) || (isField(i) && isField(i + 1))) return false;
  const isAboveList = places.isItem(places.below(i));
  // `Ferries:` above a list leads to it, but for those of `colonHeads`.
  if (form === 'colon') {
    const couldHead = !underReferences && !isAboveList && !places.isTight && places.endsApart(i);
    return couldHead && readsAsTitle(places.words(i));
  }
  // Listed sources end where a line heads another list.
  if (underReferences && !(isAboveList && places.isItem(places.above(i)))) return false;
  // `For all at sea`, right below the title.
  if (title?.isMarked && i === top && !places.isTight && !places.beginsApart(i)) return false;
  if (isAboveList) return true;
  return (places.endsApart(i) || places.endsEarly(i)) && (places.headsList(i) || places.headsProse(i));
}

/** `Featured` right above the heading of its first part, where no blank line says as much. */
function addParents({ places, forms, inRows }: Signals, headings: Map<number, string>): void {
  for (const at of [...headings.keys()]) {
    const i = places.above(at);
    const above = places.above(i);
    const isBare = forms[i] === 'bare' && !inRows.has(i) && !headings.has(i);
    if (isBare && above >= 0 && !headings.has(above)) headings.set(i, places.words(i));
  }
}
