import { hasWord } from '../../base/hasWord.ts';
import { inSingleSpaces } from '../../base/tidy.ts';
import { ellipsizeAtWord } from '../../base/shorten.ts';
import { parseMarkdown } from '../../briefing/grammar/markdown.ts';
import { plainText } from '../../briefing/grammar/tokens.ts';
import { foldTitle } from '../../briefing/text/vocabulary.ts';
import type { FeedEntry } from '../model.ts';
import type { ToMarkdown } from './briefingFile.ts';

/** Maximum length of a story's summary, in UTF-16 units. */
const MAX_SUMMARY_LENGTH = 500;
/** Minimum length of a summary that is cut at the end of a sentence. */
const MIN_SENTENCE_END = 200;
/** Maximum length of an entry's text that is read for its summary. */
const SAMPLE_LENGTH = 20 * MAX_SUMMARY_LENGTH;

/** An entry's text as Markdown, from HTML or plain text. */
export function markdownOf({ html, text }: FeedEntry, address: string, toMarkdown: ToMarkdown): string {
  if (html !== undefined) return toMarkdown(html, address);
  // Lists and headings in plain text may be meant as such; HTML tags and entities are escaped.
  return (text ?? '').replace(/[\\<]|&(?=#?\w+;)/g, '\\$&');
}

/** A summary of an entry as one line of plain text, without its title, and short enough to read at a glance. */
export function summaryOf(entry: FeedEntry, address: string, toMarkdown: ToMarkdown): string {
  const tokens = parseMarkdown(markdownOf(entry, address, toMarkdown).slice(0, SAMPLE_LENGTH));
  const lines = tokens
    .filter((token) => token.type === 'inline' && !isOnlyLinks(token))
    .map(({ children }) => plainText(withoutMoreLink(children ?? [])))
    .filter((line) => foldTitle(line) !== foldTitle(entry.title));
  return truncateAtSentence(inSingleSpaces(lines.join(' ')));
}

type Token = ReturnType<typeof parseMarkdown>[number];

/** Drops a link after the last sentence, which is not part of the text: `It rained. [Read more](…)` -> `It rained.` */
function withoutMoreLink(tokens: readonly Token[]): readonly Token[] {
  const open = tokens.findLastIndex(({ type }) => type === 'link_open');
  const before = tokens.slice(0, Math.max(0, open));
  const close = tokens.findLastIndex(({ type }) => type === 'link_close');
  const isLast = open >= 0 && plainText(tokens.slice(close + 1)) === '';
  return isLast && /[.!?…。！？][\])"'”’»]*$/.test(plainText(before)) ? before : tokens;
}

/** Whether a line has only links that lead elsewhere: `[Comments](…)`, `[Read more](…)`. */
function isOnlyLinks({ children }: Token): boolean {
  let depth = 0;
  for (const { type, nesting, content } of children ?? []) {
    if (type === 'link_open' || type === 'link_close') depth += nesting;
    else if (depth === 0 && hasWord(content)) return false;
  }
  return true;
}

/** Cuts a text at the end of a sentence, if enough is left: `It rained. It …` -> `It rained.` */
function truncateAtSentence(words: string): string {
  if (words.length <= MAX_SUMMARY_LENGTH) return words;
  let end = 0;
  const start = words.slice(0, MAX_SUMMARY_LENGTH);
  for (const { index, 0: mark } of start.matchAll(/[.!?…]["'”’»)]?(?=\s)|[。！？]/gu))
    end = index + mark.length;
  return end >= MIN_SENTENCE_END ? words.slice(0, end) : ellipsizeAtWord(words, MAX_SUMMARY_LENGTH);
}
