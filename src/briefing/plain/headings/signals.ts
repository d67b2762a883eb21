import type { ItemLine } from '../../text/bullets/listMarks.ts';
import { alikeHeads } from './alikeHeads.ts';
import { areInCapitals, type Form, formOf } from './lineForm.ts';
import { hangingLines } from '../hangingLines.ts';
import { withoutAddress } from './linkedHeads.ts';
import { LinePlaces } from './linePlaces.ts';
import { type TitleLine, titleLineOf } from '../masthead.ts';
import {
  bulletinHeads,
  countedHeads,
  numberedHeads,
  starredHeads,
  subtitledHeads,
  timedHeads,
} from './markedHeads.ts';
import {
  colonHeads,
  drawnHeads,
  figureHeads,
  leadingLines,
  smallHeads,
  linesWithSameLabel,
  tableLines,
} from './repeatedForms.ts';
import { recordHeads } from './recordHeads.ts';
import { mailedHeadlines, outdentedHeads, partingRules, ruledHeads, underlinedHeads } from './ruledHeads.ts';
import { mailHeads } from '../mail/mailHeads.ts';
import { namesPart } from '../../text/partLabels.ts';
import { addCount } from '../../../base/collections/counts.ts';

const LINE_LENGTH = 240;

/** The properties of a text by which headings are recognized, computed once. */
export interface Signals {
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
  /**
   * Whether at least two headings are underlined, or others have a time, begin further to the left or are the subjects
   * of mails: bare lines are not headings then.
   */
  readonly areMarked: boolean;
  readonly capitals: number;
}

/** The known names that are also names of a story's parts, on three lines or more: `Links:` below each story. */
function recurringParts(forms: readonly (Form | undefined)[], places: LinePlaces): ReadonlySet<string> {
  const counts = new Map<string, number>();
  forms.forEach((form, i) => {
    const words = places.words(i);
    if (form === 'named' && !places.isItem(i + 1) && namesPart(words.replace(/[:：]$/, '')))
      addCount(counts, words);
  });
  return new Set([...counts].filter(([, count]) => count > 2).map(([words]) => words));
}

/** The form of a line with an address at its end, if it is a strong mark: `FERRY STOPS [https://a.example]`. */
function formOfLinked(line: string, inCapitals: boolean): Form | undefined {
  const words = withoutAddress(line);
  const form = formOf(words, inCapitals);
  return form === 'capitals' || form === 'bold' || (form === 'bare' && words === words.toUpperCase())
    ? form
    : undefined;
}

export function readSignals(
  lines: readonly string[],
  items: readonly (ItemLine | undefined)[],
  titled: boolean,
  onlyMarked: boolean,
): Signals {
  const places = new LinePlaces(lines, items);
  const title = titled ? undefined : titleLineOf(lines);
  const top = title?.end ?? 0;
  const hanging = hangingLines(lines, items);
  // Several lines with an address, right below each other, are the entries of a list.
  const isLinked = (i: number) => withoutAddress(places.words(i)) !== places.words(i);
  const mayLink = (i: number) => isLinked(i) && !isLinked(places.above(i)) && !isLinked(places.below(i));
  const formsOf = (inCapitals: boolean) =>
    lines.map((line, i) =>
      places.isEmpty(i) || places.isItem(i) || hanging.has(i) || line.length > LINE_LENGTH
        ? undefined
        : (formOf(places.words(i), inCapitals) ??
          (mayLink(i) ? formOfLinked(places.words(i), inCapitals) : undefined)),
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
  const subtitled = subtitledHeads(lines, items);
  const bulletins = bulletinHeads(lines);
  // Right below the name of a bulletin's part is when that was written: `ISSUED AT 9 AM TUE MAR 3 2026`.
  const runs = new Set([...tableLines(forms, places, top), ...[...bulletins].map((i) => i + 1)]);
  return {
    title,
    top,
    places,
    forms,
    repeated: new Set([
      ...numberedHeads(lines, items),
      ...countedHeads(lines),
      ...subtitled,
      ...starredHeads(lines, items),
      ...bulletins,
      ...underlined,
      ...mailedHeadlines(lines),
      ...ruled,
      ...outdented,
      ...timed,
      ...colonHeads(forms, places, top),
      ...figureHeads(forms, places, top),
      ...drawnHeads(forms, places),
      ...alikeHeads(forms, places),
      ...(onlyMarked
        ? []
        : [
            ...leadingLines(forms, places),
            ...recordHeads(items, places, lines.length),
            ...smallHeads(places, lines.length),
          ]),
    ]),
    runs,
    // The line right below the heading after a rule is its byline, and that below a numbered one its subtitle.
    inRows: new Set([
      ...runs,
      ...linesWithSameLabel(forms, places),
      ...[...ruled, ...subtitled].map((i) => i + 1),
    ]),
    areMarked:
      timed.size > 0 ||
      outdented.size > 0 ||
      [...underlined].filter((i) => i >= top).length > 1 ||
      mailHeads(lines).length > 0,
    capitals: forms.filter((form) => form === 'capitals').length,
  };
}
