import type { Token } from 'markdown-it';
import { isMostlyDate } from '../text/dates/date.ts';
import { hasHeadlineNumber, withoutHeadlineNumber } from '../text/headlineNumber.ts';
import { isSourceAfter } from './boldLeads.ts';
import { endsInSpace, headlineAfterTag } from './newsTags.ts';
import { BEGINS, type Labelled, plainLabel } from './plainLabels.ts';
import { namesPart, labelBefore } from '../text/partLabels.ts';
import { foldTitle } from '../text/vocabulary.ts';
import {
  closeOf,
  copyOf,
  haveWords,
  plainText,
  isLineBreak,
  isVisible,
  isWholeLink,
  lineEnd,
} from '../grammar/tokens.ts';
import { holdsSentence } from '../text/sentences.ts';
import { tidy } from '../../base/tidy.ts';

/** How the items of a list are written. */
export interface LineHabits {
  /** The folded labels that further lines of the items begin with. */
  readonly parts?: ReadonlySet<string>;
  /** Whether the first line of an item is its title, if that of most items is. */
  readonly isTitled?: ((words: readonly Token[]) => boolean) | undefined;
  /** Whether a field gave the first lines, `Title: Ferry stops: at nine`. */
  readonly areBelowField?: boolean;
  /** Whether dashes end the labels, `Ferry stops at nine — The office …`. */
  readonly areDashed?: boolean;
  /** Whether the items are headlines and their sources, `Ferry stops — [Gazette](https://a.example)`. */
  readonly areSourced?: boolean;
  /** Whether the items begin with a name in bold, and a sentence, `**Ferry** The office …`. */
  readonly areNamed?: boolean;
}

/**
 * Returns the label that an item begins with: `**L:** t`, `**L**: t`, `**L** — t`, `**L.** t`, `_L_: t`, `[L](u): t`,
 * `[L](u) — t`, `L: t`, `L — t`. It needs words after it. `byHabit`: the items beside it have labels, so that
 * `A longer name for it (short): t` has one, too.
 */
export function labelOfItem(
  words: readonly Token[],
  byHabit: boolean,
  habits: LineHabits = {},
): Labelled | undefined {
  const start = words[0] && !isVisible(words[0]) ? 1 : 0;
  const own = words.slice(start);
  const found =
    habits.areBelowField === true
      ? lineAsLabel(own)
      : (taggedLabel(own) ??
        markedLabel(own, habits.areNamed) ??
        (habits.isTitled?.(own) ? lineAsLabel(own) : undefined) ??
        (habits.areSourced ? undefined : plainLabel(own, byHabit, habits.areDashed)) ??
        titleLine(own, habits));
  return found && found.label !== '' && haveWords(found.words) && !isStop(found.words) ? found : undefined;
}

/** Whether the words are only a full stop: `**Ferry stops!**.` */
function isStop(words: readonly Token[]): boolean {
  return /^[.。]$/.test(plainText(words));
}

