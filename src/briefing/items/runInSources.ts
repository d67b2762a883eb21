import type { Token } from 'markdown-it';
import { copyOf, plainText } from '../grammar/tokens.ts';
import { tidy } from '../../base/tidy.ts';
import { isMostlyDate } from '../text/dates/date.ts';
import { labelOfField, namesPart } from '../text/partLabels.ts';
import { isReadMore } from '../text/links/genericWords.ts';
import { urlOfBareDomain } from '../text/links/safeUrl.ts';
import { saysHowMade } from '../text/colophon.ts';
import { OPENING, opensSources } from '../text/sourceLabels.ts';
import { kindOfTitle } from '../text/vocabulary.ts';

/** A source that a line like `Sources: A, B` names. */
export interface RunInSource {
  readonly title: string;
  readonly url?: string;
  /** The site of the page, if the title does not name it. */
  readonly site?: string;
}

/** `via Ann`, `h/t: Ann`, `(via Ann)`, as the whole of a line. */
const THANKS =
  /^[\s(*_–—-]*(?:[Vv]ia|[Hh]\/[Tt]|[Hh]at tip(?: to)?)[:：]?\s+(?=[^\p{Ll}\s])(?=[^()]{2,60}\)?[.*_]*$)/u;
/** A cheap first check: a part that all of these contain, and most lines do not. */
const ANNOUNCES = /[:：]|via|h\/t|hat tip/i;
/**
 * The separators of sources. Brackets after a name are matched as well, so that nothing in them separates: `Harbour
 * Office (A, B) [cut, edited]`.
 */
const SEPARATORS =
  /((?<=[^\s;；、，,|·•]\s?)(?:\([^()]{0,80}\)|\[[^[\]]{0,80}\]|（[^（）]{0,80}）))|[;；、，]|,(?=\s)|\s[|·•]\s/gu;
/**
 * A remark after a link, up to the next source: a dash or a bar, and some words, `— from the office, which says
 * when`.
 */
const ASIDE = /^[)）]?\s*[—–｜(（-](?:[^;；、，,]|,(?=\s+\p{Ll}+\s+\p{Ll}))*/u;
/** The same if semicolons separate the sources. */
const LONG_ASIDE = /^[)）]?\s*[—–-]\s[^;；]*/u;
const NAME_LENGTH = 80;
/** The end of a name. One word of code after it is a tag: "Source: Harbour Office `ferries`". */
const NAME_ABOVE = /[\p{L}\p{N})）]\s$/u;
const TAG = /^[\p{L}\p{N}_-]{1,20}$/u;
/** `… (Source: A)`, `… (via A)`, `… it stops. Source: A`: after other words, at the end of a line. */
const AT_END = [
  /[(（]\s*(?:([^:：()[\]]{2,30})[:：]\s*|via\s+)(?=[^()（）]{2,120}[)）][.。]?\s*$)/u,
  /(?<=[.!?]\s+|[。！？]\s*)([^:：.。()[\]]{2,30})(?:：\s*|:\s+)(?=[^.!?:：]{2,80}(?:https?:\/\/\S+)?\.?\s*$)/u,
];
/** Maximum length of these, in a tidied line; there may be an address in it. In UTF-16 units. */
const MAX_END_LENGTH = 400;

/** Returns the sources that a line of inline tokens names: `*Fuentes: A, [B](https://b.example)*` -> `A` and `B`. */
export function runInSources(line: readonly Token[]): RunInSource[] {
  const text = plainText(line);
  if (!ANNOUNCES.test(text)) return [];
  const opening =
    (opensSources(text) ? OPENING.exec(text)?.[0] : THANKS.exec(text)?.[0]) ?? wordsBefore(text);
  if (opening === undefined || text.length > opening.length + 500) return [];
  // Sources in brackets count only at the end of a line, not in `(Source: A) And it goes on.`
  if (text.startsWith('(') && closeOfBracket(text) < text.replace(/[\s.*_]+$/, '').length - 1) return [];
  return sourcesIn(beforeNextField(afterOpening(line, opening)), /[;；]/.test(text) ? LONG_ASIDE : ASIDE);
}

