import { parseMarkdown } from '../../briefing/grammar/markdown.ts';
import { plainText } from '../../briefing/grammar/tokens.ts';
import { foldTitle } from '../../briefing/text/vocabulary.ts';
import type { FeedEntry } from '../model.ts';
import type { ToMarkdown } from './briefingFile.ts';
import { shortened } from './frontMatter.ts';

/** A story is told in so many characters. */
const LENGTH = 500;
/** A sentence's end before this is too early to leave off. */
const EARLIEST = 200;
/** What is read to find them: the rest would be cut off. */
const READ = 20 * LENGTH;

/** An entry's words as Markdown, whatever form the feed gives them in. */
export function markdownOf({ html, text }: FeedEntry, address: string, toMarkdown: ToMarkdown): string {
  if (html !== undefined) return toMarkdown(html, address);
  // Its lists and headings may be meant so; HTML in it is words, and so is what stands for a character.
  return (text ?? '').replace(/[\\<]|&(?=#?\w+;)/g, '\\$&');
}

/** What an entry says beside its title, as one line of plain text: no more than can be taken in at a glance. */
export function summaryOf(entry: FeedEntry, address: string, toMarkdown: ToMarkdown): string {
  const tokens = parseMarkdown(markdownOf(entry, address, toMarkdown).slice(0, READ));
  const lines = tokens
    .filter((token) => token.type === 'inline' && !isOnlyLinks(token))
    .map(({ children }) => plainText(withoutWayOn(children ?? [])))
    .filter((line) => foldTitle(line) !== foldTitle(entry.title));
  return atSentence(lines.join(' ').replace(/\s+/g, ' ').trim());
}

type Token = ReturnType<typeof parseMarkdown>[number];

/** `It rained. [Read more](…)` -> `It rained.`: a link behind the last sentence is none of its words. */
function withoutWayOn(tokens: readonly Token[]): readonly Token[] {
  const open = tokens.findLastIndex(({ type }) => type === 'link_open');
  const before = tokens.slice(0, Math.max(0, open));
  const close = tokens.findLastIndex(({ type }) => type === 'link_close');
  const isLast = open >= 0 && plainText(tokens.slice(close + 1)) === '';
  return isLast && /[.!?…。！？][\])"'”’»]*$/.test(plainText(before)) ? before : tokens;
}

/** `[Comments](…)`, `[Read more](…)`: words that only lead away. */
function isOnlyLinks({ children }: Token): boolean {
  let depth = 0;
  for (const { type, nesting, content } of children ?? []) {
    if (type === 'link_open' || type === 'link_close') depth += nesting;
    else if (depth === 0 && /[\p{L}\p{N}]/u.test(content)) return false;
  }
  return true;
}

/** `It rained. It …` -> `It rained.`, where that is not too little of it. */
function atSentence(words: string, length = LENGTH): string {
  if (words.length <= length) return words;
  let end = 0;
  for (const { index, 0: mark } of words.slice(0, length).matchAll(/[.!?…]["'”’»)]?(?=\s)|[。！？]/gu))
    end = index + mark.length;
  return end >= Math.min(EARLIEST, length / 2) ? words.slice(0, end) : shortened(words, length);
}
