import type { Part } from '../../briefing/write/composeMarkdown.ts';
import { countsOf } from '../../base/collections/counts.ts';
import { isMostlyDate } from '../../briefing/text/dates/date.ts';
import type { Run } from '../../briefing/write/writeRuns.ts';
import { areInBold, areLinked, inOneLine, withBold } from './inOneLine.ts';
import type { Box, PageFacts } from './pageFacts.ts';
import { PartList } from './partList.ts';
import { textOfRuns } from './runList.ts';
import { CARD_NAME } from './siblings.ts';

/** An element that is a card, with the place of its title. */
interface Card extends Box {
  readonly title: number;
}

/** Minimum number of cards of a kind; two are enough if they are called so. */
const MIN_CARDS = 3;
const MAX_PARTS = 10;
/** The length of a card’s text, in UTF-16 units: figures are shorter, and chapters longer. */
const MIN_LENGTH = 60;
const MAX_LENGTH = 2000;
const MAX_TITLE_LENGTH = 200;
/** Bold words of a title that are longer are all of it. */
const MIN_HEADLINE_LENGTH = 20;
/** Who wrote it and when: `@ann · 3 March`. */
const BYLINE = /[@·|•]|\d{4}/;
const SENTENCE_END = /[.,;:…。，；：!！?？]["'”’»)]?$/u;

/**
 * Makes items of a page’s cards: three or more elements of a kind, most of which begin with a short line and go on, and
 * none of which has headings. Of elements in one another, those are cards that there are most of. Lines of a kind that
 * are all right above cards are headings. `clean`: what is left of the parts of a card.
 * `<div class="card"><div>Ferry stops</div><p>It stops at nine.</p></div>`
 */
export function withCards(
  parts: readonly Part[],
  { boxes, titles }: Pick<PageFacts, 'boxes' | 'titles'>,
  clean: (inside: readonly Part[]) => readonly Part[],
): readonly Part[] {
  // Those inside others were added first.
  const named = [...boxes].reverse();
  const kinds = named.map(([, kind]) => kind.filter(({ from }) => !titles.has(parts[from])));
  const cardAt = parts.map((): Card | undefined => undefined);
  const cards = named
    .map(([name], i) => cardsIn(parts, kinds[i] ?? [], CARD_NAME.test(name) ? 2 : MIN_CARDS))
    .sort((one, other) => other.length - one.length);
  for (const card of cards.flat())
    if (!cardAt.slice(card.from, card.to).some(Boolean)) cardAt.fill(card, card.from, card.to);
  const heading = kinds.filter((kind) => headCards(parts, kind, cardAt)).flat();
  const heads = new Set(heading.map(({ from }) => from));
  const written = new PartList();
  let level = 1;
  parts.forEach((part, at) => {
    const card = cardAt[at];
    if (!card) {
      if (part.kind === 'heading') ({ level } = part);
      written.push(
        heads.has(at)
          ? { kind: 'heading', level: Math.min(level + 1, 6), runs: withBold(runsOf(part), false) }
          : part,
      );
    } else if (at === card.from) {
      const inside = parts.slice(at, card.to);
      const [title, ...others] = clean([...inside.splice(card.title, 1), ...inside]);
      // In bold, a title is whole, whatever marks are in it: `Ferries: one stops`. A headline in bold may have a byline.
      const [lead] = runsOf(title);
      const isHeadline = lead?.isStrong === true && lead.text.length > MIN_HEADLINE_LENGTH;
      const isWhole = card.title > 0 || (!isHeadline && isTitle(title));
      const whole = isWhole ? ({ kind: 'paragraph', runs: withBold(runsOf(title), true) } as const) : title;
      if (whole) written.addItems([[whole, ...others]]);
    }
  });
  return written.all;
}

/**
 * Whether the elements of a kind are short lines right above cards, one above several, and differ: the titles of sections.
 * If each is right below a heading, they are about that.
 */
function headCards(
  parts: readonly Part[],
  boxes: readonly Box[],
  cardAt: readonly (Card | undefined)[],
): boolean {
  const words = new Set(boxes.map(({ from }) => wordsOf(parts[from])));
  const isHead = ({ from, to }: Box) =>
    to - from === 1 && !cardAt[from] && cardAt[to]?.from === to && isTitle(parts[from], MIN_LENGTH);
  const areSeveral = ({ to }: Box) => cardAt[cardAt[to]?.to ?? -1] !== undefined;
  const isApart = ({ from }: Box) => parts[from - 1]?.kind !== 'heading';
  const differ = words.size > 1 && words.size === boxes.length;
  return differ && boxes.every(isHead) && boxes.some(areSeveral) && boxes.some(isApart);
}

/** The elements of a kind if most are cards, and none is a chapter. */
function cardsIn(parts: readonly Part[], boxes: readonly Box[], least: number): readonly Card[] {
  const isChapter = ({ from, to }: Box) =>
    to - from > MAX_PARTS || parts.slice(from, to).some(({ kind }) => /heading|rule|table/.test(kind));
  if (boxes.some(isChapter)) return [];
  const inside = boxes.map(({ from, to }) => parts.slice(from, to));
  const counts = countsOf(inside.map(([first]) => wordsOf(first)));
  const recurs = (words: string) => counts.get(words) !== 1;
  const below = new Set(inside.flatMap((some) => (hasKicker(some, recurs) ? [wordsOf(some[1])] : [])));
  // A line that recurs may also be a name, or the title of a story that is there twice.
  const areKickers = below.size * 2 >= boxes.length;
  const isKicker = (words: string, next: string) => areKickers && (recurs(words) || isShorter(words, next));
  const titled = boxes.map((box, i) => ({ ...box, title: Number(hasKicker(inside[i], isKicker, true)) }));
  const { length } = titled.filter(({ from, to, title }) => isCard(parts.slice(from + title, to)));
  return length >= least && length * 3 >= boxes.length * 2 ? titled : [];
}

/**
 * Whether the first line may be a kicker above the second: `Ports` / `Ferry stops`. `mayAsk`: the second may also be a
 * question.
 */
function hasKicker(
  [first, second, third]: readonly Part[] = [],
  isKicker: (words: string, below: string) => boolean,
  mayAsk = false,
): boolean {
  const runs = runsOf(second);
  const words = wordsOf(second);
  const isLine = isTitle(second) || (mayAsk && words.length <= MAX_TITLE_LENGTH && /[?？]$/.test(words));
  const isHeadline = isLine && (areLinked(runs) || !BYLINE.test(words));
  return third !== undefined && isHeadline && isKicker(wordsOf(first), wordsOf(second));
}

function isShorter(words: string, below: string): boolean {
  return words.length < below.length;
}

/** Whether the first of some parts is a short line, and the others are neither figures nor a list or a headline. */
function isCard(parts: readonly Part[]): boolean {
  const [first, second] = parts;
  if (!second || parts.slice(1).some((part) => part.kind === 'list' || areInBold(runsOf(part)))) return false;
  const { length } = textOfRuns(inOneLine(parts));
  return isTitle(first) && !hasKicker(parts, isShorter) && length >= MIN_LENGTH && length <= MAX_LENGTH;
}

/** Whether a part is a line that may be a title: not a number, a date or a sentence. */
function isTitle(part: Part | undefined, most = MAX_TITLE_LENGTH): boolean {
  const title = wordsOf(part);
  return (
    title.length <= most &&
    /\p{L}/u.test(title) &&
    (!SENTENCE_END.test(title) || areLinked(runsOf(part))) &&
    !isMostlyDate(title)
  );
}

function wordsOf(part: Part | undefined): string {
  return textOfRuns(runsOf(part).slice(0, MAX_TITLE_LENGTH)).trim();
}

/** The text of a paragraph. */
function runsOf(part: Part | undefined): readonly Run[] {
  return part?.kind === 'paragraph' ? part.runs : [];
}
