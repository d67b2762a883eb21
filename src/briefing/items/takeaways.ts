import { joinFilled } from '../../base/joinFilled.ts';
import type { Token } from 'markdown-it';
import {
  closeOf,
  copyOf,
  linesOf,
  plainText,
  isLineBreak,
  isVisible,
  isWholeLink,
  wordsOf,
} from '../grammar/tokens.ts';
import { type Block, nodesIn, topLevelNodes } from '../blocks/document.ts';
import { localTargetOf } from '../blocks/links.ts';
import { isList, isParagraph, isQuotation, isTable } from '../blocks/kinds.ts';
import { emojiAtEnd, emojiAtStart } from '../../base/emoji.ts';
import { takeEmojiAtEnd, takeEmojiAtStart, takeMarkAfterLink, withoutEmoji } from './emojiWords.ts';
import { hasBoldName, isAllBold, labelOfItem, type LineHabits, partBelow, withoutNumber } from './labels.ts';
import { hasEarlyColon, hasSentenceAfterDash, isSourcedHeadline } from './plainLabels.ts';
import { beginsSmall, endsLikeTitle, hasTitleLine, widthOf } from './titleLines.ts';
import { namesPart, labelBefore } from '../text/partLabels.ts';
import { isAddress } from '../text/links/isAddress.ts';
import { foldTitle } from '../text/vocabulary.ts';
import { isSourceLine } from './sourceLines.ts';
import { rowsOf } from './tableRows.ts';
import { withoutTitleField } from './titleFields.ts';
import { addCount } from '../../base/collections/counts.ts';

/** A takeaway with its tokens in the document. */
export interface TakeawayNode {
  readonly label: string | undefined;
  /** The label's tokens, without emoji; empty if it has no label. */
  readonly name: readonly Token[];
  readonly emoji: string | undefined;
  /** Its first paragraph (of a row: the other cells), without label and emoji. */
  readonly lead: readonly Token[];
  /** What follows in the item: further paragraphs, nested lists, … */
  readonly rest: readonly Token[];
  /** The words without label and emoji, one line for each paragraph or nested item. */
  readonly text: string;
  /** All tokens of the item. */
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
}

/** The tokens that open an item's first words: a heading, if headings are the items. */
const STARTS = new Set(['paragraph_open', 'heading_open']);

/** Returns a list's items that have words, or a table's rows that are stories. Nested items are part of theirs. */
export function takeawaysOf(list: Block): TakeawayNode[] {
  if (isTable(list)) return rowsOf(list);
  const items = headlinesFirst(nodesIn(list));
  const written = items.map(leadTokens);
  const headlines = headlinesOfFields(written, items);
  const firsts = headlines ?? written;
  const have = (has: (words: readonly Token[]) => boolean, least: number, share: number) => {
    const count = firsts.filter(has).length;
    return count >= least && count >= items.length * share;
  };
  const byHabit = have(hasEarlyColon, 2, 0.5);
  const width = widthOf(firsts);
  const isTitled = (words: readonly Token[]) => hasTitleLine(words, width);
  const habits = {
    parts: partsBelow(firsts, items),
    isTitled: have(isTitled, 2, 0.5) ? isTitled : undefined,
    areBelowField: headlines !== undefined,
    areDashed: have(hasSentenceAfterDash, 3, 0.8),
    areSourced: !byHabit && have(isSourcedHeadline, 3, 0.8),
    areNamed: have(hasBoldName, 3, 1),
  };
  return items
    .map((item, i) => takeawayOf(item, firsts[i] ?? [], byHabit, habits))
    .filter(({ text }) => text !== '');
}

/**
 * Puts the headline before the kicker above it, if all items have one: a paragraph shorter than the link alone in the
 * one below it, with text below that. `Tolls` / `[The ferry costs more](https://a.example)` / `From June on.`
 */
function headlinesFirst(items: readonly (readonly Token[])[]): readonly (readonly Token[])[] {
  return items.length > 1 && items.every(hasKicker)
    ? items.map((item) => [item.slice(0, 1), item.slice(4, 7), item.slice(1, 4), item.slice(7)].flat())
    : items;
}

function hasKicker({ 2: kicker, 5: headline, 7: text }: readonly Token[]): boolean {
  const words = wordsOf(headline);
  return (
    text?.type === 'paragraph_open' &&
    isWholeLink(words) &&
    plainText(words).length > plainText(wordsOf(kicker)).length
  );
}

/**
 * Returns the words of all items without the field of their headline, `Title: …`; undefined if not all have it, or if
 * the only item has nothing else.
 */
