import { plainText } from '../grammar/tokens.ts';
import { isColophon, isColophonItem } from '../text/colophon.ts';
import { secondsOf } from '../text/readingTime.ts';
import { isRest, REST } from '../blocks/density.ts';
import { type Block, blockText, topLevelNodes } from '../blocks/document.ts';
import { isTable } from '../items/tableRows.ts';
import { isList } from '../items/takeaways.ts';

/** Running text that is read in one go. */
export interface Passage {
  readonly pieces: readonly Piece[];
  /** A line for each paragraph. */
  readonly text: string;
}

/** A block, or an item of a list that was divided: then that list itself is what it is a part of. */
export interface Piece extends Block {
  readonly of?: Block;
}

/** About 400 words of English. In seconds. */
export const LONGEST_PASSAGE = (400 / 238) * 60;

/** The words of blocks, a line for each of their paragraphs; '' where they have none. */
export function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap(({ tokens }) => tokens)
    .filter(({ type }) => HOLDS_WORDS.has(type))
    .map((token) => plainText([token]))
    .filter((line) => line !== '')
    .join('\n');
}

const HOLDS_WORDS = new Set(['inline', 'fence', 'code_block', REST]);

/** A text that is shorter takes no longer, in whatever language. In UTF-16 units. */
const SHORT = 600;

/** The passages that some blocks make: one, or parts of about the same length where it would take long to read. */
export function passagesOf(blocks: readonly Block[]): readonly Passage[] {
  const words = wordsOf(blocks);
  if (words === '') return [];
  if (words.length < SHORT) return [{ pieces: blocks, text: words }];
  const pieces = blocks.flatMap(divided).map((piece) => ({ piece, seconds: secondsOf(wordsOf([piece])) }));
  const all = pieces.reduce((sum, { seconds }) => sum + seconds, 0);
  if (all <= LONGEST_PASSAGE) return [{ pieces: blocks, text: words }];
  const share = all / Math.ceil(all / LONGEST_PASSAGE);
  const parts: Piece[][] = [[]];
  let read = 0;
  for (const { piece, seconds } of pieces) {
    // Where the middle of a block lies beyond a part's end, the next part begins with it.
    if (read > 0 && read + seconds / 2 > share * parts.length) parts.push([]);
    parts.at(-1)?.push(piece);
    read += seconds;
  }
  // What would take no time of its own is no part.
  const [before, last] = parts.slice(-2);
  if (before && last && sayHowMade(last.filter((piece) => wordsOf([piece]) !== '')))
    parts.splice(-2, 2, [...before, ...last]);
  return parts.map((part) => ({ pieces: part, text: wordsOf(part) })).filter(({ text }) => text !== '');
}

/** A list that would take long to read, as lists of an item each. */
function divided(block: Block): readonly Piece[] {
  const [open, close] = [block.tokens[0], block.tokens.at(-1)];
  if (!open || !close || !isList(block) || secondsOf(wordsOf([block])) <= LONGEST_PASSAGE) return [block];
  return topLevelNodes(block.tokens.slice(1, -1)).map((item) => {
    const [from, to] = item[0]?.map ?? [block.from, block.to];
    return { tokens: [open, ...item, close], from, to, of: block };
  });
}

/** A line that is longer says something itself. In UTF-16 units. */
const LEAD_IN = 240;
const LABEL = 80;

/** Whether a block only introduces the items below it: it ends in a colon, or is a short line that ends no sentence. */
export function introduces(block: Block, below: Block | undefined): boolean {
  if (
    !below ||
    !(isList(below) || isTable(below)) ||
    block.tokens[0]?.type !== 'paragraph_open' ||
    isRest(block)
  )
    return false;
  const text = blockText(block);
  if (text === '' || text.length > LEAD_IN) return false;
  return /[:：]$/.test(text) || (text.length <= LABEL && !/[.!?。！？…]["'”’»)]?$/u.test(text));
}

/** About 40 words of English. In seconds. */
const MOMENT = 10;

/** More lines are what is told, or a list of it. */
const FEW = 8;

const SAY = new Set(['paragraph_open', 'blockquote_open', 'bullet_list_open', 'ordered_list_open']);

/** Whether some blocks say in a moment how a text was made, and no more: `Generated 08:00 UTC · 12 sources`. */
export function sayHowMade(blocks: readonly Block[]): boolean {
  if (!blocks.every(({ tokens }) => SAY.has(tokens[0]?.type ?? ''))) return false;
  const words = wordsOf(blocks);
  if (words === '' || words.length > SHORT || secondsOf(words) > MOMENT) return false;
  const lines = words.split('\n');
  const items = blocks.filter(isList).flatMap((list) => wordsOf([list]).split('\n'));
  return lines.length <= FEW && lines.every(isColophon) && items.every(isColophonItem);
}