/** `aside`: the remark after a link, which is not another source: `[Harbour](https://a.example) — 3 March`. */
function sourcesIn(tokens: readonly Token[], aside: RegExp): RunInSource[] {
  const sources: RunInSource[] = [];
  /** The words before the open link. */
  let before = '';
  let words = '';
  let link: string | undefined;
  const named = (text: string) => namedIn(sources.length === 0 ? text : withoutAside(text, aside));
  for (const { type, content, ...token } of tokens) {
    if (type === 'link_open') {
      [before, words] = [words, ''];
      link = String(token.attrs?.[0]?.[1]);
    } else if (type === 'link_close') {
      // `Harbour Office (https://a.example)`: the name is the link's.
      const names = namesNoSource(words, before) ? namedIn(before) : [];
      const last = names.pop();
      for (const one of last ? names : named(before)) sources.push(one);
      sources.push({ title: last?.title ?? tidy(words), ...(link !== undefined && { url: link }) });
      [before, words, link] = ['', '', undefined];
    } else if (type !== 'code_inline' || !TAG.test(content) || !NAME_ABOVE.test(words)) words += content;
  }
  for (const one of named(words)) sources.push(one);
  return sources;
}

function withoutAside(words: string, aside: RegExp): string {
  return words.replace(aside.test(words) ? aside : ASIDE, '');
}

/** The sources that words without links name. */
function namedIn(words: string): RunInSource[] {
  const names = words.replace(LAST_SENTENCE, (said) => (saysHowMade(said) ? '' : said));
  const titles = separated(names.replace(NEXT_SENTENCE, '').replace(REMARK, '')).map(sourceName);
  const field = BARS.test(words)
    ? titles.findIndex((title, i) => i > 0 && labelOfField(title) !== undefined)
    : -1;
  return titles.slice(0, field < 0 ? undefined : field).flatMap((title) => {
    const url = urlOfBareDomain(title);
    // `Gazette | Link: ` above an address: the name is the link's.
    const isName = /\p{L}[^:：]*$/u.test(title) && title.length <= NAME_LENGTH && !isDatum(title);
    return isName ? [{ title, ...(url !== undefined && { url }) }] : [];
  });
}

function separated(words: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: mark, 1: bracket, index } of words.matchAll(SEPARATORS)) {
    if (bracket !== undefined) continue;
    parts.push(words.slice(from, index));
    from = index + mark.length;
  }
  return [...parts, words.slice(from)];
}

/** Returns the words before the sources that a line names at its end. */
function wordsBefore(text: string): string | undefined {
  const start = Math.max(0, text.length - MAX_END_LENGTH);
  const end = text.slice(start);
  for (const form of AT_END) {
    const found = form.exec(end);
    const isNamed = found && (found[1] === undefined || kindOfTitle(found[1]) === 'references');
    if (isNamed) return text.slice(0, start + found.index + found[0].length);
  }
  return undefined;
}

/** Whether a name is other data in such a line: `Date: 2 March`, `2 March 2026`, `Score: 80`, `♥ 80 today`. */
function isDatum(name: string): boolean {
  const label = labelOfField(name);
  return (
    (label !== undefined && namesPart(label)) ||
    (/\d/.test(name) && (isMostlyDate(name) || FIGURE.test(name)))
  );
}

/** Between bars, a name with a label is another field, and ends the sources: `Source: A | Kind: B | new`. */
const BARS = /\s[|·•]\s/;
/**
 * A figure, which is not a source's name: `♥ 1,427`, `2507 today`, `score 532`, `0 of 12 (last week)`, `共 30 条`. It does not match
 * the names `60 Minutes`, `RFC 2119` and `36氪`.
 */
