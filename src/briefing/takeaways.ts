import type { Token } from 'markdown-it';
import { copyOf } from './tokens.ts';
import { type Block, topLevelNodes } from './document.ts';
import { emojiAtEnd, emojiAtStart } from './emoji.ts';
import { hasEarlyColon, labelOfItem } from './labels.ts';
import { haveWords, plainText } from './plainTokens.ts';

/** A takeaway as it stands in the document. */
export interface TakeawayNode {
  readonly label: string | undefined;
  /** The label's tokens, without emoji; none where it has no label. */
  readonly name: readonly Token[];
  readonly emoji: string | undefined;
  /** Its first line of words, without label and emoji. */
  readonly lead: readonly Token[];
  /** What follows in the item: further paragraphs, nested lists, … */
  readonly rest: readonly Token[];
  /** The words without label and emoji, one line for each paragraph or nested item. */
  readonly text: string;
  /** All of the item. */
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
}

/** What an item's first words stand in: a heading, where the headings are the items. */
const STARTS = new Set(['paragraph_open', 'heading_open']);
const LIST_OPEN = new Set(['bullet_list_open', 'ordered_list_open']);

export function isList(block: Block): boolean {
  return LIST_OPEN.has(block.tokens[0]?.type ?? '');
}

/** The items of a list with words in them. Nested items belong to theirs. */
export function takeawaysOf(list: Block): TakeawayNode[] {
  const items = topLevelNodes(list.tokens.slice(1, -1));
  const early = items.filter((item) => hasEarlyColon(wordsOf(item))).length;
  const byHabit = early > 1 && early * 2 >= items.length;
  return items.map((item) => takeawayOf(item, byHabit)).filter(({ text }) => text !== '');
}

/** What holds words behind an item's first line. */
const HOLDS_WORDS = new Set(['inline', 'fence', 'code_block']);

function textOf(lead: readonly Token[], rest: readonly Token[]): string {
  const lines = [plainText(lead)];
  for (const token of rest) if (HOLDS_WORDS.has(token.type)) lines.push(plainText([token]));
  return lines.length === 1 ? (lines[0] ?? '') : lines.filter(Boolean).join('\n');
}

function takeawayOf(item: readonly Token[], byHabit: boolean): TakeawayNode {
  const [from, to] = item[0]?.map ?? [0, 0];
  const inside = item.slice(1, -1);
  const { label, name, emoji, lead } = splitWords(wordsOf(item), byHabit);
  const rest = STARTS.has(inside[0]?.type ?? '') ? inside.slice(3) : inside;
  const behind = emoji === undefined ? emojiBehind(rest) : undefined;
  const others = behind?.rest ?? rest;
  const text = textOf(lead, others);
  return { label, name, emoji: emoji ?? behind?.emoji, lead, rest: others, text, tokens: item, from, to };
}

/** The words that an item begins with. */
function wordsOf([, first, inline]: readonly Token[]): readonly Token[] {
  return STARTS.has(first?.type ?? '') ? (inline?.children ?? []) : [];
}

/** An emoji behind the words of an item that ends in a further paragraph of its own. */
function emojiBehind(rest: readonly Token[]): Pick<TakeawayNode, 'emoji' | 'rest'> | undefined {
  const inline = rest.at(-2);
  if (rest.at(-1)?.type !== 'paragraph_close' || !inline?.children) return undefined;
  const found = takeEmojiAtEnd(inline.children);
  return found && { emoji: found.emoji, rest: rest.with(-2, copyOf(inline, { children: [...found.words] })) };
}

/** `🤝 **U.S. Agrees:** it will …` -> emoji, label and the rest. The first emoji of several is the takeaway's. */
function splitWords(
  words: readonly Token[],
  byHabit: boolean,
): Pick<TakeawayNode, 'label' | 'name' | 'emoji' | 'lead'> {
  const before = takeEmojiAtStart(words);
  const labelled = labelOfItem(before?.words ?? words, byHabit);
  // `**🚀 Launch:** …`: an emoji inside the label is the takeaway's.
  const inside = labelled && emojiOfLabel(labelled.label);
  const between = labelled && takeEmojiAtStart(labelled.words);
  const behindLabel = between?.words ?? labelled?.words ?? before?.words ?? words;
  const behind = takeEmojiAtEnd(behindLabel);
  return {
    label: inside?.rest ?? labelled?.label,
    name: labelled ? withoutEmoji(labelled.name) : [],
    emoji: (before ?? inside ?? between ?? behind)?.emoji,
    lead: behind?.words ?? behindLabel,
  };
}

function emojiOfLabel(label: string): { emoji: string; rest: string } | undefined {
  const found = emojiAtStart(label) ?? emojiAtEnd(label);
  return found?.rest === '' ? undefined : found;
}

function withoutEmoji(words: readonly Token[]): readonly Token[] {
  const behind = takeEmojiAtStart(words)?.words ?? words;
  return takeEmojiAtEnd(behind)?.words ?? behind;
}

/** An emoji, and the words without it. */
interface Taken {
  readonly emoji: string;
  readonly words: readonly Token[];
}

function takeEmojiAtStart(words: readonly Token[]): Taken | undefined {
  const at = words.findIndex(hasWords);
  const first = words[at];
  const found = first?.type === 'text' ? emojiAtStart(first.content) : undefined;
  if (!first || !found || (found.rest === '' && !haveWords(words.slice(at + 1)))) return undefined;
  return { emoji: found.emoji, words: words.with(at, copyOf(first, { content: found.rest })) };
}

/** An emoji still stands at the end when only citations follow it: `… 🤝 [1]`. */
function takeEmojiAtEnd(words: readonly Token[]): Taken | undefined {
  const at = words.findLastIndex(hasWords);
  const last = words[at];
  const found = last?.type === 'text' ? emojiAtEnd(last.content) : undefined;
  if (!last || !found || (found.rest === '' && !haveWords(words.slice(0, at)))) return undefined;
  return { emoji: found.emoji, words: words.with(at, copyOf(last, { content: found.rest })) };
}

function hasWords({ content }: Token): boolean {
  return content.trim() !== '';
}