function headlinesOfFields(
  written: readonly (readonly Token[])[],
  items: readonly (readonly Token[])[],
): readonly (readonly Token[])[] | undefined {
  const headlines = written.flatMap((words) => {
    const headline = withoutTitleField(words);
    return headline ? [headline] : [];
  });
  if (headlines.length === 0 || headlines.length < written.length) return undefined;
  const [only = [], ...others] = items;
  const isLine = others.length === 0 && only.length <= LINE && written[0]?.some(isLineBreak) !== true;
  return isLine ? undefined : headlines;
}

/** The number of tokens of an item with one paragraph. */
const LINE = 5;

/** Returns the words of the link that an item begins with; undefined if it begins with other words. */
export function linkAtStart({ name, lead }: TakeawayNode): string | undefined {
  const words = [...name, ...lead];
  const at = words.findIndex(isVisible);
  const open = words[at];
  if (open?.type !== 'link_open' || localTargetOf(open) !== undefined) return undefined;
  return plainText(words.slice(at + 1, closeOf(words, at)));
}

/**
 * The folded labels that the second lines or the nested lists of half of the items, and of two, have: `Fix: …` below
 * each headline.
 */
function partsBelow(
  firsts: readonly (readonly Token[])[],
  items: readonly (readonly Token[])[],
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  firsts.forEach((words, i) => {
    const part = partBelow(words);
    const nested = items[i]?.slice(4) ?? [];
    const labels = new Set(isList({ tokens: nested }) ? nested.map(labelOfLine) : []);
    if (part !== undefined) labels.add(foldTitle(part));
    for (const label of labels) if (label !== undefined) addCount(counts, label);
  });
  const least = Math.max(2, firsts.length / 2);
  return new Set([...counts].filter(([, count]) => count >= least).map(([part]) => part));
}

/** The tokens that hold words after an item's first paragraph. */
const HOLDS_WORDS = new Set(['inline', 'fence', 'code_block']);

function textOf(lead: readonly Token[], rest: readonly Token[]): string {
  const first = plainText(lead);
  // Most items have only one paragraph.
  if (rest.length === 0) return first;
  const lines = [first];
  for (const token of rest) if (HOLDS_WORDS.has(token.type)) lines.push(plainText([token]));
  return joinFilled(lines, '\n');
}

/** `first`: the words of its first paragraph. */
function takeawayOf(
  item: readonly Token[],
  first: readonly Token[],
  byHabit: boolean,
  habits: LineHabits,
): TakeawayNode {
  const [from, to] = item[0]?.map ?? [0, 0];
  const inside = item.slice(1, -1);
  const rest = STARTS.has(inside[0]?.type ?? '') ? inside.slice(3) : inside;
  const split = splitEmojiAndLabel(first, byHabit, habits);
  const isTitle =
    rest.length > 0 &&
    ((habits.areBelowField === true && split.label === undefined) ||
      isTitleAbove(rest, first, inside[0]?.type === 'heading_open', split, habits.parts));
  const { label, name, emoji, lead } = isTitle ? titleOf(first) : split;
  const after = emoji === undefined ? emojiAfter(rest) : undefined;
  const others = after?.rest ?? rest;
  const text = textOf(lead, others);
  // A headline above nothing but a picture is the item's text.
  if (text === '' && label !== undefined)
    return { label: undefined, name: [], emoji, lead: name, rest, text: label, tokens: item, from, to };
  return { label, name, emoji: emoji ?? after?.emoji, lead, rest: others, text, tokens: item, from, to };
}

/** Whether an item's first words are its title, which is above the rest, and not a label and its text. */
function isTitleAbove(
  rest: readonly Token[],
  first: readonly Token[],
  isHeading: boolean,
  { label, lead }: Split,
  parts = NO_PARTS,
): boolean {
  const words = withoutEmoji(first);
  const known = label === undefined ? parts : NO_PARTS;
  if (!(isHeading ? hasMoreThanSources(rest) : isItemTitle(words, rest, known))) return false;
  // In `**1. Ferry stops** 🚢`, the emoji is not text after a label. `Update: Ferry stops` above parts is a headline.
  return (
    label === undefined ||
    (lead.length > 0 && isAllBold(words) && !isAllBold(first)) ||
    (first[0]?.type === 'text' && isList({ tokens: rest }) && rest.some((line) => isPartLine(line)))
  );
}

/** Returns the tokens of an item's first paragraph or heading. */
function leadTokens([, first, inline]: readonly Token[]): readonly Token[] {
  return STARTS.has(first?.type ?? '') ? wordsOf(inline) : [];
}

