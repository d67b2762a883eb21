import { EMOJI } from '../../base/emoji.ts';
import { Hash } from '../../base/hash.ts';
import type { Briefing, Takeaway } from '../model.ts';

const EMOJIS = new RegExp(EMOJI, 'gu');
/** A word, a number with its sign, a symbol that means something: `-5`, `%`, `€`, but no mark, and no space. */
const WORDS = /(?:(?<![\p{L}\p{N}])-(?=\p{N}))?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|[\p{Sc}\p{Sm}%‰]/gu;
/** What shows nothing where letters are joined, and is typed by some keyboards only. */
const INVISIBLE = /[\p{Cf}\ufe00-\ufe0f]/gu;

/**
 * What a text is remembered by: its words alone. Marks, emoji, spacing, letters' case and the forms that a letter can be
 * encoded in make no difference: `**Tugs:** two  are back ✅` is `Tugs — two are back.` Where there is no word at all,
 * it is what there is.
 */
export function wordsKey(text: string): string {
  return keyOfAscii(text) ?? keyOfAny(text);
}

function keyOfAny(text: string): string {
  const composed = text.normalize('NFC');
  // Emoji before all other forms of letters: `ℹ️` is one of an `i`.
  const plain = composed.replace(EMOJIS, ' ').replace(INVISIBLE, '').normalize('NFKC').replaceAll('−', '-');
  const words = plain.toLowerCase().match(WORDS)?.join(' ') ?? '';
  return new Hash().addText(words || composed.replace(/\s+/g, ' ').trim()).toKey();
}

/** The same, unit by unit, for what most texts are: thousands of them are read at a start. */
function keyOfAscii(text: string): string | undefined {
  const hash = new Hash();
  let isEmpty = true;
  let isInWord = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 126) return undefined;
    const kind = KINDS[unit];
    const isSign: boolean = unit === MINUS && !isInWord && KINDS[text.charCodeAt(i + 1)] === 'digit';
    const isWord: boolean = kind === 'letter' || kind === 'digit' || isSign;
    if (isWord || kind === 'symbol') {
      if (!isEmpty && (!isInWord || kind === 'symbol')) hash.add(SPACE);
      hash.add(unit >= 65 && unit <= 90 ? unit + 32 : unit);
      isEmpty = false;
    }
    isInWord = isWord;
  }
  return isEmpty ? undefined : hash.toKey();
}

const MINUS = 45;
const SPACE = 32;
/** What each unit of ASCII is to a key; undefined for what parts words. */
const KINDS: readonly ('letter' | 'digit' | 'symbol' | undefined)[] = Array.from(
  { length: 127 },
  (_, unit) => {
    const character = String.fromCharCode(unit);
    if (/[a-z]/i.test(character)) return 'letter';
    if (/\d/.test(character)) return 'digit';
    return /[\p{Sc}\p{Sm}%]/u.test(character) ? 'symbol' : undefined;
  },
);

export function takeawayKey({ label, text }: Pick<Takeaway, 'label' | 'text'>): string {
  return wordsKey(label === undefined ? text : `${label} ${text}`);
}

/** What a briefing goes by wherever its file is: the words of its title, and its date. */
export function briefingKey({ title, date }: Pick<Briefing, 'title' | 'date'>): string {
  return wordsKey(`${title} ${date ?? ''}`);
}
