import type { Token } from 'markdown-it';
import { closeOf, copyOf, linesOf, plainText } from '../grammar/tokens.ts';
import { type Block, topLevelNodes } from '../blocks/document.ts';
import { emojiAtEnd, emojiAtStart } from '../../base/emoji.ts';
import { takeEmojiAtEnd, takeEmojiAtStart, takeMarkBehindLink, withoutEmoji } from './emojiWords.ts';
import { hasEarlyColon, isAllBold, labelOfItem, partBelow, withoutNumber } from './labels.ts';
import { namesPart } from '../text/partLabels.ts';
import { foldTitle } from '../text/vocabulary.ts';
import { isSourceLine } from './sourceLines.ts';
import { isTable, rowsOf } from './tableRows.ts';

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

/** Whether a block may hold takeaways. */
export function holdsItems(block: Block): boolean {
  return isList(block) || isTable(block);
}

/** The items of a list with words in them, or the rows of a table that are stories. Nested items belong to theirs. */
export function takeawaysOf(list: Block): TakeawayNode[] {
  if (isTable(list)) return rowsOf(list);
  const items = topLevelNodes(list.tokens.slice(1, -1));
  const early = items.filter((item) => hasEarlyColon(leadTokens(item))).length;
  const byHabit = early > 1 && early * 2 >= items.length;
  const parts = partsBelow(items);
  return items.map((item) => takeawayOf(item, byHabit, parts)).filter(({ text }) => text !== '');
}

/** The labels, folded, that the second lines of most items begin with: `Fix: …` below each headline. */
function partsBelow(items: readonly (readonly Token[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const part = partBelow(leadTokens(item));
    if (part !== undefined) counts.set(foldTitle(part), (counts.get(foldTitle(part)) ?? 0) + 1);
  }
  const least = Math.max(2, items.length / 2);
  return new Set([...counts].filter(([, count]) => count >= least).map(([part]) => part));
}

/** What holds words after an item's first line. */
const HOLDS_WORDS = new Set(['inline', 'fence', 'code_block']);

function textOf(lead: readonly Token[], rest: readonly Token[]): string {
  const lines = [plainText(lead)];
  for (const token of rest) if (HOLDS_WORDS.has(token.type)) lines.push(plainText([token]));
  return lines.length === 1 ? (lines[0] ?? '') : lines.filter(Boolean).join('\n');
}

function takeawayOf(item: readonly Token[], byHabit: boolean, parts: ReadonlySet<string>): TakeawayNode {
  const [from, to] = item[0]?.map ?? [0, 0];
  const inside = item.slice(1, -1);
  const first = leadTokens(item);
  const rest = STARTS.has(inside[0]?.type ?? '') ? inside.slice(3) : inside;
  const split = splitWords(first, byHabit, parts);
  const words = withoutEmoji(first);
  const isNamed = inside[0]?.type === 'heading_open' ? tellsMore(rest) : isTitle(words, rest);
  // `**1. Ferry stops** 🚢`: an emoji is nothing that a label has behind it. `Update: Ferry stops` above parts is a headline.
  const isWhole =
    split.label === undefined ||
    (split.lead.length > 0 && isAllBold(words) && !isAllBold(first)) ||
    (first[0]?.type === 'text' && LIST_OPEN.has(rest[0]?.type ?? '') && rest.some(isPart));
  const { label, name, emoji, lead } = isNamed && isWhole ? titleOf(first) : split;
  const behind = emoji === undefined ? emojiBehind(rest) : undefined;
  const others = behind?.rest ?? rest;
  const text = textOf(lead, others);
  return { label, name, emoji: emoji ?? behind?.emoji, lead, rest: others, text, tokens: item, from, to };
}

/** The words that an item begins with. */
function leadTokens([, first, inline]: readonly Token[]): readonly Token[] {
  return STARTS.has(first?.type ?? '') ? (inline?.children ?? []) : [];
}

/** A title is no longer. In UTF-16 units. */
const TITLE_LENGTH = 120;

/** Whether an item's first paragraph is its title: bold words, a link or a short line, with paragraphs below it. */
function isTitle(first: readonly Token[], rest: readonly Token[]): boolean {
  if (isAllBold(first)) return rest.length > 0;
  const words = plainText(first);
  // A small letter begins no title, but a link’s that is all of it.
  const couldBe =
    words !== '' &&
    (isWholeLink(first) ||
      (!/^\P{L}*\p{Ll}/u.test(words) &&
        words.length <= TITLE_LENGTH &&
        !/[.:;,…。：；，]["'”’»)]?$/u.test(words)));
  if (LIST_OPEN.has(rest[0]?.type ?? ''))
    return isWholeLink(first) || NAME.test(words) || (couldBe && rest.some(isPart));
  return (
    couldBe &&
    rest[0]?.type === 'paragraph_open' &&
    topLevelNodes(rest).some(([open, inline]) => open?.type === 'paragraph_open' && !isSources(inline))
  );
}

/** `Source: Gazette`, `**Link:** …`, nested below a headline. */
function isPart({ children }: Token): boolean {
  const label = children ? /^([^:：]{2,40})[:：]/.exec(plainText(children))?.[1] : undefined;
  return label !== undefined && namesPart(label);
}

/** Below a heading, anything that is not where it comes from, lists as well. */
function tellsMore(rest: readonly Token[]): boolean {
  return topLevelNodes(rest).some(([open, inline]) => open?.type !== 'paragraph_open' || !isSources(inline));
}

/** `Ferries:` above a list of what is new there: one to three words, and no clause. */
const NAME = /^[\p{Lu}\p{Lo}][^\s:：,，。]{0,39}(?: [^\s:：,，。]{1,20}){0,2} ?[:：]$/u;

/** `[Ferry stops](https://a.example)` above a list of what is said there. */
function isWholeLink(words: readonly Token[]): boolean {
  return words[0]?.type === 'link_open' && closeOf(words, 0) === words.length - 1;
}

function isSources(inline: Token | undefined): boolean {
  return inline !== undefined && linesOf(inline).every(isSourceLine);
}

function titleOf(words: readonly Token[]): Pick<TakeawayNode, 'label' | 'name' | 'emoji' | 'lead'> {
  const taken = takeEmojiAtStart(words) ?? takeEmojiAtEnd(words);
  const title = taken?.words ?? words;
  const bold = isAllBold(title) ? title.findIndex(({ type }) => type === 'strong_open') : -1;
  const name = withoutNumber(bold < 0 ? title : title.slice(bold + 1, closeOf(title, bold)));
  return { label: plainText(name).replace(/\s*[:：]$/, ''), name, emoji: taken?.emoji, lead: [] };
}

/** An emoji after the words of an item that ends in a further paragraph of its own. */
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
  parts: ReadonlySet<string>,
): Pick<TakeawayNode, 'label' | 'name' | 'emoji' | 'lead'> {
  const before = takeEmojiAtStart(words);
  const labelled = labelOfItem(before?.words ?? words, byHabit, parts);
  // `**🚀 Launch:** …`: an emoji inside the label is the takeaway's.
  const inside = labelled && emojiOfLabel(labelled.label);
  const between = labelled && takeEmojiAtStart(labelled.words);
  const behindLabel = between?.words ?? labelled?.words ?? before?.words ?? words;
  const behind = takeMarkBehindLink(behindLabel) ?? takeEmojiAtEnd(behindLabel);
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
