import type { Token } from 'markdown-it';

/** A token like another, with other values: the document's own tokens stay as they are. */
export function copyOf(token: Token, values: Partial<Token>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, values);
}
