import type { Token } from 'markdown-it';
import { copyOf, plainText } from '../grammar/tokens.ts';
import { tidy } from '../../base/tidy.ts';
import { isDateAlone } from '../text/dates/date.ts';
import { labelOfField, namesPart } from '../text/partLabels.ts';
import { onlyLeads } from '../text/links/genericWords.ts';
import { urlOfBareDomain } from '../text/links/safeUrl.ts';
import { kindOfTitle } from '../text/vocabulary.ts';

/** A source in a line of them: its words, and what they link to. */
export interface RunInSource {
  readonly title: string;
  readonly url?: string;
  /** Whose the page is, where its title says that not. */
  readonly site?: string;
}

/** `Fuentes:`, before the sources themselves. */
const OPENING = /^[\s([*_]*([^:：]{2,30})[:：]\s*/;
/** `via Ann`, `h/t: Ann`, `(via Ann)`, as all that a line says. */
const THANKS =
  /^[\s(*_–—-]*(?:[Vv]ia|[Hh]\/[Tt]|[Hh]at tip(?: to)?)[:：]?\s+(?=[^\p{Ll}\s])(?=[^()]{2,60}\)?[.*_]*$)/u;
/** What any of these has, and most lines have not. */
const ANNOUNCES = /[:：]|via|h\/t|hat tip/i;
/** What parts one source from the next; what stands in brackets behind a name parts none: `Harbour Office (A, B) [cut, edited]`. */
const SEPARATORS =
  /((?<=[^\s;；、，,|·•]\s?)(?:\([^()]{0,80}\)|\[[^[\]]{0,80}\]|（[^（）]{0,80}）))|[;；、，]|,(?=\s)|\s[|·•]\s/gu;
/** Behind a link, up to the next source: a dash or a bar, and some words. */
const ASIDE = /^\s*[—–｜(（-][^;；、，,]*/u;
const NAME_LENGTH = 80;
/** The beginning of a line; in brackets that are no link’s. */
const MAY_OPEN = /[\s(*_–—-]{0,9}(?:\[(?![^\]\n]*\]\())?(?:via\b|h\/t|hat tip|([^:：\n[\]]{2,30})[:：])/iy;
/** A name with any other character may have Markdown marks in it: only its tokens tell whether it names sources. */
const MAY_BE_MARKED = /[^a-z ()]/i;

/** `… (Source: A)`, `… (via A)`, `… it stops. Source: A`: behind other words, at a line's end. */
const AT_END = [
  /[(（]\s*(?:([^:：()[\]]{2,30})[:：]\s*|via\s+)(?=[^()（）]{2,120}[)）][.。]?\s*$)/u,
  /(?<=[.!?]\s+|[。！？]\s*)([^:：.。()[\]]{2,30})(?:：\s*|:\s+)(?=[^.!?:：]{2,80}(?:https?:\/\/\S+)?\.?\s*$)/u,
];
/** None of them is longer, in a line that is tidy; there may be an address in it. */
const LONGEST_END = 400;
/** The colon of an address, as in each `[…](https://…)`, announces nothing. */
const MAY_END = /(?:[(（]|[.!?]\s|[。！？])\s*(?:via\s|\p{L}[\p{L} ]{1,29}[:：](?!\/\/))/u;

/** Whether a line of a source may be one of them; most are not, and spared a closer look. */
export function mayNameSources(source: string): boolean {
  if (mayAnnounce(source) && MAY_END.test(source)) return true;
  for (let start = 0, end = 0; end >= 0; start = end + 1) {
    if (mayOpen(source, start)) return true;
    end = source.indexOf('\n', start);
  }
  return false;
}

/** Whether the line that begins at a place may open with what announces its sources. */
function mayOpen(source: string, start: number): boolean {
  MAY_OPEN.lastIndex = start;
  const found = MAY_OPEN.exec(source);
  if (!found) return false;
  const [, name] = found;
  return name === undefined || MAY_BE_MARKED.test(name) || kindOfTitle(name) === 'references';
}

/** A colon that is none of an address, or `via`: what {@link MAY_END} ends in, and is found sooner. */
function mayAnnounce(source: string): boolean {
  for (let at = source.indexOf(':'); at >= 0; at = source.indexOf(':', at + 1))
    if (!source.startsWith('//', at + 1)) return true;
  return source.includes('via') || source.includes('：');
}

/** Whether a line begins as one that names its sources: `Source: cgtn.com`. */
export function opensSources(text: string): boolean {
  const name = OPENING.exec(text.slice(0, 40))?.[1];
  return name !== undefined && kindOfTitle(name) === 'references';
}

/** The sources that a line of inline tokens names: `*Fuentes: A, [B](https://b.example)*` -> `A` and `B`. */
export function runInSources(line: readonly Token[]): RunInSource[] {
  const text = plainText(line);
  if (!ANNOUNCES.test(text)) return [];
  const opening =
    (opensSources(text) ? OPENING.exec(text)?.[0] : THANKS.exec(text)?.[0]) ?? wordsBefore(text);
  if (opening === undefined || text.length > opening.length + 500) return [];
  // In brackets, they end where those do: `(Source: A) And it goes on.`
  if (text.startsWith('(') && closeOfBracket(text) < text.replace(/[\s.*_]+$/, '').length - 1) return [];
  const names = (words: string): RunInSource[] => {
    const titles = separated(words.replace(NEXT_SENTENCE, '').replace(REMARK, '')).map(sourceName);
    const field = BARS.test(words)
      ? titles.findIndex((title, i) => i > 0 && labelOfField(title) !== undefined)
      : -1;
    return titles.slice(0, field < 0 ? undefined : field).flatMap((title) => {
      const url = urlOfBareDomain(title);
      const isName = /\p{L}/u.test(title) && title.length <= NAME_LENGTH && !isDatum(title);
      return isName ? [{ title, ...(url !== undefined && { url }) }] : [];
    });
  };
  const sources: RunInSource[] = [];
  const addNames = (words: string) => {
    for (const source of names(words)) sources.push(source);
  };
  let words = '';
  let before = '';
  let link: string | undefined;
  // `[Harbour](https://a.example) — 3 March`: what is said of a link right behind it is no other source.
  const asideLeftOut = (rest: string) => (sources.length > 0 ? rest.replace(ASIDE, '') : rest);
  for (const { type, content, ...token } of beforeNextField(afterOpening(line, opening))) {
    if (type === 'link_open') {
      [before, words] = [words, ''];
      link = String(token.attrs?.[0]?.[1]);
    } else if (type === 'link_close') {
      // `Harbour Office (https://a.example)`: the name is the link's.
      const named = saysNothing(words, before) ? names(before) : [];
      const last = named.pop();
      for (const one of last ? named : names(asideLeftOut(before))) sources.push(one);
      sources.push({ title: last?.title ?? tidy(words), ...(link !== undefined && { url: link }) });
      [before, words, link] = ['', '', undefined];
    } else words += content;
  }
  addNames(asideLeftOut(words));
  return sources;
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

/** What stands before the sources that a line names at its end. */
function wordsBefore(text: string): string | undefined {
  const start = Math.max(0, text.length - LONGEST_END);
  const end = text.slice(start);
  for (const form of AT_END) {
    const found = form.exec(end);
    const isNamed = found && (found[1] === undefined || kindOfTitle(found[1]) === 'references');
    if (isNamed) return text.slice(0, start + found.index + found[0].length);
  }
  return undefined;
}

/** `Date: 2 March`, `2 March 2026`, `Score: 80`, `♥ 80 today`: what else is said in such a line. */
function isDatum(name: string): boolean {
  const label = labelOfField(name);
  return (
    (label !== undefined && namesPart(label)) || (/\d/.test(name) && (isDateAlone(name) || FIGURE.test(name)))
  );
}

/** Between those that bars part, one with a label is another field, with all that follows: `Source: A | Kind: B | new`. */
const BARS = /\s[|·•]\s/;
/** `♥ 1,427`, `2507 today`, `score 532`, `共 30 条`: no name begins so. `60 Minutes`, `RFC 2119` and `36氪` are some. */
const FIGURE = /^(?:\p{Ll}+\s+|共\s?(?=\d+\s))?[^\p{L}\p{N}]*\d[\d.,/]*[kKmM%]?(?:\s+[\p{Ll}\p{Lo}]+){0,2}$/u;

/** An address in place of a name, or `| [Read more](…)` behind one. */
function saysNothing(words: string, before: string): boolean {
  return (
    /^\s*(?:https?:\/\/\S+|links?|url|source)\s*$/i.test(words) ||
    (!/[,;、，；]\s*$/.test(before) && onlyLeads(words))
  );
}

/** Where the bracket closes that a text begins with; -1 if it does not. */
function closeOfBracket(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at;
  }
  return -1;
}

/** `and the Gazette).` -> `the Gazette`, and so `the Gazette —` before an address; `Letter (2020)` keeps its brackets. */
function sourceName(words: string): string {
  const name = tidy(words)
    .replace(/^[\s:*_]*(?:(?:and|&|y|e|et|und)\s+)?[\s:*_]*/, '')
    .replace(AT_NAME_END, '');
  return BRACKETS.reduce(withoutStray, name)
    .replace(/^[\s:*_]+/, '')
    .replace(AT_NAME_END, '');
}

/** What parts a name from its address, or from what is said next. */
const AT_NAME_END = /[\s.,*_—–｜|·•。]+$/;
/** `港务局。今日无新消息。`: no name goes on behind such a stop. */
const NEXT_SENTENCE = /。(?=[^」』》”）)]).*$/su;
/** `港务局；机器初筛，仍需核查。`, `Gazette; translated, not yet checked.`: several clauses behind a semicolon, to the stop. */
const REMARK = /(?:；|;\s+(?=\p{Ll}))[^;；]{0,80}[,，][^;；]{0,80}[.。]\s*$/u;

const BRACKETS = ['()', '（）', '[]'];

/** Without the one bracket whose other half stands outside the name: `Gazette）`, `Gazette（` above an address. */
function withoutStray(name: string, [open = '', close = '']: string): string {
  const from = name.split(open).length - name.split(close).length;
  if (from === 0) return name;
  const at = from < 0 ? name.lastIndexOf(close) : name.indexOf(open);
  return name.slice(0, at) + name.slice(at + 1);
}

/** `A - **Score:** 5/10`: up to the next of the fields that share a line. */
function beforeNextField(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ type }, i) => {
    if (type !== 'strong_open') return false;
    const close = tokens.findIndex((token, end) => end > i && token.type === 'strong_close');
    const name = plainText(tokens.slice(i, close));
    return name !== '' && (/[:：]$/.test(name) || /^[:：]/.test(tokens[close + 1]?.content ?? ''));
  });
  if (at < 0) return tokens;
  const last = tokens[at - 1];
  if (last?.type !== 'text') return tokens.slice(0, at);
  return [...tokens.slice(0, at - 1), copyOf(last, { content: last.content.replace(/[\s|·•–—-]+$/, '') })];
}

/** The line's tokens without the words that it opens with. */
function afterOpening(line: readonly Token[], opening: string): Token[] {
  let left = opening.trimEnd().length;
  return line.map((token) => {
    const isWords = token.type === 'text' || token.type === 'code_inline';
    const cut = isWords ? Math.min(left, token.content.length) : 0;
    left -= cut;
    return cut === 0 ? token : copyOf(token, { content: token.content.slice(cut) });
  });
}
