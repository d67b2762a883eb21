import { sumOf } from '../../base/sumOf.ts';
import { plainText } from '../grammar/tokens.ts';
import { isColophon, isColophonItem } from '../text/colophon.ts';
import { secondsOf } from '../text/readingTime.ts';
import { isRest, REST } from '../blocks/density.ts';
import { type Block, blockText, nodesIn } from '../blocks/document.ts';
import { isList, isParagraph, isRule, isTable } from '../blocks/kinds.ts';
import { isSourceParagraph } from '../items/sourceLines.ts';
import { endsSentence } from '../text/sentences.ts';

/** Running text that is read in one go. */
export interface Passage {
  readonly pieces: readonly Piece[];
  /** A line for each paragraph. */
  readonly text: string;
  /** The paragraphs below a divided text that only give its source; none for the last part, which holds them. */
  readonly sources: readonly Block[];
}

/** A block, or an item of a list that was divided; `of` is then that list. */
export interface Piece extends Block {
  readonly of?: Block;
}

/** About 400 words of English. In seconds. */
export const MAX_PASSAGE_SECONDS = (400 / 238) * 60;

/** Returns the words of blocks, one line per paragraph; '' if they have none. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .flatMap(({ tokens }) => tokens)
    .filter(({ type }) => HOLDS_WORDS.has(type))
    .map((token) => plainText([token]))
    .filter((line) => line !== '')
    .join('\n');
}

const HOLDS_WORDS = new Set(['inline', 'fence', 'code_block', REST]);

/** A shorter text is read within `MAX_PASSAGE_SECONDS` in any language. In UTF-16 units. */
const SHORT = 600;

/** Divides blocks into passages: at rules between stories, and where a text would take too long to read. */
export function passagesOf(blocks: readonly Block[]): readonly Passage[] {
  return betweenRules(blocks).flatMap(inGoodTime);
}

/** Returns the texts between rules; all as one, unless there are at least three, each of which is told in sentences. */
function betweenRules(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const texts: Block[][] = [[]];
  for (const block of blocks) {
    if (isRule(block)) texts.push([]);
    else texts.at(-1)?.push(block);
  }
  const told = texts.filter((text) => text.length > 0);
  return told.length > 2 && told.every(isTold) ? told : [blocks];
}

function isTold(blocks: readonly Block[]): boolean {
  const words = textOfBlocks(blocks);
  return words.length >= TOLD && SENTENCE.test(words);
}

/** Minimum length of a text between rules that is a passage of its own. In UTF-16 units. */
const TOLD = 100;
const SENTENCE = /\p{L}["'”’»)]?[.!?…](?:\s|$)|[。！？]/u;

/** Returns blocks as one passage, or as several of about the same reading time if it would take too long to read. */
function inGoodTime(blocks: readonly Block[]): readonly Passage[] {
  const words = textOfBlocks(blocks);
  if (words === '') return [];
  const whole = [{ pieces: blocks, text: words, sources: [] }];
  if (words.length < SHORT) return whole;
  const pieces = blocks
    .flatMap(divided)
    .map((piece) => ({ piece, seconds: secondsOf(textOfBlocks([piece])) }));
  const all = sumOf(pieces, ({ seconds }) => seconds);
  if (all <= MAX_PASSAGE_SECONDS) return whole;
  const share = all / Math.ceil(all / MAX_PASSAGE_SECONDS);
  const parts: Piece[][] = [[]];
  let read = 0;
  for (const { piece, seconds } of pieces) {
    // A block whose middle is after the end of a part begins the next part.
    if (read > 0 && read + seconds / 2 > share * parts.length) parts.push(introOf(piece, parts.at(-1)));
    parts.at(-1)?.push(piece);
    read += seconds;
  }
  // A last part that only says how the text was made is joined to the one before.
  const [before, last] = parts.slice(-2);
  if (before && last && areColophon(last.filter((piece) => textOfBlocks([piece]) !== '')))
    parts.splice(-2, 2, [...before, ...last]);
  const sources = blocks.slice(blocks.findLastIndex((block) => !isSourceParagraph(block)) + 1);
  return parts
    .map((part, i) => ({
      pieces: part,
      text: textOfBlocks(part),
      sources: i < parts.length - 1 ? sources : [],
    }))
    .filter(({ text }) => text !== '');
}

/** Takes the line that introduces a list from the end of the part above. */
function introOf(piece: Piece, above: Piece[] = []): Piece[] {
  const last = above.at(-1);
  return above.length > 1 && last && introduces(last, piece) ? above.splice(-1) : [];
}

/** Divides a list that takes too long to read into lists of one item each. */
function divided(block: Block): readonly Piece[] {
  const [open, close] = [block.tokens[0], block.tokens.at(-1)];
  if (!open || !close || !isList(block) || secondsOf(textOfBlocks([block])) <= MAX_PASSAGE_SECONDS)
    return [block];
  return nodesIn(block).map((item) => {
    const [from, to] = item[0]?.map ?? [block.from, block.to];
    return { tokens: [open, ...item, close], from, to, of: block };
  });
}

/** Maximum length of a lead-in with a colon, and without one; a longer line has content. In UTF-16 units. */
const LEAD_IN = 240;
const LABEL = 80;

/**
 * Whether a block only introduces the items below it: it ends in a colon, or is a short line that does not end a
 * sentence.
 */
export function introduces(block: Block, below: Block | undefined): boolean {
  if (!below || !(isList(below) || isTable(below)) || !isParagraph(block) || isRest(block)) return false;
  const text = blockText(block);
  if (text === '' || text.length > LEAD_IN) return false;
  return /[:：]$/.test(text) || (text.length <= LABEL && !endsSentence(text));
}

/** About 40 words of English. In seconds. */
const MOMENT = 10;

/** Maximum number of lines about how a text was made; with more, they are news, or a list of it. */
const FEW = 8;

const SAY = new Set(['paragraph_open', 'blockquote_open', 'bullet_list_open', 'ordered_list_open']);

/** Whether blocks are only a short remark on how a text was made: `Generated 08:00 UTC · 12 sources`. */
export function areColophon(blocks: readonly Block[]): boolean {
  if (!blocks.every(({ tokens }) => SAY.has(tokens[0]?.type ?? ''))) return false;
  const words = textOfBlocks(blocks);
  if (words === '' || words.length > SHORT || secondsOf(words) > MOMENT) return false;
  const lines = words.split('\n');
  const items = blocks.filter(isList).flatMap((list) => textOfBlocks([list]).split('\n'));
  return lines.length <= FEW && lines.every(isColophon) && items.every(isColophonItem);
}
