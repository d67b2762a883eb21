import { type Form, headingText } from './lineForm.ts';
import type { LinePlaces } from './linePlaces.ts';
import { countsOf } from '../../../base/collections/counts.ts';
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
 * Returns the lines of headings that are in the sections above them: all headings but the title begin in one of two
 * columns, two or more of them in the first, and these come first. `I. Ferries`, `    The last one stops`, … Headings
 * that something is drawn around are before the first column: `*** FERRIES ***`, `THE LAST ONE STOPS`.
 */
export function indentedHeadings(
  lines: readonly string[],
  headings: ReadonlyMap<number, string>,
  title: number | undefined,
): ReadonlySet<number> {
  const columns = [...headings.keys()]
    .filter((i) => i !== title)
    .sort((a, b) => a - b)
    .map((i) => {
      const line = lines[i] ?? '';
      return { i, column: DRAWN.test(line) ? -1 : line.search(/\S/) };
    });
  const first = columns[0]?.column ?? 1;
  const inner = columns.filter(({ column }) => column > first);
  const isInOneColumn = inner.every(({ column }) => column === inner[0]?.column);
  const isNested = first <= 0 && columns.length - inner.length > 1 && isInOneColumn;
  return new Set(isNested ? inner.map(({ i }) => i) : []);
}
