import { shorten } from '../../base/shorten.ts';

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
