import type { Token } from 'markdown-it';
import { plainText, lineEnd } from '../grammar/tokens.ts';
import { endsAsNoTitle } from '../text/sentences.ts';

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

/** Whether there are words outside links: a source alone is no text. */
function holdsWords(words: readonly Token[]): boolean {
  let links = 0;
  return words.some(({ type, content, nesting }) => {
    if (type.endsWith('link_open') || type.endsWith('link_close')) links += nesting;
    return links === 0 && type === 'text' && /\p{L}/u.test(content);
  });
}
