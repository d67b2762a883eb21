import type { Token } from 'markdown-it';
import { copyOf } from './citations.ts';
import { type Block, topLevelNodes } from './document.ts';
import { emojiAtEnd, emojiAtStart } from './emoji.ts';
import { plainText, tidy } from './plainTokens.ts';

/** A takeaway as it stands in the document. */
export interface TakeawayNode {
  readonly label?: string;
  readonly emoji?: string;
  /** Its first line of words, without label and emoji. */
  readonly lead: readonly Token[];
  /** What follows in the item: further paragraphs, nested lists, … */
  readonly rest: readonly Token[];
  /** All of the item. */
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
}

const LIST_OPEN = new Set(['bullet_list_open', 'ordered_list_open']);
const LABEL_LENGTH = 60;

export function isList(block: Block): boolean {
  return LIST_OPEN.has(block.tokens[0]?.type ?? '');
}

/** The items of a list with words in them. Nested items belong to theirs. */
export function takeawaysOf(list: Block): TakeawayNode[] {
  return topLevelNodes(list.tokens.slice(1, -1))
    .map(takeawayOf)
    .filter((node) => textOf(node) !== '');
}

/** The takeaway's text: its words without label and emoji, one line for each paragraph or nested item. */
export function textOf({ lead, rest }: Pick<TakeawayNode, 'lead' | 'rest'>): string {
  const lines = [
    lead,
    ...rest
      .filter(({ type }) => type === 'inline' || type === 'fence' || type === 'code_block')
      .map((t) => [t]),
  ];
  return lines.map(plainText).filter(Boolean).join('\n');
}

function takeawayOf(item: readonly Token[]): TakeawayNode {
  const [from, to] = item[0]?.map ?? [0, 0];
  const inside = item.slice(1, -1);
  const startsWithWords = inside[0]?.type === 'paragraph_open';
  const words = startsWithWords ? (inside[1]?.children ?? []) : [];
  const split = splitWords(words);
  const rest = startsWithWords ? inside.slice(3) : inside;
  const behind = split.emoji === undefined ? emojiBehind(rest) : undefined;
  return { ...split, rest, ...behind, tokens: item, from, to };
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
  readonly emoji?: string;
  readonly words: readonly Token[];
}

/** `🤝 **U.S. Agrees:** it will …` -> emoji, label and the rest. The first emoji of several is the takeaway's. */
function splitWords(words: readonly Token[]): Pick<TakeawayNode, 'label' | 'emoji' | 'lead'> {
  const before = takeEmojiAtStart(words);
  const labelled = takeLabel(before.words);
  const between = takeEmojiAtStart(labelled.words);
  const behind = takeEmojiAtEnd(between.words);
  const emoji = before.emoji ?? labelled.emoji ?? between.emoji ?? behind.emoji;
  return {
    ...(labelled.label !== undefined && { label: labelled.label }),
    ...(emoji !== undefined && { emoji }),
    lead: behind.words,
  };
}

function takeEmojiAtStart(words: readonly Token[]): Split {
  const at = words.findIndex((token) => plainText([token]) !== '');
  const first = words[at];
  const found = first?.type === 'text' ? emojiAtStart(first.content) : undefined;
  if (!first || !found || (found.rest === '' && plainText(words.slice(at + 1)) === '')) return { words };
  return { emoji: found.emoji, words: words.with(at, withText(first, found.rest)) };
}

/** An emoji still stands at the end when only citations follow it: `… 🤝 [1]`. */
function takeEmojiAtEnd(words: readonly Token[]): Split {
  const at = words.findLastIndex((token) => plainText([token]) !== '');
  const last = words[at];
  const found = last?.type === 'text' ? emojiAtEnd(last.content) : undefined;
  if (!last || !found || (found.rest === '' && plainText(words.slice(0, at)) === '')) return { words };
  return { emoji: found.emoji, words: words.with(at, withText(last, found.rest)) };
}

/** A label is one only where words follow it. */
function takeLabel(words: readonly Token[]): Split {
  const split = boldLabel(words) ?? plainLabel(words);
  if (split?.label === undefined || plainText(split.words) === '') return { words };
  // `**🚀 Launch:** …`: an emoji inside the label is the takeaway's.
  const found = emojiAtStart(split.label) ?? emojiAtEnd(split.label);
  return found && found.rest !== '' ? { ...split, label: found.rest, emoji: found.emoji } : split;
}

/** `**Label:** text`, `**Label**: text`, `**Label** — text`, `**Label.** text`, `**Label?** text`. */
function boldLabel(words: readonly Token[]): Split | undefined {
  const start = words[0]?.type === 'text' && words[0].content.trim() === '' ? 1 : 0;
  if (words[start]?.type !== 'strong_open') return undefined;
  const close = closeOf(words, start);
  const label = plainText(words.slice(start + 1, close));
  const [next, ...others] = words.slice(close + 1);
  const joint = next?.type === 'text' ? /^\s*(?:[:：—–]|-(?=\s))\s*/.exec(next.content)?.[0] : undefined;
  if (next && joint !== undefined) {
    return { label: withoutEnd(label), words: [withText(next, next.content.slice(joint.length)), ...others] };
  }
  return /[:：.?!。]$/.test(label) ? { label: withoutEnd(label), words: words.slice(close + 1) } : undefined;
}

/** Where the token closes that opens at a place: `**__a__ b**` closes at its end. */
function closeOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  return tokens.findIndex(({ nesting }, at) => at >= open && (depth += nesting) === 0);
}

/** `Label: text` without marks, where the words before the colon read as a title. */
function plainLabel(words: readonly Token[]): Split | undefined {
  const [first, ...others] = words;
  if (first?.type !== 'text') return undefined;
  const colon = first.content.slice(0, LABEL_LENGTH + 2).search(/[:：](?=\s|$)/);
  if (colon <= 0 || !readsAsTitle(first.content.slice(0, colon))) return undefined;
  return {
    label: tidy(first.content.slice(0, colon)),
    words: [withText(first, first.content.slice(colon + 1).trimStart()), ...others],
  };
}

/** One to three words, or longer ones all with a capital: `Talks with Putin?`, not `He said one thing: go`. */
function readsAsTitle(text: string): boolean {
  const words = tidy(text).split(' ');
  if (/^\p{Ll}/u.test(words[0] ?? '')) return false;
  return words.length <= 3 || words.every((word) => word.length < 4 || !/^\p{Ll}/u.test(word));
}

function withoutEnd(label: string): string {
  return label.replace(/\s*[:：.。]$/, '');
}

function withText(token: Token, content: string): Token {
  return copyOf(token, { content });
}
