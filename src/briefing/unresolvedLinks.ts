import type { Token } from 'markdown-it';
import type { Problem } from './model.ts';
import { problem } from './problems.ts';
import { Finder } from './sourceText.ts';

/** `[text][label]`, `[text][]`: a link whose definition the author meant to give. */
const LINK = /\[([^[\]]{1,200})\]\[([^[\]]{0,200})\]/g;

/** The links of an inline token that no definition has made one: they stay as text. */
export function unresolvedLinks(inline: Token, lines: readonly string[]): Problem[] {
  // In the words, that is: a link with a definition has it in its source alone.
  const isPlain = (inline.children ?? []).every(({ content }) => !content.includes(']['));
  if (isPlain) return [];
  const finder = new Finder(lines, inline.map);
  return (inline.children ?? [])
    .filter(({ type }) => type === 'text')
    .flatMap(({ content }) => [...content.matchAll(LINK)])
    .map(([written, text = '', label = '']) =>
      problem('unresolved-link', finder.find(written), written, label || text),
    );
}
