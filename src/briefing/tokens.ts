import type { Token } from 'markdown-it';

/** A token like another, with other values: the document's own tokens stay as they are. */
export function copyOf(token: Token, values: Partial<Token>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, values);
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

/** Where the token closes that opens first: `**__a__ b**` closes at its end. */
export function closeOf(tokens: readonly Token[]): number {
  let depth = 0;
  return tokens.findIndex(({ nesting }) => (depth += nesting) === 0);
}
