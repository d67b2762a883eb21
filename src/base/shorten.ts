/** A text's first `length` UTF-16 units, or one less: half of a character that takes two, as an emoji does, would be none. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/** The text, or its beginning and an ellipsis. `length`: how long that is at most, in UTF-16 units. */
export function shorten(text: string, length: number): string {
  return text.length > length ? `${cut(text, length - 1).trimEnd()}…` : text;
}

/** The text, or an ellipsis and its end: as {@link shorten}. */
export function endOf(text: string, length: number): string {
  return text.length > length ? `…${text.slice(1 - length).replace(/^[\udc00-\udfff]/, '')}` : text;
}
