import type { Token } from 'markdown-it';
import { EMOJI, emojiAtEnd, emojiAtStart } from '../../base/emoji.ts';
import { closeOf, copyOf, haveWords } from '../grammar/tokens.ts';
import { linkMark } from '../text/links/linkMarks.ts';

/** An emoji, and the words without it. */
export interface ExtractedEmoji {
  readonly emoji: string;
  readonly words: readonly Token[];
}

export function takeEmojiAtStart(words: readonly Token[]): ExtractedEmoji | undefined {
  const at = words.findIndex(hasWords);
  const first = words[at];
  const found = first?.type === 'text' ? emojiAtStart(first.content) : undefined;
  if (!first || !found || (found.rest === '' && !haveWords(words.slice(at + 1)))) return undefined;
  return { emoji: found.emoji, words: words.with(at, copyOf(first, { content: found.rest })) };
}

/** Takes an emoji at the end; only citations may follow it: `… 🤝 [1]`. */
export function takeEmojiAtEnd(words: readonly Token[]): ExtractedEmoji | undefined {
  const at = words.findLastIndex(hasWords);
  const last = words[at];
  const found = last?.type === 'text' ? emojiAtEnd(last.content) : undefined;
  if (!last || !found || (found.rest === '' && !haveWords(words.slice(0, at)))) return undefined;
  return { emoji: found.emoji, words: words.with(at, copyOf(last, { content: found.rest })) };
}

function hasWords({ content }: Token): boolean {
  return content.trim() !== '';
}

/** Whether an item begins with an emoji, in bold or not. */
export function beginsWithEmoji(emoji: string, item: readonly Token[]): boolean {
  const words = item.find(({ type }) => type === 'inline')?.content ?? '';
  return words.replace(/^[\s*_]+/, '').startsWith(emoji);
}

const EMOJIS = new RegExp(EMOJI, 'gu');
/** Each emoji has at least one of these UTF-16 units. Most texts have none, and skip the slower search. */
const MAY_BE_EMOJI = /[\u203c-\u3299\ud83c-\ud83e]/;

/** Returns text with a space in place of each emoji. */
export function blankEmoji(text: string): string {
  return MAY_BE_EMOJI.test(text) ? text.replace(EMOJIS, ' ') : text;
}

/** Returns the words without an emoji at their start and at their end. */
export function withoutEmoji(words: readonly Token[]): readonly Token[] {
  const rest = takeEmojiAtStart(words)?.words ?? words;
  return takeEmojiAtEnd(rest)?.words ?? rest;
}

/** Takes the mark `(★)` after a link, if there are no other words. */
export function takeMarkAfterLink(words: readonly Token[]): ExtractedEmoji | undefined {
  const last = words.at(-1);
  const isOneLink = words[0]?.type.endsWith('link_open') === true && closeOf(words, 0) === words.length - 2;
  const emoji = isOneLink && last?.type === 'text' ? linkMark(last.content) : undefined;
  return emoji === undefined ? undefined : { emoji, words: words.slice(0, -1) };
}