/** Whether an item begins with bold words and a sentence, `**Ferry** The office …`: if all do, these are their labels. */
export function hasBoldName(words: readonly Token[]): boolean {
  const start = words.findIndex(isVisible);
  const [after] = words[start]?.type === 'strong_open' ? tokensAfter(words, closeOf(words, start)) : [];
  return /^\s+["'“‘«]?\p{Lu}/u.test(after?.content ?? '');
}

/** The tokens that open a label with marks. */
const MARKS = new Set(['strong_open', 'em_open', 'link_open', 'dead_link_open']);

function markedLabel(words: readonly Token[], isNamed = false): Labelled | undefined {
  const type = words[0]?.type ?? '';
  if (!MARKS.has(type)) return undefined;
  const first = closeOf(words, 0);
  const isLink = type.endsWith('link_open');
  const close = isLink ? boldRest(words, first) : first;
  const name = withoutNumber(isLink ? words.slice(0, close + 1) : words.slice(1, close));
  const label = plainText(name);
  const after = tokensAfter(words, close);
  const isBold = type === 'strong_open';
  const joined = /[:：]$/.test(label)
    ? undefined
    : (withoutJoint(after, isLink) ?? (isBold && withoutStop(after)));
  if (joined) return { label: withoutEnd(label), name, words: joined };
  // A link is over before its end only if it continues with bold words.
  const isOver = (!isLink || close > first) && (isBold ? /[:：.?!。？！]$/ : /[:：]$/).test(label);
  const isNumbered = () => plainText(words.slice(0, close)) !== label;
  const isLabel =
    isOver ||
    (isLink && (isAllBold(words.slice(1, close)) || isLinkedHeadline(label, after))) ||
    (isBold && (isNamed || isNumbered() || isBoldHeadline(name, label, after)));
  return isLabel ? { label: withoutEnd(label), name, words: after } : undefined;
}

/** Whether the words of a link are a headline above what follows, and not its address or the end of a sentence. */
function isLinkedHeadline(label: string, after: readonly Token[]): boolean {
  return standsOnOwnLine(after) && !continuesSentence(after) && !isStopped(after) && !ADDRESS.test(label);
}

/** Whether words in bold are a headline, or a day, as what follows shows: the next line, a source or a sentence. */
function isBoldHeadline(name: readonly Token[], label: string, after: readonly Token[]): boolean {
  const isBeforeSource = () =>
    /\p{L}/u.test(label) && isSourceAfter(after.slice(0, lineEnd(after))) && !continuesSentence(after);
  return isDayBefore(after, label) || standsOnOwnLine(after) || isBeforeSource() || isLinkAbove(name, after);
}

/** `**3 March 2026** Ferry stops` */
function isDayBefore(after: readonly Token[], label: string): boolean {
  return isMostlyDate(label) && BEGINS.test(plainText(after));
}

/** Returns the label of a headline after a tag, `**NEW** [Ferry stops](…)`, `[#12](…) **Ferry stops**`: the tag is part of it. */
function taggedLabel(words: readonly Token[]): Labelled | undefined {
  const at = headlineAfterTag(words);
  const found = at === 0 ? undefined : markedLabel(words.slice(at));
  if (!found) return undefined;
  const tag = words.slice(0, at);
  const label = `${plainText(tag)}${endsInSpace(tag.at(-1)) ? ' ' : ''}${found.label}`;
  return { ...found, label: tidy(label), name: [...tag, ...found.name] };
}

/**
 * Returns the end of the bold words after a bold link, if a colon ends them: `[**Ferry**](https://a.example)** stops:**`
 * is one label in two pieces. Otherwise returns the end of the link.
 */
function boldRest(words: readonly Token[], end: number): number {
  const space = words[end + 1];
  const at = space && !isVisible(space) ? end + 2 : end + 1;
  if (words[at]?.type !== 'strong_open' || !isAllBold(words.slice(1, end))) return end;
  const close = closeOf(words, at);
  return /[:：]\s*$/.test(plainText(words.slice(at, close))) ? close : end;
}

/** A full stop, after a remark in brackets on the words before it: ` (Gazette, 3 March). It …` */
const STOP = /^(\s*(?:\([^()]{1,90}\)|（[^（）]{1,90}）))?(?:[.。]\s|。)/;

/** Returns the words without the bold words' full stop, if a sentence follows: `**Ferry stops**. It is late.` */
function withoutStop([first, ...others]: readonly Token[]): readonly Token[] | undefined {
  const [stop, aside = ''] = first?.type === 'text' ? (STOP.exec(`${first.content} `) ?? []) : [];
  if (!first || stop === undefined) return undefined;
  const rest = copyOf(first, { content: first.content.slice(stop.length).trimStart() });
  if (!BEGINS.test(plainText([rest, ...others]))) return undefined;
  return [copyOf(first, { content: `${aside} ${rest.content}`.trimStart() }), ...others];
}

/**
 * Returns the words without the characters that join them to a label; undefined if there are none. A dash right after
 * a link is the sentence’s own: `[Parity](u)—which was …`.
 */
function withoutJoint([next, ...others]: readonly Token[], isLink: boolean): readonly Token[] | undefined {
  if (next?.type !== 'text') return undefined;
  const joint = isLink
    ? /^\s*[:：｜]\s*|^\s+(?:——|[—–·|]|--?)\s+/
    : /^\s*(?:——|[:：—–·|｜]|-(?=\s)|--(?!-))\s*/;
  const found = joint.exec(next.content)?.[0];
  if (found !== undefined) return [copyOf(next, { content: next.content.slice(found.length) }), ...others];
  // `**Ferry stops** (updated) — The …`, `**Ferry stops** *(updated)* `new` — The …`: what is between is about the label.
  if (ASIDE_AND_JOINT.test(next.content)) return [next, ...others];
  const words = [next, ...others];
  const at = endOfAsides(words);
  const after = words[at];
  return at > 0 && after?.type === 'text' && /^\s*[—–:：]/.test(after.content) ? others : undefined;
}

const ASIDE_AND_JOINT = /^\s*(?:\([^()]{1,60}\)|（[^（）]{1,60}）|\[[^[\]]{1,60}\])\s*[—–:：-]/;

/** Returns the index after words in italics and code. */
function endOfAsides(words: readonly Token[]): number {
  let at = 0;
  for (;;) {
    const token = words[at];
    if (token?.type === 'em_open') at = closeOf(words, at) + 1;
    else if (token?.type === 'code_inline' || (token && !isVisible(token))) at++;
    else return at;
  }
}

/** Whether all words are bold; a colon, full stop or dash may be after them, `**Ferries**:`, as well as among them. */
export function isAllBold(words: readonly Token[]): boolean {
  const start = words.findIndex(isVisible);
  if (words[start]?.type !== 'strong_open') return false;
  const after = words.slice(closeOf(words, start) + 1);
  return !haveWords(after) || /^[:：.。—–-]$/.test(plainText(after));
}

/** Returns the tokens after one, without the empty text that markdown-it leaves where marks were. */
function tokensAfter(words: readonly Token[], close: number): readonly Token[] {
  const first = words.findIndex(({ type, content }, at) => at > close && (type !== 'text' || content !== ''));
  return first < 0 ? [] : words.slice(first);
}

/** Whether a line continues the sentence of the one above: the text is hard-wrapped, and line breaks mean nothing. */
function continuesSentence(after: readonly Token[]): boolean {
  const end = lineEnd(after);
  if (after[end]?.type === 'hardbreak' || isByline(after[end + 1])) return false;
  return after.some(
    ({ type }, at) => type === 'softbreak' && /^\s*\p{Ll}/u.test(after[at + 1]?.content ?? ''),
  );
}

/** Whether a line says where something is from, in parts: `harbour.example · 12 points`. */
function isByline(first: Token | undefined): boolean {
  return first?.type === 'text' && BYLINE.test(first.content);
}

const BYLINE = /^[^.!?。！？]{1,40}(?:\.[^\s.!?]{1,40}){0,3}\s[·|]\s/u;

/** Whether a full stop follows: a link ends a sentence, and others come after it, `[the log](…).` */
function isStopped([next]: readonly Token[]): boolean {
  return next?.type === 'text' && /^\s*\./.test(next.content);
}

/** The words of a link that are its address. */
const ADDRESS = /^(?:https?:\/\/|www\.)/i;

/**
 * Whether a headline is a line of its own, and the next line a new sentence. Stars, code, figures or `(Gazette)`,
 * linked or not, may follow it.
 */
function standsOnOwnLine(after: readonly Token[]): boolean {
  const end = lineEnd(after);
  const first = after[end + 1];
  return (
    end < after.length &&
    isAsideOrFigures(after.slice(0, end)) &&
    // `[Ferry](…),` and `[Crane](…) by Ann` on the next line are one sentence.
    !(after[0]?.type === 'text' && /^\s*[,;]/.test(after[0].content)) &&
    !(first?.type === 'text' && /^\s*[\p{Ll},;.)—–-]/u.test(first.content) && !isByline(first))
  );
}

