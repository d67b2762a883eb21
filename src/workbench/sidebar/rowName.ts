/** The maximum length of a row's name for a screen reader, and of what follows the title in it; in UTF-16 units. */
const LENGTH = 200;
const REST = 120;

/**
 * Returns what a screen reader says of a row: title, state, place, `Harbour report, unread, 5 items`. What comes last
 * is cut first; the title gets the remaining room.
 */
export function rowName(title: string, ...said: readonly (string | false | undefined)[]): string {
  const rest = shorten(said.filter(Boolean).join(', '), REST);
  return rest === '' ? shorten(title, LENGTH) : `${shorten(title, LENGTH - rest.length - 2)}, ${rest}`;
}

/** Returns the text, or its beginning and an ellipsis. `length`: the maximum length, in UTF-16 units. */
export function shorten(text: string, length: number): string {
  // Removes the first half of a surrogate pair that was cut apart.
  return text.length > length ? `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

/** Returns the text, or an ellipsis and its end, like {@link shorten}. */
export function endOf(text: string, length: number): string {
  return text.length > length ? `…${text.slice(1 - length).replace(/^[\udc00-\udfff]/, '')}` : text;
}
