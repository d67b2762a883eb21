/** Returns the first `length` UTF-16 units of a text, or one less, so that no surrogate pair (an emoji) is split. */
export function truncate(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/** Returns the text, or its beginning and an ellipsis. `length`: the maximum length, in UTF-16 units. */
export function ellipsize(text: string, length: number): string {
  return text.length > length ? `${truncate(text, length - 1).trimEnd()}…` : text;
}

/** Like {@link ellipsize}, but cuts after a word, if one ends near the limit. */
export function ellipsizeAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = truncate(text, length - 1);
  const atSpace = start.replace(/\s\S{0,40}$/, '');
  return `${atSpace || start}…`;
}

/** Returns the text, or an ellipsis and its end, like {@link ellipsize}. */
export function ellipsizeStart(text: string, length: number): string {
  return text.length > length ? `…${text.slice(1 - length).replace(/^[\udc00-\udfff]/, '')}` : text;
}