/** Whether an item's first paragraph is its title: bold words, a link or a short line, above text or a quotation. */
function isItemTitle(first: readonly Token[], rest: readonly Token[], parts: ReadonlySet<string>): boolean {
  if (isAllBold(first)) return true;
  const words = plainText(first);
  // A title does not begin with a small letter, unless a link does: `[harbour/ferry](https://a.example) (402)`.
  const couldBe =
    !isAddress(words) &&
    ((isWholeLink(first) && words !== '') ||
      ((first[0]?.type === 'link_open' || !beginsSmall(words)) && endsLikeTitle(words)));
  if (isList({ tokens: rest }))
    return (
      isWholeLink(first) || NAME.test(words) || (couldBe && rest.some((line) => isPartLine(line, parts)))
    );
  return (
    couldBe &&
    topLevelNodes(rest).some(
      (tokens) =>
        (isParagraph({ tokens }) || isQuotation({ tokens })) &&
        !areSourceLines(tokens.find(({ type }) => type === 'inline')),
    )
  );
}

const NO_PARTS: ReadonlySet<string> = new Set();

/** Whether a line nested below a headline is a part: `Source: Gazette`, `**Link:** …`, or one of `parts`. */
function isPartLine(line: Token, parts = NO_PARTS): boolean {
  const label = labelOfLine(line);
  return label !== undefined && (namesPart(label) || parts.has(label));
}

/** The folded label that a nested line begins with. An address has none: `https://a.example`. */
function labelOfLine({ children }: Token): string | undefined {
  const label = children ? labelBefore(plainText(children)) : undefined;
  return label === undefined || /^https?$/i.test(label) ? undefined : foldTitle(label);
}

/** Whether the blocks below a heading, lists included, are more than its sources. */
function hasMoreThanSources(rest: readonly Token[]): boolean {
  return topLevelNodes(rest).some(
    ([open, inline]) => open?.type !== 'paragraph_open' || !areSourceLines(inline),
  );
}

/** A name above a list of news: `Ferries:`. One to three words, and not a clause. */
const NAME = /^[\p{Lu}\p{Lo}][^\s:：,，。]{0,39}(?: [^\s:：,，。]{1,20}){0,2} ?[:：]$/u;

function areSourceLines(inline: Token | undefined): boolean {
  return inline !== undefined && linesOf(inline).every(isSourceLine);
}

/** The parts of an item's first words. */
type Split = Pick<TakeawayNode, 'label' | 'name' | 'emoji' | 'lead'>;

function titleOf(words: readonly Token[]): Split {
  const taken = takeEmojiAtStart(words) ?? takeEmojiAtEnd(words);
  const title = taken?.words ?? words;
  const bold = isAllBold(title) ? title.findIndex(({ type }) => type === 'strong_open') : -1;
  const name = withoutNumber(bold < 0 ? title : title.slice(bold + 1, closeOf(title, bold)));
  return { label: plainText(name).replace(/\s*[:：]$/, ''), name, emoji: taken?.emoji, lead: [] };
}

/** Takes the emoji at the end of an item whose last block is a further paragraph. */
function emojiAfter(rest: readonly Token[]): Pick<TakeawayNode, 'emoji' | 'rest'> | undefined {
  const inline = rest.at(-2);
  if (rest.at(-1)?.type !== 'paragraph_close' || !inline?.children) return undefined;
  const found = takeEmojiAtEnd(inline.children);
  return found && { emoji: found.emoji, rest: rest.with(-2, copyOf(inline, { children: [...found.words] })) };
}

/** Splits words into emoji, label and the rest: `🤝 **U.S. Agrees:** it will …`. The first of several emoji counts. */
function splitEmojiAndLabel(words: readonly Token[], byHabit: boolean, habits: LineHabits): Split {
  const before = takeEmojiAtStart(words);
  const labelled = labelOfItem(before?.words ?? words, byHabit, habits);
  // `**🚀 Launch:** …`: an emoji inside the label is the takeaway's.
  const inside = labelled && emojiOfLabel(labelled.label);
  const between = labelled && takeEmojiAtStart(labelled.words);
  const afterLabel = between?.words ?? labelled?.words ?? before?.words ?? words;
  const after = takeMarkAfterLink(afterLabel) ?? takeEmojiAtEnd(afterLabel);
  return {
    label: inside?.rest ?? labelled?.label,
    name: labelled ? withoutEmoji(labelled.name) : [],
    emoji: (before ?? inside ?? between ?? after)?.emoji,
    lead: after?.words ?? afterLabel,
  };
}

function emojiOfLabel(label: string): { emoji: string; rest: string } | undefined {
  const found = emojiAtStart(label) ?? emojiAtEnd(label);
  return found?.rest === '' ? undefined : found;
}
