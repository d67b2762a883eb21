import { EMOJI } from '../../base/emoji.ts';
import type { Briefing, Position, Section } from '../model.ts';

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

/** How long is left to read of a briefing where a part of it begins, and where that ends: in whole seconds. */
export type TimeLeft = readonly [from: number, to: number];

/**
 * What is left at each section and takeaway, by their ids; '' is the briefing itself. The one measure of its time: the
 * same place has the same time left, however it is shown. A list of sources is looked up in, not read.
 */
export function timesLeft({ text, sections }: Pick<Briefing, 'text' | 'sections'>): Map<string, TimeLeft> {
  const offsetOf = offsetsIn(text);
  const parts: (readonly [id: string, from: number, to: number])[] = [];
  let place = 0;
  let seconds = 0;
  const goTo = (next: number, isRead: boolean): number => {
    // Front matter is where a text begins, and not where a part of it does.
    if (isRead && next > place) seconds += secondsOf(`${place === 0 ? '' : '\n'}${text.slice(place, next)}`);
    place = Math.max(place, next);
    return seconds;
  };
  const visit = (inner: readonly Section[], isRead: boolean): void => {
    for (const { id, kind, range, takeaways, sections: nested } of inner) {
      const from = goTo(offsetOf(range.start), isRead);
      const isOwnRead = isRead && kind !== 'references';
      for (const takeaway of takeaways) {
        const begun = goTo(offsetOf(takeaway.range.start), isOwnRead);
        parts.push([takeaway.id, begun, goTo(offsetOf(takeaway.range.end), isOwnRead)]);
      }
      visit(nested, isOwnRead);
      parts.push([id, from, goTo(offsetOf(range.end), isOwnRead)]);
    }
  };
  visit(sections, true);
  parts.push(['', 0, goTo(text.length, true)]);
  const left = (before: number) => Math.round(seconds - before);
  return new Map(parts.map(([id, from, to]) => [id, [left(from), left(to)]]));
}

/** From a line and column to a place in the text. */
function offsetsIn(text: string): (position: Position) => number {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ 0: end, index }) => index + end.length)];
  return ({ line, character }) => Math.min(text.length, (starts[line] ?? text.length) + character);
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
