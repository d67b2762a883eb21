import type { Part } from '../../briefing/write/composeMarkdown.ts';
import { isDateAlone } from '../../briefing/text/dates/date.ts';
import { areInBold, inOneLine } from './inOneLine.ts';
import type { Box, PageFacts } from './pageFacts.ts';
import { textOfRuns } from './runList.ts';

/** Minimum number of cards of a kind. */
const MIN_CARDS = 3;
const MAX_PARTS = 10;
/** The length of a card’s text, in UTF-16 units: figures are shorter, and chapters longer. */
const MIN_LENGTH = 60;
const MAX_LENGTH = 2000;
const MAX_TITLE_LENGTH = 200;
/** Who wrote it and when: `@ann · 3 March`. */
const BYLINE = /[@·|•]|\d{4}/;
const SENTENCE_END = /[.,;:…。，；：!！?？]["'”’»)]?$/u;

/**
 * Makes items of a page’s cards: three or more elements of a kind, most of which begin with a short line and go on, and
 * none of which has headings. Of elements in one another, those are cards that there are most of; one that holds
 * several of a kind is none. `clean`: what is left of the parts of a card.
 * `<div class="card"><div>Ferry stops</div><p>It stops at nine.</p></div>`
 */
export function withCards(
  parts: readonly Part[],
  { boxes, titles }: Pick<PageFacts, 'boxes' | 'titles'>,
  clean: (inside: readonly Part[]) => readonly Part[],
): readonly Part[] {
  const kinds = [...boxes.values()];
  const holdsTwo = pairsIn(kinds, parts.length);
  const mayBeCard = (box: Box) => !holdsTwo(box) && !titles.has(parts[box.from]);
  const ends = new Map<number, number>();
  const taken = new Set<number>();
  for (const cards of kinds.map((kind) => cardsIn(parts, kind.filter(mayBeCard))).sort(byCount))
    for (const { from, to } of cards) {
      const places = Array.from({ length: to - from }, (_, i) => from + i);
      if (places.some((at) => taken.has(at))) continue;
      for (const at of places) taken.add(at);
      ends.set(from, to);
    }
  return ends.size === 0 ? parts : withLists(parts, ends, clean);
}

/** Makes a list of the cards in a row. `ends`: where each card ends, by where it begins. */
function withLists(
  parts: readonly Part[],
  ends: ReadonlyMap<number, number>,
  clean: (inside: readonly Part[]) => readonly Part[],
): readonly Part[] {
  const written: Part[] = [];
  let items: (readonly Part[])[] | undefined;
  let below = 0;
  parts.forEach((part, at) => {
    if (at < below) return;
    const end = ends.get(at);
    if (end === undefined) {
      items = undefined;
      written.push(part);
      return;
    }
    if (!items) {
      items = [];
      written.push({ kind: 'list', items, start: undefined });
    }
    items.push(clean(parts.slice(at, end)));
    below = end;
  });
  return written;
}

/** The kind with most cards comes first; of as many, the one with larger cards, which are around the others. */
function byCount(one: readonly Box[], other: readonly Box[]): number {
  const sizeOf = (boxes: readonly Box[]) => boxes.reduce((sum, { from, to }) => sum + to - from, 0);
  return other.length - one.length || sizeOf(other) - sizeOf(one);
}

/** The elements of a kind if most are cards, and none is a chapter. */
function cardsIn(parts: readonly Part[], boxes: readonly Box[]): readonly Box[] {
  const areSmall = boxes.every(
    ({ from, to }) => to - from <= MAX_PARTS && !parts.slice(from, to).some(heads),
  );
  const cards = areSmall ? boxes.filter(({ from, to }) => isCard(parts.slice(from, to))) : [];
  return cards.length >= MIN_CARDS && cards.length * 3 >= boxes.length * 2 ? boxes : [];
}

function heads({ kind }: Part): boolean {
  return kind === 'heading' || kind === 'rule' || kind === 'table';
}

/** Returns whether a box holds two others of one kind, one after the other. */
function pairsIn(kinds: readonly (readonly Box[])[], length: number): (box: Box) => boolean {
  /** Where the first pair ends that begins at a part or after it. */
  const ends = Array.from({ length }, () => Infinity);
  for (const boxes of kinds)
    boxes.forEach(({ from, to }, i) => {
      const next = boxes[i + 1];
      if (next && next.from >= to) ends[from] = Math.min(ends[from] ?? Infinity, next.to);
    });
  for (let at = length - 2; at >= 0; at--)
    ends[at] = Math.min(ends[at] ?? Infinity, ends[at + 1] ?? Infinity);
  return ({ from, to }) => (ends[from] ?? Infinity) <= to;
}

/** Whether the first of some parts is a short line, and the others are neither figures nor a list or a headline. */
function isCard(parts: readonly Part[]): boolean {
  const [first, second] = parts;
  if (!second || parts.slice(1).some((part) => part.kind === 'list' || isBold(part))) return false;
  const length = inOneLine(parts).reduce((sum, { text }) => sum + text.length, 0);
  const isKicker =
    parts.length > 2 &&
    isTitle(second) &&
    !BYLINE.test(wordsOf(second)) &&
    lengthOf(first) < lengthOf(second);
  return isTitle(first) && !isKicker && length >= MIN_LENGTH && length <= MAX_LENGTH;
}

/** Whether a part is a line that may be a title: not a number, a date or a sentence. */
function isTitle(part: Part | undefined): boolean {
  const title = wordsOf(part);
  return (
    title.length <= MAX_TITLE_LENGTH &&
    /\p{L}/u.test(title) &&
    !SENTENCE_END.test(title) &&
    !isDateAlone(title)
  );
}

function wordsOf(part: Part | undefined): string {
  return part?.kind === 'paragraph' ? textOfRuns(part.runs.slice(0, MAX_TITLE_LENGTH)).trim() : '';
}

function lengthOf(part: Part | undefined): number {
  return wordsOf(part).length;
}

/** Whether a part is a headline in bold. */
function isBold(part: Part): boolean {
  return part.kind === 'paragraph' && areInBold(part.runs);
}
