import type { Token } from 'markdown-it';
import { emojiAtStart } from '../../base/emoji.ts';
import { closeOf, copyOf, plainText, isLinkOpen, lineEnd } from '../grammar/tokens.ts';
import { hasHeadlineNumber, withoutHeadlineNumber } from '../text/headlineNumber.ts';
import { labelOfField, namesPart } from '../text/partLabels.ts';
import { hasOtherWords, isSourceLine } from './sourceLines.ts';
import type { Block } from '../blocks/document.ts';
import { inlineOf } from '../blocks/kinds.ts';

/** The bold words that a paragraph begins with. */
export interface BoldLead {
  readonly words: string;
  /** What is after them: nothing, other lines, or words on the same line after a joint. */
  readonly before: 'nothing' | 'lines' | 'text';
  /** `**Why it matters:**`, `**Why it matters**: …` */
  readonly hasColon: boolean;
  /** `**1. Ferry stops**` */
  readonly isNumbered: boolean;
  /** `**[Ferry stops](https://a.example)**` */
  readonly isLinked: boolean;
}

/**
 * The characters that join a headline to its text: ` — `, `: `, ` · `, ` | `; before it, something short in brackets,
 * `[High]`.
 */
const JOINT =
  /^\s*(?:(?:\([^()]{1,60}\)|\[[^[\]]{1,60}\])\s*)?(?:[:：—–·|｜]|-(?=\s)|--(?!-))|^(?:[.。]\s+|。)["'“‘(]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;
const ENDS = /[:：.?!。？！]["'”’»)]?$/u;
/** Text without words, such as a colon, a dash or stars after the bold words. */
const NO_WORDS = /^[^\p{L}\p{N}]*$/u;

/** `[1]`, `[2, 3]`, `¹ ²`: citations after a headline. */
const CITATIONS = /^(?:\s*(?:[⁰¹²³⁴-⁹]{1,3}|\[\d{1,3}(?:, ?\d{1,3}){0,9}\]|【\d{1,3}】))+\s*$/;

/** Memoizes the leads of a text's blocks, which many rules ask for. */
export class BoldLeadCache {
  readonly #found = new Map<Block, BoldLead | undefined>();

  /** `**Ferry stops at nine** — The harbour office …`; undefined if a paragraph's first words are only stressed. */
  of(block: Block): BoldLead | undefined {
    const inline = inlineOf(block);
    if (!inline?.children) return undefined;
    const known = this.#found.get(block);
    if (known !== undefined || this.#found.has(block)) return known;
    const lead = mayBeBold(inline) ? leadOf(inline.children) : undefined;
    this.#found.set(block, lead);
    return lead;
  }
}

/** Returns the bold lead of a paragraph's words; see {@link BoldLeadCache.of}. */
export function leadOf(tokens: readonly Token[]): BoldLead | undefined {
  const start = startOfLead(tokens);
  const isLink = tokens[start]?.type.endsWith('link_open') === true;
  // `***Ferry stops***` is in italics, too.
  const bold = isLink || tokens[start]?.type === 'em_open' ? nextOf(tokens, start + 1) : start;
  if (tokens[bold]?.type !== 'strong_open') return undefined;
  const close = closeOf(tokens, start);
  const written = plainText(tokens.slice(start, close));
  const words = withoutHeadlineNumber(written);
  if (!/\p{L}/u.test(words)) return undefined;
  // `**Status: draft | Date: 3 March**`: a part and its text, all in bold.
  const field = labelOfField(words);
  if (field !== undefined && namesPart(field))
    return { words: field, hasColon: true, isNumbered: false, isLinked: false, before: 'text' };
  const after = tokens.slice(close + 1);
  const end = lineEnd(after);
  const line = plainText(after.slice(0, end));
  const hasColon = /[:：]$/.test(words) || /^[:：]/.test(line);
  const isLinked = tokens.slice(start, close).some(isLinkOpen);
  const lead = { words, hasColon, isNumbered: hasHeadlineNumber(written, words), isLinked };
  // `**Source:** [Gazette](…)` is not a lead: it names a source.
  if (
    NO_WORDS.test(line) ||
    CITATIONS.test(line) ||
    isAsideAfter(line, after[end + 1]) ||
    (!hasColon && isSourceAfter(after.slice(0, end)))
  )
    return areBold(after.slice(end)) && !isLinked
      ? undefined
      : { ...lead, before: NO_WORDS.test(plainText(after.slice(end))) ? 'nothing' : 'lines' };
  const isWhole =
    isLink &&
    plainText(tokens.slice(bold, closeOf(tokens, bold))) === written &&
    !after.some(
      (token, i) => i < end && isLinkOpen(token) && after[nextOf(after, i + 1)]?.type === 'strong_open',
    );
  return isWhole || lead.isNumbered || ENDS.test(words) || JOINT.test(line) || goesOn(words, line)
    ? { ...lead, before: 'text' }
    : undefined;
}

/** Whether bold words are a clause that the sentence continues: `**The ferry stops at nine**, which …`. */
function goesOn(words: string, line: string): boolean {
  return line.startsWith(', ') && /^\S+(?: \S+){3}/.test(words);
}

/**
 * Whether the line after bold words is only an aside in brackets, which is not a text: `**Ferry stops** (3 March 2026)`.
 */
function isAsideAfter(line: string, next: Token | undefined): boolean {
  return ASIDE.test(line) && !/^\s*\p{Ll}/u.test(next?.content ?? '');
}
const ASIDE = /^\s*[(（][^()（）]{1,60}[)）]\s*$/;

/**
 * Whether further lines are all bold: then everything is stressed, and the first line is a headline only if it is a
 * link.
 */
function areBold(tokens: readonly Token[]): boolean {
  let depth = 0;
  return (
    tokens.some(({ type }) => type === 'strong_open') &&
    tokens.every(({ type, nesting, content }) => {
      if (type.startsWith('strong_')) depth += nesting;
      return depth > 0 || NO_WORDS.test(content);
    })
  );
}

const BOLD = /\*\*|__|<(?:b|strong)[\s>]/i;

/** A cheap first check, which most paragraphs fail. */
function mayBeBold({ content }: Token): boolean {
  return BOLD.test(content.slice(0, 24));
}

/** Returns the index after an emoji and a number that may precede the bold words. */
function startOfLead(tokens: readonly Token[]): number {
  const [first] = tokens;
  if (first?.type !== 'text') return 0;
  const text = first.content.replace(/^\s*\d{1,3}[.)]\s+/, '').trim();
  return text === '' || emojiAtStart(text)?.rest === '' ? nextOf(tokens, 1) : 0;
}

/** Skips the empty texts that markdown-it leaves where marks were. */
function nextOf(tokens: readonly Token[], from: number): number {
  let at = from;
  while (tokens[at]?.type === 'text' && tokens[at]?.content === '') at++;
  return at;
}

/**
 * Whether only a source and tags follow a headline: `**Ferry stops** [source](https://a.example) #ferries`,
 * `**Ferry stops** [Harbour Gazette](https://a.example)`.
 */
export function isSourceAfter(line: readonly Token[]): boolean {
  if (!line.some(isLinkOpen)) return false;
  return isSourceLine(line.map(withoutTags)) || (!hasOtherWords(line) && NAME.test(plainText(line)));
}

/** One to three words that do not continue a sentence, as in `**Ferries** [stop at nine](https://a.example)`. */
const NAME = /^(?!\p{Ll})\S{1,20}(?: \S{1,20}){0,2}$/u;

const TAG = /#[\p{L}\p{N}_-]{1,40}/gu;

function withoutTags(token: Token): Token {
  if (token.type === 'code_inline') return copyOf(token, { content: '' });
  return token.type === 'text' && token.content.includes('#')
    ? copyOf(token, { content: token.content.replace(TAG, '') })
    : token;
}
