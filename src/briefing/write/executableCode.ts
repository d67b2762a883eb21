import type { Token } from 'markdown-it';
import { copyOf, tokenOf } from '../grammar/tokens.ts';
import type { ItemMarkup } from './itemContent.ts';

/**
 * Code that R Markdown and Quarto run even if it is quoted: `r 1 + 1`, a `{r}` after backticks, `{{< include x >}}`.
 */
const EXECUTABLE = /`|\{\{<|^\s*(?:r[ #]|\{)/;

/** Replaces code that R Markdown or Quarto would execute, even in a quotation, with plain words. */
export function withoutExecutableCode(written: ItemMarkup): ItemMarkup {
  return {
    ...written,
    name: written.name.map(withoutProgram),
    blocks: written.blocks.map(withoutProgram),
  };
}

function withoutProgram(token: Token): Token {
  const { type, content, children } = token;
  if (children) return copyOf(token, { children: children.map(withoutProgram) });
  if (type === 'code_inline') return EXECUTABLE.test(content) ? copyOf(token, { type: 'text' }) : token;
  if (!token.block || !EXECUTABLE.test(content)) return token;
  const lines = content
    .split('\n')
    .flatMap((line) => [tokenOf('text', '', 0, { content: line }), tokenOf('hardbreak', '', 0)]);
  return tokenOf('inline', '', 0, { children: lines });
}
