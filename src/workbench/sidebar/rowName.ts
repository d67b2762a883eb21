import { shorten } from '../../base/shorten.ts';

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
