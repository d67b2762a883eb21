import { EMOJI } from '../../base/emoji.ts';

/** Silent reading of English non-fiction, from 190 studies: M. Brysbaert, How many words do we read per minute?, 2019. */
const WORDS_A_MINUTE = 238;
/**
 * Read aloud, it is 255 Chinese characters and 357 Japanese ones (S. Trauzettel-Klosinski and K. Dietz, IReST, 2012);
 * silently, people are 1.3 times as fast (Brysbaert: 238 words to 183). This is what lies between the two.
 */
const CHARACTERS_A_MINUTE = 400;

/** Not words, in the order in which they are taken out: what Markdown and HTML are made of, addresses, citations. */
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
/** Han and kana: each is read, and no space parts their words. Korean has spaces, and goes by its words. */
const CHARACTER = /(?=\p{L})[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/gu;
/** What parts words; one has a letter or a digit in it: `don’t`, `1,200`, `well-known`. */
const BETWEEN_WORDS = /[\s\u200b—–]+/;
const IN_WORD = /[\p{L}\p{N}]/u;

/** How long is left to read of a briefing where an item of it begins, and where that ends: in whole seconds. */
export type TimeLeft = readonly [from: number, to: number];

/**
 * What is left at each item, by its id, in the order in which they are read; '' is the briefing itself. The one measure
 * of its time: the same place has the same time left, however it is shown.
 */
export function timesLeft(items: readonly Timed[]): Map<string, TimeLeft> {
  const timed = items.map(({ id, label = '', text }) => ({ id, seconds: secondsOf(`${label}\n${text}`) }));
  const all = timed.reduce((sum, { seconds }) => sum + seconds, 0);
  const times = new Map<string, TimeLeft>([['', [Math.round(all), 0]]]);
  // Summed up in the same way, so that nothing at all is left at the end.
  let read = 0;
  for (const { id, seconds } of timed) {
    const from = Math.round(all - read);
    read += seconds;
    times.set(id, [from, Math.round(all - read)]);
  }
  return times;
}

/** What is asked of an item to tell how long it takes. */
interface Timed {
  readonly id: string;
  readonly label?: string;
  readonly text: string;
}

/** How long a text takes to read: plain text, or Markdown with its marks. */
export function secondsOf(text: string): number {
  const plain = UNREAD.reduce((words, form) => words.replace(form, ' '), text).replace(EMOJIS, ' ');
  let characters = 0;
  const words = plain.replace(CHARACTER, () => {
    characters++;
    return ' ';
  });
  const count = words.split(BETWEEN_WORDS).filter((word) => IN_WORD.test(word)).length;
  return (count / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE) * 60;
}
