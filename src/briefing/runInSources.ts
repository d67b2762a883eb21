import type { Token } from 'markdown-it';
import { copyOf } from './tokens.ts';
import { plainText, tidy } from './plainTokens.ts';
import { urlOfBareDomain } from './safeUrl.ts';
import { kindOfTitle } from './vocabulary.ts';

/** A source in a line of them: its words, and what they link to. */
export interface RunInSource {
  readonly title: string;
  readonly url?: string;
}

/** `Fuentes:`, before the sources themselves. */
const OPENING = /^[\s(*_]*([^:：]{2,30})[:：]\s*/;
/** `via Ann`, `h/t: Ann`, `(via Ann)`, as all that a line says. */
const THANKS =
  /^[\s(*_–—-]*(?:[Vv]ia|[Hh]\/[Tt]|[Hh]at tip(?: to)?)[:：]?\s+(?=[^\p{Ll}\s])(?=[^()]{2,60}\)?[.*_]*$)/u;
/** What parts one source from the next. */
const SEPARATORS = /[;；、，]|,(?=\s)|\s[|·•]\s/;
const NAME_LENGTH = 80;
const MAY_OPEN = /^[\s(*_–—-]{0,9}(?:via\b|h\/t|hat tip|([^:：\n[\]]{2,30})[:：])/gim;
/** What may have marks in it is not known as it is written. */
const MAY_BE_MARKED = /[^a-z ()]/i;

/** Whether a line of a source may be one of them; most are not, and spared a closer look. */
export function mayNameSources(source: string): boolean {
  for (const [, name] of source.matchAll(MAY_OPEN))
    if (name === undefined || MAY_BE_MARKED.test(name) || kindOfTitle(name) === 'references') return true;
  return false;
}

/** Whether a line begins as one that names its sources: `Source: cgtn.com`. */
export function opensSources(text: string): boolean {
  const name = OPENING.exec(text.slice(0, 40))?.[1];
  return name !== undefined && kindOfTitle(name) === 'references';
}

/** The sources that a line of inline tokens names: `*Fuentes: A, [B](https://b.example)*` -> `A` and `B`. */
export function runInSources(line: readonly Token[]): RunInSource[] {
  const text = plainText(line);
  const opening = opensSources(text) ? OPENING.exec(text)?.[0] : THANKS.exec(text)?.[0];
  if (opening === undefined || text.length > opening.length + 500) return [];
  // In brackets, they end where those do: `(Source: A) And it goes on.`
  if (text.startsWith('(') && closeOfBracket(text) < text.replace(/[\s.*_]+$/, '').length - 1) return [];
  const names = (words: string): RunInSource[] =>
    words.split(SEPARATORS).flatMap((part) => {
      const title = sourceName(part);
      const url = urlOfBareDomain(title);
      const isName = /\p{L}/u.test(title) && title.length <= NAME_LENGTH;
      return isName ? [{ title, ...(url !== undefined && { url }) }] : [];
    });
  const sources: RunInSource[] = [];
  let words = '';
  let link: string | undefined;
  for (const { type, content, ...token } of afterOpening(line, opening)) {
    if (type !== 'link_open' && type !== 'link_close') {
      words += content;
      continue;
    }
    if (link === undefined) sources.push(...names(words));
    else sources.push({ title: tidy(words), url: link });
    words = '';
    link = type === 'link_open' ? String(token.attrs?.[0]?.[1]) : undefined;
  }
  return [...sources, ...names(words)];
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

/** `and the Gazette).` -> `the Gazette`; `Letter (2020)` keeps its brackets. */
function sourceName(words: string): string {
  const name = tidy(words)
    .replace(/^[\s:*_]*(?:(?:and|&|y|e|et|und)\s+)?[\s:*_]*/, '')
    .replace(/[\s.,*_]+$/, '');
  const opened = name.split('(').length;
  const closed = name.split(')').length;
  return (
    opened < closed ? name.replace(/\)([^)]*)$/, '$1') : opened > closed ? name.replace('(', '') : name
  ).replace(/^[\s:*_]+|[\s.,*_]+$/g, '');
}

/** The line's tokens without the words that it opens with. */
function afterOpening(line: readonly Token[], opening: string): Token[] {
  let left = opening.trimEnd().length;
  return line.map((token) => {
    const cut = token.type === 'text' ? Math.min(left, token.content.length) : 0;
    left -= cut;
    return cut === 0 ? token : copyOf(token, { content: token.content.slice(cut) });
  });
}
