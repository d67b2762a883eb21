import { inSingleSpaces } from '../../base/tidy.ts';
import { EMOJI } from '../../base/emoji.ts';
import { Hash } from '../../base/hash.ts';
import type { Briefing, Takeaway } from '../model.ts';

const EMOJIS = new RegExp(EMOJI, 'gu');
/** A word, a number with its sign, or a symbol with a meaning: `-5`, `%`, `€`. Not a mark or a space. */
const WORDS = /(?:(?<![\p{L}\p{N}])-(?=\p{N}))?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|[\p{Sc}\p{Sm}%‰]/gu;
/** Characters that only change how letters are joined or displayed, and that only some keyboards type. */
const INVISIBLE = /[\p{Cf}\ufe00-\ufe0f]/gu;

/**
 * The key by which a text is remembered, made from its words alone. Marks, emoji, spacing, case and Unicode forms make
 * no difference: `**Tugs:** two  are back ✅` is `Tugs — two are back.` If there is no word at all, it is made from the
 * whole text.
 */
export function wordsKey(text: string): string {
  return keyOfAscii(text) ?? keyOfAny(text);
}

function keyOfAny(text: string): string {
  const composed = text.normalize('NFC');
  // Emoji are removed before compatibility forms are replaced, which would make an `i` of `ℹ️`.
  const plain = composed.replace(EMOJIS, ' ').replace(INVISIBLE, '').normalize('NFKC').replaceAll('−', '-');
  const words = plain.toLowerCase().match(WORDS)?.join(' ') ?? '';
  return new Hash().addText(words || inSingleSpaces(composed)).toKey();
}

/** The same for ASCII, character by character, because most texts are ASCII and thousands are read at a start. */
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
/** What each ASCII character is to a key; undefined for characters that separate words. */
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

/** The key of a briefing, wherever its file is: the words of its title, and its date. */
export function briefingKey({ title, date }: Pick<Briefing, 'title' | 'date'>): string {
  return wordsKey(`${title} ${date ?? ''}`);
}
