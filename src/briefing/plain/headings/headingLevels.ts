import { type Form, headingText, isCapitals } from './lineForm.ts';
import type { LinePlaces } from './linePlaces.ts';
import { countsOf } from '../../../base/collections/counts.ts';
import { boxedLines } from '../underlines.ts';
import { isEmptyLine, isSeparator } from '../../text/sourceText.ts';
import { addToGroup } from '../../../base/collections/groupBy.ts';

/** What is known of the lines of a text when its headings are. */
interface Signals {
  readonly places: LinePlaces;
  readonly forms: readonly (Form | undefined)[];
  /** Lines that are not headings because others are like them. */
  readonly inRows: ReadonlySet<number>;
}

/** Minimum number of times that the heading of a part recurs. */
const MIN_PARTS = 3;

/** Adds lines right above the same name of a part, if they recur, and those names: `8 March` / `Agenda:` / `- a`. */
export function addWholes({ places, forms }: Signals, headings: Map<number, string>): void {
  const found = new Map<string, number[]>();
  forms.forEach((form, i) => {
    if (form !== 'colon' || !places.isItem(i + 1)) return;
    const isBelowHead = headings.has(i - 1) || (forms[i - 1] === 'bare' && places.beginsApart(i - 1));
    if (!isBelowHead) return;
    const words = headingText(places.words(i));
    addToGroup(found, words, i);
  });
  for (const lines of found.values()) {
    if (lines.length < MIN_PARTS) continue;
    for (const i of lines.flatMap((line) => [line - 1, line])) headings.set(i, headingText(places.words(i)));
  }
}

/** Adds a bare line right above the heading of its first part, `Featured`, in a text with hardly any blank line. */
export function addParents({ places, forms, inRows }: Signals, headings: Map<number, string>): void {
  for (const at of [...headings.keys()]) {
    const i = places.above(at);
    const above = places.above(i);
    const isBare =
      forms[i] === 'bare' && !inRows.has(i) && !headings.has(i) && (i === at - 1 || places.beginsApart(i));
    if (isBare && above >= 0 && !headings.has(above)) headings.set(i, places.words(i));
  }
}

/**
 * Returns the headings that recur at least three times, each time below another heading that does not: the parts of
 * those. `1 March` / `Agenda` / `Summary` / `8 March` / `Agenda` / `Summary` / `15 March` / …
 */
export function nestedHeadings(headings: readonly string[]): ReadonlySet<string> {
  const counts = countsOf(headings);
  const recurs = (words: string) => (counts.get(words) ?? 0) >= MIN_PARTS;
  const nested = new Set(headings.filter(recurs));
  let below = new Set<string>();
  let isTop = true;
  for (const words of headings) {
    if (!recurs(words)) {
      below = new Set();
      isTop = false;
    } else if (isTop || below.has(words)) nested.delete(words);
    else below.add(words);
  }
  return nested;
}

/** `*** News ***`, `== News ==` */
const DRAWN = /^\s*([*=~-])\1.*\1\1\s*$/;

/**
 * Returns the lines of headings that are in the sections above them. All headings but the title are of two kinds, and
 * the first and another are of the higher one: they begin in the first column, or something is drawn around them, all
 * others in one that is further in; or they are between two equal rules, all others only above one; or they are
 * underlined, all others in capitals. `I. Ferries`, `    The last one stops`, …
 */
export function innerHeadings(
  lines: readonly string[],
  headings: ReadonlyMap<number, string>,
  title: number | undefined,
): ReadonlySet<number> {
  const all = [...headings.keys()].filter((i) => i !== title).sort((a, b) => a - b);
  const boxed = boxedLines(lines);
  const columnOf = (i = -1) => {
    const line = lines[i] ?? '';
    return DRAWN.test(line) ? -1 : line.search(/\S/);
  };
  const isUnderlined = (i: number) => isSeparator(lines[i + 1]);
  const outer = Math.min(0, columnOf(all[0]));
  const below = (isInner: (i: number) => boolean, isAlike: (i: number, first: number) => boolean) => {
    const inner = all.filter(isInner);
    const isNested = inner[0] !== all[0] && all.length - inner.length > 1;
    return isNested && inner.every((i) => isAlike(i, inner[0] ?? i)) ? inner : [];
  };
  return new Set([
    ...below(
      (i) => columnOf(i) > outer,
      (i, first) => columnOf(i) === columnOf(first),
    ),
    // `Ferries` / `-------` / `THE LAST ONE STOPS`, twice right below each other.
    ...(all.filter((i, at) => isUnderlined(i) && lines.slice(i + 1, all[at + 1]).every(isEmptyLine)).length >
    1
      ? below(
          (i) => !isUnderlined(i),
          (i) => isCapitals(lines[i] ?? ''),
        )
      : []),
    ...below((i) => !boxed.has(i), isUnderlined),
  ]);
}
