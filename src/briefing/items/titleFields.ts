import type { Token } from 'markdown-it';
import { closeOf, copyOf, haveWords, isVisible, lineEnd, plainText, wordsOf } from '../grammar/tokens.ts';
import { foldTitle, namesIn } from '../text/vocabulary.ts';
import type { Block } from '../blocks/document.ts';
import { inlineOf } from '../blocks/kinds.ts';

const NAMES = namesIn([
  'title, headline, news title, article title, paper title, título, titular, titre, titel, schlagzeile, titolo, tytuł',
  '标题, 新闻标题, 標題, タイトル, 見出し, 제목, заголовок',
]);

/** Maximum length of the name of such a field. In UTF-16 units. */
const LENGTH = 20;

/** Whether a label is the name of the field that has a story's headline: `Title`, `标题`. */
export function namesTitle(label: string): boolean {
  return label.length <= LENGTH && NAMES.has(foldTitle(label));
}

/** Maximum number of fields above the one with the headline. */
const ABOVE = 6;

/**
 * Returns the words after the name of a field that has the headline, of which the name says nothing:
 * `**Title:** Ferry stops` -> `Ferry stops`; undefined if there is no such name, or nothing after it on its line. Other
 * bold fields above it, `**Topic:** Ports`, come below it then.
 */
export function withoutTitleField(words: readonly Token[], above = ABOVE): readonly Token[] | undefined {
  const found = titleIn(words);
  const end = lineEnd(words);
  if (found || above === 0 || end === words.length || words.find(isVisible)?.type !== 'strong_open')
    return found;
  const below = withoutTitleField(words.slice(end + 1), above - 1);
  const line = below ? lineEnd(below) : 0;
  return below && [below.slice(0, line), words[end] ?? [], words.slice(0, end), below.slice(line)].flat();
}

/** Returns the words after the name of such a field at their start. */
function titleIn(words: readonly Token[]): readonly Token[] | undefined {
  const [first] = words;
  const at = first && !isVisible(first) ? 1 : 0;
  const isBold = words[at]?.type === 'strong_open';
  const end = isBold ? closeOf(words, at) : at;
  const [name, next] = isBold ? [plainText(words.slice(at, end)), words[end + 1]] : ['', words[at]];
  if (next?.type !== 'text') return undefined;
  const field = FIELD.exec(name + next.content);
  // In `**Title: Ferry stops** It is late`, the bold words are more than the name.
  if (field?.[1] === undefined || field[0].length < name.length || !namesTitle(field[1])) return undefined;
  const rest = copyOf(next, { content: next.content.slice(field[0].length - name.length) });
  const value = [rest, ...words.slice(isBold ? end + 2 : at + 1)];
  const line = lineEnd(value);
  // A headline of two lines, in a text that is wrapped by hand, is left as it is written.
  if (value[line]?.type === 'softbreak' && /^\s*\p{Ll}/u.test(value[line + 1]?.content ?? ''))
    return undefined;
  return haveWords(value.slice(0, line)) ? value : undefined;
}

/** Whether a paragraph begins with such a field. */
export function beginsWithTitleField(block: Block): boolean {
  const inline = inlineOf(block);
  // A cheap first check: most paragraphs have no colon there.
  if (!inline || !/[:：]/.test(inline.content.slice(0, 2 * LENGTH))) return false;
  return withoutTitleField(wordsOf(inline)) !== undefined;
}

const FIELD = /^([^:：]{2,20})[:：]\s*/;
