/** How long a row's name for a screen reader is at most, and what follows its title in it; in UTF-16 units. */
const LENGTH = 200;
const REST = 120;

/**
 * What a screen reader says of a row: its title, its state, its place, `Harbour report, unread, 5 items`. What
 * comes last gives way first; the rest of the room is the title's.
 */
export function rowName(title: string, ...said: readonly (string | false | undefined)[]): string {
  const rest = shorten(said.filter(Boolean).join(', '), REST);
  return rest === '' ? shorten(title, LENGTH) : `${shorten(title, LENGTH - rest.length - 2)}, ${rest}`;
}

/** The text, or its beginning and an ellipsis. `length`: how long that is at most, in UTF-16 units. */
export function shorten(text: string, length: number): string {
  // Half of a character that takes two units would be none.
  return text.length > length ? `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

/** The text, or an ellipsis and its end: as {@link shorten}. */
export function endOf(text: string, length: number): string {
  return text.length > length ? `…${text.slice(1 - length).replace(/^[\udc00-\udfff]/, '')}` : text;
}
