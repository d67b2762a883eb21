import type { Token } from 'markdown-it';
import { isLineBreak, plainText, lineEnd } from '../grammar/tokens.ts';
import { endsAsNoTitle, holdsSentence } from '../text/sentences.ts';

/** Maximum length of a title. In UTF-16 units. */
const LENGTH = 120;

/** Whether a line may be a title by its length and by how it ends. */
export function endsLikeTitle(words: string): boolean {
  return words !== '' && words.length <= LENGTH && !endsAsNoTitle(words) && !/[:：]$/.test(words);
}

/** Whether words begin with a small letter, as a title does not. */
export function beginsSmall(words: string): boolean {
  return /^\P{L}*\p{Ll}/u.test(words);
}

/** Whether an item's author has broken the line after a title: `Ferry stops`, two spaces, `It is late.` */
export function hasTitleLine(words: readonly Token[]): boolean {
  const end = lineEnd(words);
  if (words[end]?.type !== 'hardbreak') return false;
  const line = plainText(words.slice(0, end));
  return endsLikeTitle(line) && !beginsSmall(line) && holdsWords(words.slice(end + 1));
}

/**
 * Whether an item's first line is a title because it had room for the first word of the text below it, which begins
 * as a text does and has a sentence: `Ferry stops`, `The harbour office stops it on Monday.`
 */
export function hasShortLine(words: readonly Token[]): boolean {
  const end = lineEnd(words);
  const first = plainText(words.slice(0, end));
  if (words[end]?.type !== 'softbreak' || !endsLikeTitle(first) || beginsSmall(first)) return false;
  // An address is as long as it is, wherever lines are wrapped.
  const below = words
    .slice(end + 1)
    .map((token) => (isLineBreak(token) ? '\n' : token.content))
    .join('')
    .split('\n')
    .filter((line) => !line.includes('://'));
  const [second = ''] = below;
  const room = below.reduce((most, { length }) => Math.max(most, length), 0) - first.length;
  return STARTS_TEXT.test(second) && room > second.search(/\s|$/) && holdsSentence(below.join(' '));
}

const STARTS_TEXT = /^["'“‘«„「『]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;

/** Whether there are words outside links: a source alone is no text. */
function holdsWords(words: readonly Token[]): boolean {
  let links = 0;
  return words.some(({ type, content, nesting }) => {
    if (type.endsWith('link_open') || type.endsWith('link_close')) links += nesting;
    return links === 0 && type === 'text' && /\p{L}/u.test(content);
  });
}
