import type { Token } from 'markdown-it';
import { copyOf } from './tokens.ts';
import { type Block, topLevelNodes } from './document.ts';
import { emojiAtEnd, emojiAtStart } from './emoji.ts';
import { hasEarlyColon, labelOfItem } from './labels.ts';
import { plainText } from './plainTokens.ts';

/** A takeaway as it stands in the document. */
export interface TakeawayNode {
  readonly label?: string;
  /** The label's tokens, without emoji; none where it has no label. */
  readonly name: readonly Token[];
  readonly emoji?: string;
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

function textOf({ lead, rest }: Pick<TakeawayNode, 'lead' | 'rest'>): string {
  const lines = [
    lead,
    ...rest
      .filter(({ type }) => type === 'inline' || type === 'fence' || type === 'code_block')
      .map((t) => [t]),
  ];
  return lines.map(plainText).filter(Boolean).join('\n');
}

function takeawayOf(item: readonly Token[], byHabit: boolean): TakeawayNode {
  const [from, to] = item[0]?.map ?? [0, 0];
  const inside = item.slice(1, -1);
  const startsWithWords = STARTS.has(inside[0]?.type ?? '');
  const split = splitWords(wordsOf(item), byHabit);
  const rest = startsWithWords ? inside.slice(3) : inside;
  const behind = split.emoji === undefined ? emojiBehind(rest) : undefined;
  const node = { ...split, rest, ...behind };
  return { ...node, text: textOf(node), tokens: item, from, to };
}

/** The words that an item begins with. */
function wordsOf([, first, inline]: readonly Token[]): readonly Token[] {
  return STARTS.has(first?.type ?? '') ? (inline?.children ?? []) : [];
}

/** An emoji behind the words of an item that ends in a further paragraph of its own. */
function emojiBehind(rest: readonly Token[]): Pick<TakeawayNode, 'emoji' | 'rest'> | undefined {
  const inline = rest.at(-2);
  if (rest.at(-1)?.type !== 'paragraph_close' || !inline?.children) return undefined;
  const { emoji, words } = takeEmojiAtEnd(inline.children);
  return emoji === undefined
    ? undefined
    : { emoji, rest: rest.with(-2, copyOf(inline, { children: [...words] })) };
}

interface Split {
  readonly label?: string;
  readonly name?: readonly Token[];
  readonly emoji?: string;
  readonly words: readonly Token[];
}

/** `🤝 **U.S. Agrees:** it will …` -> emoji, label and the rest. The first emoji of several is the takeaway's. */
function splitWords(
  words: readonly Token[],
  byHabit: boolean,
): Pick<TakeawayNode, 'label' | 'name' | 'emoji' | 'lead'> {
  const before = takeEmojiAtStart(words);
  const labelled = takeLabel(before.words, byHabit);
  const between = takeEmojiAtStart(labelled.words);
  const behind = takeEmojiAtEnd(between.words);
  const emoji = before.emoji ?? labelled.emoji ?? between.emoji ?? behind.emoji;
  return {
    ...(labelled.label !== undefined && { label: labelled.label }),
    name: takeEmojiAtEnd(takeEmojiAtStart(labelled.name ?? []).words).words,
    ...(emoji !== undefined && { emoji }),
    lead: behind.words,
  };
}

function takeEmojiAtStart(words: readonly Token[]): Split {
  const at = words.findIndex(hasWords);
  const first = words[at];
  const found = first?.type === 'text' ? emojiAtStart(first.content) : undefined;
  if (!first || !found || (found.rest === '' && plainText(words.slice(at + 1)) === '')) return { words };
  return { emoji: found.emoji, words: words.with(at, withText(first, found.rest)) };
}

/** An emoji still stands at the end when only citations follow it: `… 🤝 [1]`. */
function takeEmojiAtEnd(words: readonly Token[]): Split {
  const at = words.findLastIndex(hasWords);
  const last = words[at];
  const found = last?.type === 'text' ? emojiAtEnd(last.content) : undefined;
  if (!last || !found || (found.rest === '' && plainText(words.slice(0, at)) === '')) return { words };
  return { emoji: found.emoji, words: words.with(at, withText(last, found.rest)) };
}

function takeLabel(words: readonly Token[], byHabit: boolean): Split {
  const split = labelOfItem(words, byHabit);
  if (!split) return { words };
  // `**🚀 Launch:** …`: an emoji inside the label is the takeaway's.
  const found = emojiAtStart(split.label) ?? emojiAtEnd(split.label);
  return found && found.rest !== '' ? { ...split, label: found.rest, emoji: found.emoji } : split;
}

function withText(token: Token, content: string): Token {
  return copyOf(token, { content });
}

function hasWords({ content }: Token): boolean {
  return content.trim() !== '';
}
