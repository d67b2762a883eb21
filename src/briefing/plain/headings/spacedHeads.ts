import { isBlank, isSeparator } from '../../text/sourceText.ts';
import { isAddressBelow, withoutAddress } from './linkedHeads.ts';
import type { Items } from './markedHeads.ts';

/** Maximum number of lines of a heading that a program has wrapped, and of its characters. */
const MAX_LINES = 3;
const MAX_LENGTH = 200;
/** Minimum length of a wrapped line: its author has ended a shorter one. */
const WRAPPED_LENGTH = 50;
const MIN_HEADS = 3;
/** Maximum number of blank lines: authors sometimes leave more, programs never do. */
const GAP = 2;
/** Words that are not a heading: an address, a rule, or the end of a sentence. */
const NO_HEAD = /^[[(<]?\w+:\/\/\S+$|^\P{L}*\p{Ll}|[.,;!…。！]["'”’»)]?$/u;

/** A paragraph below blank lines. */
interface Paragraph {
  readonly from: number;
  readonly to: number;
  /** The number of blank lines above it. */
  readonly gap: number;
  readonly words: string;
}

/**
 * Returns the headings of a text that a program has made from a page: they have two blank lines above them, and all
 * other paragraphs have one. A long heading continues over several lines.
 */
export function spacedHeads(lines: readonly string[], items: Items): readonly Paragraph[] {
  const paragraphs = paragraphsOf(lines);
  const spaced = paragraphs.filter(({ gap }) => gap > 1);
  const couldHead = ({ from, to, words }: Paragraph) =>
    to - from <= MAX_LINES &&
    words.length <= MAX_LENGTH &&
    lines
      .slice(from, to - 1)
      .every((line) => line.length >= WRAPPED_LENGTH || isAddressBelow(lines[to - 1])) &&
    items[from] === undefined &&
    !/^\s/.test(lines[from] ?? '') &&
    !isSeparator(lines[from]) &&
    !isSeparator(lines[to - 1]) &&
    !NO_HEAD.test(withoutAddress(words));
  const heads = spaced.filter(couldHead);
  const areHeads =
    heads.length >= MIN_HEADS &&
    heads.length * 10 >= spaced.length * 9 &&
    paragraphs.every(({ gap }) => gap <= GAP) &&
    paragraphs.length >= 2 * spaced.length;
  if (!areHeads) return [];
  const [first] = paragraphs;
  return first && couldHead(first) ? [first, ...heads] : heads;
}

function paragraphsOf(lines: readonly string[]): readonly Paragraph[] {
  const found: Paragraph[] = [];
  let gap = 0;
  for (let from = 0; from < lines.length; from++) {
    if (isBlank(lines[from])) {
      gap++;
      continue;
    }
    let to = from;
    while (to < lines.length && !isBlank(lines[to])) to++;
    const text = lines.slice(from, Math.min(to, from + MAX_LINES + 1)).map((line) => line.trim());
    found.push({ from, to, gap: found.length === 0 ? 0 : gap, words: text.join(' ') });
    from = to - 1;
    gap = 0;
  }
  return found;
}
