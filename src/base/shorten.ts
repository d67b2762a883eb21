/** Returns the first `length` UTF-16 units of a text, or one less: it never cuts a surrogate pair, such as an emoji, apart. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/** Returns the text, or its beginning and an ellipsis. `length`: the maximum length, in UTF-16 units. */
export function shorten(text: string, length: number): string {
  return text.length > length ? `${cut(text, length - 1).trimEnd()}…` : text;
}

/** Returns the text, or an ellipsis and its end, like {@link shorten}. */
export function endOf(text: string, length: number): string {
  return text.length > length ? `…${text.slice(1 - length).replace(/^[\udc00-\udfff]/, '')}` : text;
}