/**
 * `**[Ferry stops](https://a.example)**` is a headline whatever its next line begins with: `harbour.example says
 * when.`
 */
function isLinkAbove(name: readonly Token[], [next]: readonly Token[]): boolean {
  return isWholeLink(name) && next !== undefined && isLineBreak(next);
}

function isAsideOrFigures(line: readonly Token[]): boolean {
  const words = plainText(line.filter(({ type }) => type !== 'code_inline')).replace(ASIDE, '');
  return !/\p{L}/u.test(words) && words.length <= FIGURES;
}

/** Maximum length of figures such as `⭐ 14,025 (+132)`, `📅 2026-03-03`; longer ones are text. In UTF-16 units. */
const FIGURES = 30;
/** `(Gazette)`, `(+564 today)` */
const ASIDE = /(?<!\s)\s*[(（][^()（）]{1,40}[)）]\s*$/;

/** `1. Ferry stops` -> `Ferry stops` */
export function withoutNumber(name: readonly Token[]): readonly Token[] {
  const at = name.findIndex(({ type }) => type === 'text');
  const first = name[at];
  if (!first || !hasHeadlineNumber(first.content) || name.slice(0, at).some(({ content }) => content !== ''))
    return name;
  return name.with(at, copyOf(first, { content: withoutHeadlineNumber(first.content) }));
}

/** A first line with a labelled part below it is the label: `Ferry stops at nine`, `Source: Harbour Office`, … */
function titleLine(words: readonly Token[], { parts }: LineHabits): Labelled | undefined {
  const part = partBelow(words);
  const isAbovePart = part !== undefined && (namesPart(part) || parts?.has(foldTitle(part)) === true);
  const line = isAbovePart ? lineAsLabel(words) : undefined;
  // Without its last full stop, one sentence holds none.
  return line && !holdsSentence(line.label) ? line : undefined;
}

function lineAsLabel(words: readonly Token[]): Labelled {
  const end = lineEnd(words);
  const name = words.slice(0, end);
  return { label: withoutEnd(plainText(name)), name, words: words.slice(end + 1) };
}

/** Returns the label that the second line begins with: `Source`. */
export function partBelow(words: readonly Token[]): string | undefined {
  const next = words[lineEnd(words) + 1];
  return next?.type === 'text' ? labelBefore(next.content) : undefined;
}

function withoutEnd(label: string): string {
  return label.replace(/\s*[:：.。]$/, '');
}
