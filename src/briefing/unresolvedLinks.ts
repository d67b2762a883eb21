import type { Token } from 'markdown-it';
import type { Problem } from './model.ts';
import { problem } from './problems.ts';
import { Finder } from './sourceText.ts';

/** `[text][label]`, `[text][]`: a link whose definition the author meant to give. */
const LINK = /\[([^[\]]{1,200})\]\[([^[\]]{0,200})\]/g;

const NUMBER = /^\^?\d{1,3}$/;

/** The links of an inline token that no definition has made one: they stay as text. */
export function unresolvedLinks(inline: Token, lines: readonly string[]): Problem[] {
  if (!inline.content.includes('][')) return [];
  const finder = new Finder(lines, inline.map);
  const problems: Problem[] = [];
  for (const { type, content } of inline.children ?? []) {
    // In the words, that is: a link with a definition has it in its source alone.
    if (type !== 'text' || !content.includes('][')) continue;
    for (const [written, text = '', label = ''] of content.matchAll(LINK)) {
      // `[1][2]` are two citations.
      if (NUMBER.test(text) && NUMBER.test(label)) continue;
      problems.push(problem('unresolved-link', finder.find(written), written, label || text));
    }
  }
  return problems;
}
