import { truncate } from '../../base/shorten.ts';
import { tidy } from '../../base/tidy.ts';
import { besideDay, isMostlyDate, isDateline } from './dates/date.ts';
import { unspacedLength } from './scripts.ts';

const SENTENCE_LENGTH = 80;

/** A longer line is a paragraph. In UTF-16 units. */
const TITLE_LENGTH = 160;

/**
 * Whether a line may be a title: it is short enough, and does not end a sentence or sum up the text: `Morning brief, 3
 * March`, and not `TL;DR: ferries stop`.
 */
export function isTitleLine(line: string): boolean {
  return (
    line.length <= TITLE_LENGTH &&
    !/[.,;:!?…。：！？]["'”’»)]?$/u.test(line) &&
    /^(?!TL;?DR).*\p{L}/u.test(line)
  );
}

/** `Issue 12`, `Vol. 3`, `第12期` */
const NUMBERED =
  '(?:(?:(?:issue|edition|vol(?:ume)?|no|nr|num(?:ber|éro|ero)?|número|nummer|ausgabe|édition|edición|edizione)\\b\\.?[\\s:#]*){1,2}|№\\s*|第\\s*(?=\\d+\\s*[期号號]))\\d+(?:\\s*[期号號])?';
/** The number of an edition at a line's start: `Issue 12 — ` before a date, `Vol. 3, No. 12`; at its end. */
const EDITION = new RegExp(`^\\W*(?:${NUMBERED}[\\s,;:|·—–-]*){1,3}`, 'iu');
const EDITION_AT_END = new RegExp(`(?<![\\p{L}\\p{N}])${NUMBERED}\\W*$`, 'iu');

/**
 * `Issue 12 — 3 March 2026` -> `3 March 2026`, `Vol. 3, No. 12 March 2026` -> `March 2026`: the number is not a day.
 */
export function withoutEdition(line: string): string {
  return line.replace(EDITION, '');
}

/** Whether a heading ends with the number of an edition: `Ferry letter, Vol. 12`. */
export function endsInEdition(heading: string): boolean {
  return EDITION_AT_END.test(heading.slice(-TITLE_LENGTH / 2));
}

export function isEditionLine(line: string): boolean {
  return line.length <= TITLE_LENGTH / 2 && (isDateline(line) || EDITION.test(line)) && !/[.!?]$/.test(line);
}

/** Whether words are only a date or an edition: `March 3, 2026`, `Issue 12 — 3 March 2026`. */
export function isDateOrEdition(words: string): boolean {
  // Dates and editions have numbers, and most headings have none.
  if (!/\p{Nd}/u.test(words)) return false;
  const date = withoutEdition(words);
  return date === '' || isMostlyDate(date);
}

/** The words of a heading before its first number, if any: `Changes from 1.2 to 1.3` -> `changes from`. */
export function wordsBeforeNumber(heading: string): string | undefined {
  const start = heading.slice(0, TITLE_LENGTH);
  const number = start.search(/\d/);
  const words = tidy(start.slice(0, start.lastIndexOf(' ', number) + 1)).toLowerCase();
  return number > 0 && /\p{L}{2}/u.test(words) ? words : undefined;
}

/** Whether a heading only identifies a version, and so is not a story: `[3.1]`, `v3.1.0 (2 March)`, `2026-03-02`. */
export function isVersion(heading: string): boolean {
  return /^[^\p{L}\p{N}]*v?\d{1,4}[.-]\d/iu.test(heading) || isMostlyDate(heading);
}

/** Whether a line is only the name that its file once had: `PGWeekly_April_24_2002.txt`. */
export function isFileName(line: string): boolean {
  return /^\S+\.(?:txt|md|markdown|org|rst|adoc|html?)\W*$/i.test(line);
}

/** Whether a line is part of a drawing, ` /::\\  \\  ___ `: it has no more letters and digits than lines and strokes. */
export function isDrawing(line: string): boolean {
  const strokes = line.match(/[\\/|_]/g)?.length ?? 0;
  return strokes > 2 && (line.match(/[\p{L}\p{N}]/gu)?.length ?? 0) <= strokes;
}

/** The first line of a text that has words. */
export interface FirstLine {
  /** As they are displayed, without marks. */
  readonly words: string;
  /** Whether it can be the title: it is not a heading or an item, and the next line does not continue its sentence. */
  readonly isWhole: boolean;
}

/**
 * Returns a title for a briefing that does not have one: the words of its file name if they are meaningful, or the
 * first sentence of its first line, shortened. Never empty, and always one line. `text` shows how to spell the words of
 * the name.
 */
export function fallbackTitle(fileName: string, { words, isWhole }: FirstLine, text: string): string {
  const name = wordsOfFileName(fileName);
  if (name && isMeaningfulName(name)) return titleOfWords(name, text);
  const sentence = firstSentence(words);
  const isGood = isWhole && !sentence.endsWith('…') && (isMeaningful(sentence) || letterCount(sentence) > 3);
  if (name && !isGood) return titleOfWords(name, text);
  return firstSentence(words.replace(GREETING, '')) || tidy(fileName) || '…';
}

/** What is before the first sentence on its line: `Good morning! Here is the news of 3 March.`, `TL;DR: It stops.` */
const GREETING = /^(?:\S+(?: \S+)?!\s+(?=\p{Lu}.*\p{Ll})|TL;?DR:?\s+)/u;

/** Whether a sentence can be a title: `Harbour Weekly` and `The ferries stop.` can; `Good morning!` is a greeting. */
function isMeaningful(sentence: string): boolean {
  return sentence.split(' ').length > (/[.!?]$/.test(sentence) ? 2 : 1);
}

/** Words that are common in file names. They say what kind of file it is, and not what is in it. */
const COMMON = new Set(
  (
    'a brief briefing briefings content daily digest document draft edition email file final index latest letter mail ' +
    'message monthly morning evening new news newsletter note notes out output podcast post preview raw readme report ' +
    'script sample summary text the today untitled update version weekly'
  ).split(' '),
);

/** Whether a title says only what kind of file it is: `Newsletter`. */
export function isCommonWord(title: string): boolean {
  return COMMON.has(title.toLowerCase());
}

/**
 * The words of a file name, without date and time: `2025-08-19-ukraine-talks-at-the-white-house.txt`; undefined if it
 * has none. `__` ends a folder's name, for tools that make one name of a path.
 */
function wordsOfFileName(fileName: string): readonly string[] | undefined {
  const name = fileName
    .replace(/^.*(?:[/\\]|__)/, '')
    .replace(/(?:\.(?:briefing|md|markdown|txt|org|rst|adoc|json))+$/i, '')
    .replace(
      /(?<!\d)(?:\d{4}[-_.]?\d{2}[-_.]?\d{2}|\d{4}[-_.]\d{1,2}[-_.]\d{1,2}|\d{1,2}[-_.]\d{1,2}[-_.]\d{4})(?:[-_T]\d{2}[-_.]\d{2}(?:[-_.]\d{2})?)?(?!\d)/,
      ' ',
    )
    .replace(/[\s_-]+/g, ' ');
  const words = besideDay(name).split(' ').filter(Boolean);
  return words.some((word) => /\p{L}{3}/u.test(word) || unspacedLength(word) > 1) ? words : undefined;
}

/** Gives words the capitals that the file name has lost and the text still has: `Ukraine talks at the White House`. */
function titleOfWords(words: readonly string[], text: string): string {
  const isSmall = words.every((word) => word === word.toLowerCase());
  const title = tidy((isSmall ? words.map(spellingIn(text, words)) : words).join(' '));
  return title.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/**
 * Whether the words of a file name say what is in it. One word (`pgweekly_2007`, `notes.en`), or only common words
 * (`daily-briefing-final`), do not. There must be at least two words, one of them not common. A language (`en`), a
 * year and a time do not count; `issue 303` is enough.
 */
function isMeaningfulName(words: readonly string[]): boolean {
  const parts = words
    .flatMap((word) => word.toLowerCase().split('.'))
    .filter((word) => !/^(?:[a-z]{0,2}|(?:19|20)\d{2}|\d{4}|v\d*)$/.test(word));
  const isSeveral = parts.length > 1 || letterCount(parts.join('')) > 3;
  return isSeveral && parts.some((word) => !COMMON.has(word) && /\p{L}/u.test(word));
}

/** The number of letters of scripts without spaces. Thai, whose words are longer, has none either. */
function letterCount(text: string): number {
  return unspacedLength(text) + (text.match(/\p{sc=Thai}/gu)?.length ?? 0);
}

/**
 * Spells one of the words as the text does, if it is never in lower case there: `house` -> `House` after `the White
 * House`.
 */
function spellingIn(text: string, words: readonly string[]): (word: string) => string {
  const known = new Set(words);
  const spellings = new Map<string, string>();
  const said = text.slice(0, 100_000).replace(/https?:\/\/\S+/g, ' ');
  for (const word of said.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const key = word.toLowerCase();
    if (known.has(key) && (word === key || !spellings.has(key))) spellings.set(key, word);
  }
  return (word) => spellings.get(word) ?? word;
}

function firstSentence(line: string): string {
  const words = tidy(line.slice(0, 2000)).replace(/^\d{1,3}[.)]\s+/, '');
  // A sentence ends after words. A program may have put `??` at the start, in place of an emoji.
  const sentence = /^.*?[\p{L}\p{N}].*?[.!?。！？](?=\s|$|(?<=[。！？]))/u.exec(words)?.[0] ?? words;
  if (sentence.length <= SENTENCE_LENGTH) return sentence;
  return `${truncate(sentence, SENTENCE_LENGTH).replace(/\s+\S*$/, '')}…`;
}