const FIGURE =
  /^(?:\p{Ll}+\s+|共\s?(?=\d+\s))?[^\p{L}\p{N}]*\d[\d.,/]*[kKmM%]?(?:\s+[\p{Ll}\p{Lo}]+){0,2}(?:\s\d[\d.,]*)?(?:\s\([^()]*\))?$/u;

/** Whether a link's words do not name its source: an address, or `| [Read more](…)` after a name. */
function namesNoSource(words: string, before: string): boolean {
  return (
    /^\s*(?:https?:\/\/\S+|links?|url|source)\s*$/i.test(words) ||
    (!/[,;、，；]\s*$/.test(before) && isReadMore(words))
  );
}

/** Returns where the bracket that a text begins with is closed; -1 if it is not. */
function closeOfBracket(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at;
  }
  return -1;
}

/** A word that joins the last source to those before it. */
const AND =
  /^[\s:*_]*(?:(?:and|&|y|e|et|und|en|och|og|i|oraz|и|та|ve|dan|và|और|و|和|及|与|與|と|및)(?:\s+|$))?[\s:*_]*/;

/**
 * Returns a name without what joins it to others: `and the Gazette).` and, before an address, `the Gazette —` become
 * `the Gazette`; `Letter (2020)` keeps its brackets.
 */
function sourceName(words: string): string {
  const name = tidy(words).replace(AND, '').replace(AT_NAME_END, '');
  return BRACKETS.reduce(withoutStray, name)
    .replace(/^[\s:*_]+/, '')
    .replace(AT_NAME_END, '');
}

/** The characters that separate a name from its address, or from the words after it. */
const AT_NAME_END = /[\s.,*_—–｜|·•。]+$/;
/** What may say how the text was made: `Gazette, Courier. Generated at nine.` */
const LAST_SENTENCE = /\.\s[^.]{9,99}\.?\s*$/;
/** `港务局。今日无新消息。`: no name continues after such a full stop. */
const NEXT_SENTENCE = /。(?=[^」』》”）)]).*$/su;
/** `港务局；机器初筛，仍需核查。`, `Gazette; translated, not yet checked.`: several clauses after a semicolon, to the stop. */
const REMARK = /(?:；|;\s+(?=\p{Ll}))[^;；]{0,80}[,，][^;；]{0,80}[.。]\s*$/u;

const BRACKETS = ['()', '（）', '[]'];

/** Removes a bracket whose other half is outside the name: `Gazette）`, `Gazette（` above an address. */
function withoutStray(name: string, [open = '', close = '']: string): string {
  const from = name.split(open).length - name.split(close).length;
  if (from === 0) return name;
  const at = from < 0 ? name.lastIndexOf(close) : name.indexOf(open);
  return name.slice(0, at) + name.slice(at + 1);
}

/** Returns the tokens before the next field on the same line: `A - **Score:** 5/10`. */
function beforeNextField(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ type }, i) => {
    if (type !== 'strong_open') return false;
    const close = tokens.findIndex((token, end) => end > i && token.type === 'strong_close');
    const name = plainText(tokens.slice(i, close));
    const isField = /[:：]$/.test(name) || /^[:：]/.test(tokens[close + 1]?.content ?? '');
    // `Gazette | **Link:** https://a.example`: the name is the link's.
    return name !== '' && isField && !isReadMore(name);
  });
  if (at < 0) return tokens;
  const last = tokens[at - 1];
  if (last?.type !== 'text') return tokens.slice(0, at);
  return [...tokens.slice(0, at - 1), copyOf(last, { content: last.content.replace(/[\s|·•–—-]+$/, '') })];
}

/** Returns the line's tokens without the words that open it. */
function afterOpening(line: readonly Token[], opening: string): Token[] {
  let left = opening.trimEnd().length;
  return line.map((token) => {
    const isWords = token.type === 'text' || token.type === 'code_inline';
    const cut = isWords ? Math.min(left, token.content.length) : 0;
    left -= cut;
    return cut === 0 ? token : copyOf(token, { content: token.content.slice(cut) });
  });
}
