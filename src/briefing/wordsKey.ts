import { EMOJI } from './emoji.ts';
import { Hash } from './hash.ts';
import type { Briefing, Takeaway } from './model.ts';

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
  const composed = text.normalize('NFC');
  const words = plainForm(composed).toLowerCase().match(WORDS)?.join(' ') ?? '';
  return new Hash().addText(words || composed.replace(/\s+/g, ' ').trim()).toString();
}

/** Without emoji, and with one form of each letter. What is ASCII has no others. */
function plainForm(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  // Emoji before all other forms of letters: `ℹ️` is one of an `i`.
  return text.replace(EMOJIS, ' ').replace(INVISIBLE, '').normalize('NFKC').replaceAll('−', '-');
}

export function takeawayKey({ label, text }: Pick<Takeaway, 'label' | 'text'>): string {
  return wordsKey(label === undefined ? text : `${label} ${text}`);
}

/** What a briefing goes by wherever its file is: the words of its title, and its date. */
export function briefingKey({ title, date }: Pick<Briefing, 'title' | 'date'>): string {
  return wordsKey(`${title} ${date ?? ''}`);
}
