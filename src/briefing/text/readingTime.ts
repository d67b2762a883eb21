import { hasWord } from '../../base/hasWord.ts';
import { sumOf } from '../../base/sumOf.ts';
import { EMOJI } from '../../base/emoji.ts';
import { HAN_OR_KANA } from './scripts.ts';

/**
 * Silent reading of English non-fiction, from 190 studies: M. Brysbaert, How many words do we read per minute?, 2019.
 */
const WORDS_A_MINUTE = 238;
/**
 * In reading aloud, it is 255 Chinese characters and 357 Japanese ones (S. Trauzettel-Klosinski and K. Dietz, IReST,
 * 2012); silent reading is 1.3 times as fast (Brysbaert: 238 words to 183). This value is between the two.
 */
const CHARACTERS_A_MINUTE = 400;

/** Text that is not read, in the order in which it is removed: markup of Markdown and HTML, addresses, citations. */
const UNREAD: readonly RegExp[] = [
  /^\ufeff?(---|\+\+\+)[ \t]*\r?\n[^]*?\n\1[ \t]*(?:\r?\n|$)/,
  /<!--(?:(?!<!--)[^]){0,4000}?-->/g,
  /\{%(?:(?!\{%)[^]){0,4000}?%\}|\{\{(?:(?!\{\{)[^]){0,4000}?\}\}/g,
  /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*(?:<[^>\n]*>|[a-z]+:\S*)[^\n]*$/gim,
  /(?:https?:\/\/|mailto:|www\.)[^\s<>]+/gi,
  /(?<=\])\([^()\s]{0,2000}\)/g,
  /<\/?[a-z][^<>]{0,4000}>/gi,
  /\[(?:\d{1,3}|\^[^\]\s]{1,40})\]/g,
  // The number of an item.
  /^[ \t>]*\d{1,3}[.)](?=\s)/gm,
];
const EMOJIS = new RegExp(EMOJI, 'gu');
/** Han and kana, counted by character, because no space separates words. Korean has spaces, and is counted by words. */
const CHARACTER = new RegExp(String.raw`(?=\p{L})[${HAN_OR_KANA}]`, 'gu');
/** The characters that separate words. A word has a letter or a digit in it: `don’t`, `1,200`, `well-known`. */
const BETWEEN_WORDS = /[\s\u200b—–]+/;

/** The seconds that are left to read of a briefing where an item begins, and where it ends. Whole numbers. */
export type TimeLeft = readonly [from: number, to: number];

/**
 * Returns the time left at each item, by its id, in reading order; '' is the briefing itself. This is the only measure
 * of reading time, so that the same place has the same time left wherever it is shown.
 */
export function timesLeft(items: readonly Timed[]): Map<string, TimeLeft> {
  const timed = items.map(({ id, label = '', text }) => ({ id, seconds: secondsOf(`${label}\n${text}`) }));
  const all = sumOf(timed, ({ seconds }) => seconds);
  const times = new Map<string, TimeLeft>([['', [Math.round(all), 0]]]);
  // Summed up in the same order as `all`, so that exactly nothing is left at the end.
  let read = 0;
  for (const { id, seconds } of timed) {
    const from = Math.round(all - read);
    read += seconds;
    times.set(id, [from, Math.round(all - read)]);
  }
  return times;
}

/** The parts of an item that its reading time depends on. */
interface Timed {
  readonly id: string;
  readonly label?: string;
  readonly text: string;
}

/** The time to read a text: plain text, or Markdown with its marks. */
export function secondsOf(text: string): number {
  const plain = UNREAD.reduce((words, form) => words.replace(form, ' '), text).replace(EMOJIS, ' ');
  let characters = 0;
  const words = plain.replace(CHARACTER, () => {
    characters++;
    return ' ';
  });
  const count = words.split(BETWEEN_WORDS).filter(hasWord).length;
  return (count / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE) * 60;
}
