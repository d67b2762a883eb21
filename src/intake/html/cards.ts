import type { Part } from '../../briefing/write/composeMarkdown.ts';
import type { Element } from './elements.ts';
import { inOneLine } from './inOneLine.ts';
import { textOfRuns } from './runList.ts';

/** The parts of an element: `from` up to, but without, `to`. */
export interface Box {
  readonly from: number;
  readonly to: number;
}

/** The elements of a page that may be cards, by what those of a kind have in common. */
export type Boxes = ReadonlyMap<string, readonly Box[]>;

/** Minimum number of cards of a kind. */
const MIN_CARDS = 3;
const MAX_PARTS = 10;
/** The length of a card’s text, in UTF-16 units: figures are shorter, and chapters longer. */
const MIN_LENGTH = 60;
const MAX_LENGTH = 2000;
const MAX_TITLE_LENGTH = 200;
const SENTENCE_END = /[.,;:…。，；：!！?？]["'”’»)]?$/u;

/** What an element has in common with others of its kind; undefined if it cannot be told from any. */
export function kindOfBox({ name, attributes }: Element): string | undefined {
  const classes = attributes['class']?.slice(0, 400).trim() ?? '';
  return classes === '' && name !== 'article' ? undefined : `${name} ${classes}`;
}

/**
 * Makes items of a page’s cards: three or more elements of a kind, most of which begin with a short line and go on, and
 * which have no headings and no headlines in bold. Of elements in one another, those are cards that there are most of;
 * one that holds several of a kind is none.
 * `<div class="card"><div>Ferry stops</div><p>It stops at nine.</p></div>`
 */
export function withCards(parts: readonly Part[], boxes: Boxes): readonly Part[] {
  const kinds = [...boxes.values()];
  const holdsTwo = pairsIn(kinds, parts.length);
  const ends = new Map<number, number>();
  const taken = new Set<number>();
  for (const cards of kinds.map((kind) => cardsIn(parts, kind, holdsTwo)).sort(byCount))
    for (const { from, to } of cards) {
      const places = Array.from({ length: to - from }, (_, i) => from + i);
      if (places.some((at) => taken.has(at))) continue;
      for (const at of places) taken.add(at);
      ends.set(from, to);
    }
  return ends.size === 0 ? parts : withLists(parts, ends);
}

/** Makes a list of the cards in a row. `ends`: where each card ends, by where it begins. */
function withLists(parts: readonly Part[], ends: ReadonlyMap<number, number>): readonly Part[] {
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
    items.push(parts.slice(at, end));
    below = end;
  });
  return written;
}

/** The kind with most cards comes first; of as many, the one with larger cards, which are around the others. */
function byCount(one: readonly Box[], other: readonly Box[]): number {
  const sizeOf = (boxes: readonly Box[]) => boxes.reduce((sum, { from, to }) => sum + to - from, 0);
  return other.length - one.length || sizeOf(other) - sizeOf(one);
}

/** The elements of a kind if most are cards; without those that have headings, lists or the like. */
function cardsIn(
  parts: readonly Part[],
  boxes: readonly Box[],
  holdsTwo: (box: Box) => boolean,
): readonly Box[] {
  const plain = boxes.filter((box) => !holdsTwo(box) && hasParagraphs(parts, box));
  const cards = plain.filter(({ from, to }) => isCard(parts.slice(from, to)));
  return cards.length >= MIN_CARDS && cards.length * 3 >= boxes.length * 2 ? plain : [];
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

function hasParagraphs(all: readonly Part[], { from, to }: Box): boolean {
  if (to - from > MAX_PARTS) return false;
  const parts = all.slice(from, to);
  return !parts.some((part, i) => /heading|list|rule|table/.test(part.kind) || (i > 0 && isBold(part)));
}

/** Whether the first of some parts is a short line, and the others are neither figures nor a chapter. */
function isCard(parts: readonly Part[]): boolean {
  const [first] = parts;
  if (first?.kind !== 'paragraph' || parts.length < 2) return false;
  const title = textOfRuns(first.runs.slice(0, MAX_TITLE_LENGTH)).trim();
  const length = inOneLine(parts).reduce((sum, { text }) => sum + text.length, 0);
  return (
    title.length <= MAX_TITLE_LENGTH &&
    /[\p{L}\p{N}]/u.test(title) &&
    !SENTENCE_END.test(title) &&
    length >= MIN_LENGTH &&
    length <= MAX_LENGTH
  );
}

/** Whether a part is a headline in bold. */
function isBold(part: Part): boolean {
  return (
    part.kind === 'paragraph' &&
    part.runs.every(({ text, isStrong }) => isStrong === true || text.trim() === '')
  );
}
