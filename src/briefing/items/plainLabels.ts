import { hasWord } from '../../base/hasWord.ts';
import type { Token } from 'markdown-it';
import { tidy } from '../../base/tidy.ts';
import { closeOf, copyOf, isLinkOpen, plainText } from '../grammar/tokens.ts';
import { unspacedLength } from '../text/scripts.ts';

/** An item's label, and the words after it. */
export interface Labelled {
  readonly label: string;
  /** The label's tokens, with its links. */
  readonly name: readonly Token[];
  readonly words: readonly Token[];
}

/** Maximum length of a label without marks. In UTF-16 units. */
const LENGTH = 60;
/** The same in a list whose items have labels. */
const LENGTH_BY_HABIT = 80;

/** `Label: text`, `Label — text`: the words before the joint read as a title, or are expected to be a label. */
export function plainLabel(
  [first, ...others]: readonly Token[],
  byHabit: boolean,
  areDashed = false,
): Labelled | undefined {
  if (first?.type !== 'text') return undefined;
  const { content } = first;
  const colon = colonIn(content, byHabit ? LENGTH_BY_HABIT : LENGTH);
  const dash = content.slice(0, (areDashed ? LENGTH_BY_HABIT : LENGTH) + 3).search(DASH);
  // The first of colon and dash is the joint.
  if (colon > 0 && (dash < 0 || colon < dash) && readsAsLabel(content.slice(0, colon), byHabit))
    return splitAt(first, others, colon, 1);
  // A pair of dashes belongs to the sentence.
  const again = DASH.test(content.slice(dash + 3));
  return dash > 0 && !again && readsAsLabel(content.slice(0, dash), areDashed)
    ? splitAt(first, others, dash, 3)
    : undefined;
}

/** Splits text into the label before a joint and the words after it. `joint`: its length in UTF-16 units. */
function splitAt(first: Token, others: readonly Token[], at: number, joint: number): Labelled {
  const before = copyOf(first, { content: first.content.slice(0, at) });
  const after = copyOf(first, { content: first.content.slice(at + joint).trimStart() });
  return { label: tidy(before.content), name: [before], words: [after, ...others] };
}

/** A colon that may end a label; not one that ends an emoji's name, `:tada: It stops`. */
const COLON = /(?<!(?:^|\s):[\w+-]{1,40}):(?=\s|$)|：/;

/** Returns the index of the first colon that ends a word, or -1; a full-width colon needs no space after it. */
function colonIn(text: string, length: number): number {
  const at = text.slice(0, length + 2).search(COLON);
  return at <= length ? at : -1;
}

/**
 * Whether a text is one to three words, or more that all have a capital if they are long: `Talks with Putin?`, not
 * `He said one thing: go`. `byHabit`: it may have more.
 */
function readsAsLabel(text: string, byHabit: boolean): boolean {
  if (!isBalanced(text) || ENDS_INSIDE.test(text)) return false;
  if (byHabit) return true;
  const words = tidy(text).split(' ');
  if (/^\p{Ll}/u.test(words[0] ?? '') || /[。，、；？！｜|]|\p{Ll}\.$/u.test(text)) return false;
  return words.length <= 3 || words.every((word) => word.length < 4 || !/^\p{Ll}/u.test(word));
}

/** A sentence that ends before the joint: `It stops. Source`, and not `3. März`. */
const ENDS_INSIDE = /(?:[\p{Ll})]|(?<!^\d?)\p{N})[.?!]\s/u;

/** Whether no bracket or quotation is left open, as it is before the colon in `[disposition: merge]` and `《渡轮：新章》`. */
function isBalanced(text: string): boolean {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  return (
    count(/[([（「『“《〈【«]/g) === count(/[)\]）」』”》〉】»]/g) && count(/"/g) % 2 === 0 && hasWord(text)
  );
}

/** Whether an item has a colon near its start, not only one before its address: if most have one, it ends their labels. */
export function hasEarlyColon(words: readonly Token[]): boolean {
  const [first] = words;
  const at = first?.type === 'text' ? colonIn(first.content, LENGTH_BY_HABIT) : 0;
  return at > 0 && !(first?.content.trimEnd().length === at + 1 && SOURCE_AT_END.test(plainText(words)));
}

/** Minimum number of letters of a clause in a script without spaces. */
const CLAUSE = 12;

/** Whether an item reads `Ferry stops at nine — The office …`: if nearly all do, the dash ends their labels. */
export function hasSentenceAfterDash(words: readonly Token[]): boolean {
  const text = DASH.test(words[0]?.content ?? '')
    ? (plainLabel(words, false, true)?.words[0]?.content ?? '')
    : '';
  // In Chinese and Japanese, news often has no full stop.
  return BEGINS.test(text) && (ENDS_INSIDE.test(`${text} `) || unspacedLength(text) >= CLAUSE);
}

/**
 * Whether an item is a headline and its source, `Ferry stops — [Gazette](https://a.example)`, `Ferry stops - Gazette`:
 * if most are, a colon or a dash is the headline’s.
 */
export function isSourcedHeadline(words: readonly Token[]): boolean {
  const text = plainText(words);
  if (SOURCE_AT_END.test(text)) return !ENDS_INSIDE.test(text);
  const at = words.findLastIndex(isLinkOpen);
  return (
    at > 0 &&
    closeOf(words, at) > words.length - 3 &&
    /\s[—–→-]\s$|[(（]$/.test(words[at - 1]?.content ?? '') &&
    !ENDS_INSIDE.test(plainText(words.slice(0, at)))
  );
}

/** Three words or more, and a name after a hyphen, or an address: `The ferry stops - Gazette`, `The ferry stops: https://…`. */
const SOURCE_AT_END = /^\S+\s\S+\s\S.{0,300}(?:\s-\s\p{L}[^!?:]{1,40}|[:：]\s?https?:\S{1,2000})$/u;

/** A dash that may end a label. */
const DASH = /\s[—–]\s/;

/** The beginning of a sentence. */
export const BEGINS = /^[^\p{L}\p{N}]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;
