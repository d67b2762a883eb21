import createMarkdownIt, { type Token } from 'markdown-it';

/** A token like another, with other values: the document's own tokens stay as they are. */
export function copyOf(token: Token, values: Partial<Token>): Token {
  const { type, tag, nesting } = token;
  return Object.assign(new createMarkdownIt.Token(type, tag, nesting), token, values);
}

/** The lines of a paragraph, each as its tokens. */
export function linesOf(inline: Token): Token[][] {
  const lines: Token[][] = [[]];
  for (const token of inline.children ?? []) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') lines.push([]);
    else lines.at(-1)?.push(token);
  }
  return lines;
}

/** Where the token closes that opens at a place: `**__a__ b**` closes at its end. */
export function closeOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return at;
  }
  return tokens.length;
}
