import { namesStory } from '../text/partLabels.ts';
import { foldTitle } from '../text/vocabulary.ts';
import { isBlank } from '../text/sourceText.ts';

/** `GM:  The lab …`, or `GM:` above its text; up to three words. */
const HANGING = /^(\p{Lu}[\p{L}\p{N}&.'’/-]{0,19}(?: [\p{L}\p{N}&.'’/-]{1,19}){0,2}:)(?:\s+(\S)|\s*$)/u;
/** `Printer in 217 - The rates …`, up to five words. */
const DASHED =
  /^(\p{Lu}[\p{L}\p{N}&'’/]{1,19}(?: [\p{L}\p{N}&'’/]{1,19}){0,4}) (?:-{1,3}|[–—]) (?:\S+ ){2}\S/u;
const MIN_LEADS = 3;

interface Labelled {
  readonly line: number;
  readonly label: string;
  /** Whether the label has text beside it. */
  readonly isTold: boolean;
  /** Whether there is a line right below it. */
  readonly isLong: boolean;
}

/**
 * Returns the labels of paragraphs that are stories, by line: three or more in a row, with no other paragraph between
 * them. Either they have a colon, and all further lines and paragraphs are indented below them, or they have a dash.
 *
 * ```text
 * GM:  The lab is open, and
 *      the ferry stops.
 *
 *      The crane comes.
 * ```
 */
export function labelLeads(lines: readonly string[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let row: Labelled[] = [];
  let form: RegExp | undefined;
  lines.forEach((line, i) => {
    if (isBlank(line) || !isBlank(lines[i - 1])) return;
    if (form === HANGING && isIndented(line) && areIndented(lines, i)) return;
    const own = formOf(lines, i);
    if (own !== form) {
      for (const { line: at, label } of storiesOf(row, form)) found.set(at, label);
      row = [];
      form = own;
    }
    const [, label, text] = own?.exec(line) ?? [];
    if (label !== undefined)
      row.push({ line: i, label, isTold: text !== undefined, isLong: !isBlank(lines[i + 1]) });
  });
  for (const { line, label } of storiesOf(row, form)) found.set(line, label);
  return found;
}

/** The form of the label that a paragraph begins with. */
function formOf(lines: readonly string[], from: number): RegExp | undefined {
  const line = lines[from] ?? '';
  const form = [HANGING, DASHED].find((one) => one.test(line));
  const label = form?.exec(line)?.[1]?.replace(':', '');
  if (label === undefined || !namesStory(label)) return undefined;
  return form === DASHED || areIndented(lines, from + 1) ? form : undefined;
}

function storiesOf(row: readonly Labelled[], form: RegExp | undefined): readonly Labelled[] {
  const isMost = (is: (one: Labelled) => boolean) => row.filter(is).length * 2 > row.length;
  const areLabels =
    row.length >= MIN_LEADS &&
    // A label that recurs is that of a speaker.
    new Set(row.map(({ label }) => foldTitle(label))).size === row.length &&
    (form === DASHED || (isMost(({ isTold }) => isTold) && isMost(({ isLong }) => isLong)));
  return areLabels ? row : [];
}

function isIndented(line: string): boolean {
  return /^(?: {2}|\t)/.test(line);
}

/** Whether the lines of a paragraph from one on are all indented. */
function areIndented(lines: readonly string[], from: number): boolean {
  let at = from;
  while (!isBlank(lines[at]) && isIndented(lines[at] ?? '')) at++;
  return isBlank(lines[at]);
}
