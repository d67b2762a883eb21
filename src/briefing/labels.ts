import type { Token } from 'markdown-it';
import { closeOf, copyOf } from './tokens.ts';
import { haveWords, plainText, tidy } from './plainTokens.ts';

/** What an item is called, and what it says. */
export interface Labelled {
  readonly label: string;
  /** The label's own tokens: a link among them leads somewhere. */
  readonly name: readonly Token[];
  readonly words: readonly Token[];
}

/** Of a label without marks. */
const LENGTH = 60;
/** Of one in a list whose items have them. */
const LENGTH_BY_HABIT = 80;

/**
 * The label that an item begins with: `**L:** t`, `**L**: t`, `**L** — t`, `**L.** t`, `_L_: t`, `[L](u): t`, `[L](u) — t`,
 * `L: t`, `L — t`. It is one only where words follow it. `byHabit`: the items beside it have labels, so that `A longer
 * name for it (short): t` has one as well.
 */
export function labelOfItem(words: readonly Token[], byHabit: boolean): Labelled | undefined {
  const start = words[0]?.type === 'text' && words[0].content.trim() === '' ? 1 : 0;
  const found = markedLabel(words.slice(start)) ?? plainLabel(words.slice(start), byHabit);
  return found && found.label !== '' && haveWords(found.words) ? found : undefined;
}

/** Whether a colon stands early in the item: where most items have one, it ends their labels. */
export function hasEarlyColon([first]: readonly Token[]): boolean {
  return first?.type === 'text' && colonIn(first.content, LENGTH_BY_HABIT) > 0;
}

function markedLabel(words: readonly Token[]): Labelled | undefined {
  const type = words[0]?.type ?? '';
  if (!/^(?:strong|em|link|dead_link)_open$/.test(type)) return undefined;
  const close = closeOf(words, 0);
  const isLink = type.endsWith('link_open');
  const name = isLink ? words.slice(0, close + 1) : words.slice(1, close);
  const label = plainText(name);
  const [next, ...others] = words.slice(close + 1);
  // A dash right behind a link is the sentence's own: `[Parity](u)—which was …`.
  const joint = isLink ? /^\s*[:：]\s*|^\s+[—–-]\s+/ : /^\s*(?:[:：—–]|-(?=\s))\s*/;
  const found = next?.type === 'text' && !/[:：]$/.test(label) ? joint.exec(next.content)?.[0] : undefined;
  if (next && found !== undefined) {
    return {
      label: withoutEnd(label),
      name,
      words: [copyOf(next, { content: next.content.slice(found.length) }), ...others],
    };
  }
  const end = type === 'strong_open' ? /[:：.?!。？！]$/ : /[:：]$/;
  return !isLink && end.test(label)
    ? { label: withoutEnd(label), name, words: words.slice(close + 1) }
    : undefined;
}

/** `Label: text`, `Label — text`, where what stands before the joint reads as a title, or is expected to be one. */
function plainLabel([first, ...others]: readonly Token[], byHabit: boolean): Labelled | undefined {
  if (first?.type !== 'text') return undefined;
  const { content } = first;
  const colon = colonIn(content, byHabit ? LENGTH_BY_HABIT : LENGTH);
  const dash = content.slice(0, LENGTH + 3).search(/\s[—–]\s/);
  // The first of the two is the joint.
  if (
    colon > 0 &&
    (dash < 0 || colon < dash) &&
    (readsAsTitle(content.slice(0, colon)) || (byHabit && isBalanced(content.slice(0, colon))))
  )
    return splitAt(first, others, colon, 1);
  // Two dashes are a sentence's own.
  const again = content.slice(dash + 3).search(/\s[—–]\s/) >= 0;
  return dash > 0 && !again && readsAsTitle(content.slice(0, dash))
    ? splitAt(first, others, dash, 3)
    : undefined;
}

/** The label before a joint of some characters, and what is said behind it. */
function splitAt(first: Token, others: readonly Token[], at: number, joint: number): Labelled {
  const before = copyOf(first, { content: first.content.slice(0, at) });
  const behind = copyOf(first, { content: first.content.slice(at + joint).trimStart() });
  return { label: tidy(before.content), name: [before], words: [behind, ...others] };
}

/** The first colon that ends a word; in Chinese and Japanese no space stands behind it. */
function colonIn(text: string, length: number): number {
  const at = text.slice(0, length + 2).search(/:(?=\s|$)|：/);
  return at <= length ? at : -1;
}

/** One to three words, or longer ones all with a capital: `Talks with Putin?`, not `He said one thing: go`. */
function readsAsTitle(text: string): boolean {
  const words = tidy(text).split(' ');
  if (/^\p{Ll}/u.test(words[0] ?? '') || !isBalanced(text) || /[。，、；]/.test(text)) return false;
  return words.length <= 3 || words.every((word) => word.length < 4 || !/^\p{Ll}/u.test(word));
}

/** No bracket or quotation is left open: `[disposition: merge]` is none with a colon in it. */
function isBalanced(text: string): boolean {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  return (
    count(/[([（「『“]/g) === count(/[)\]）」』”]/g) && count(/"/g) % 2 === 0 && /[\p{L}\p{N}]/u.test(text)
  );
}

function withoutEnd(label: string): string {
  return label.replace(/\s*[:：.。]$/, '');
}
