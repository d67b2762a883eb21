import { joinFilled } from '../../base/joinFilled.ts';
import { ellipsize } from '../../base/shorten.ts';

/** The maximum length of a row's name for a screen reader, and of what follows the title in it; in UTF-16 units. */
const MAX_LENGTH = 200;
const MAX_SUFFIX_LENGTH = 120;

/**
 * Returns a row's name for a screen reader: title, state, path, `Harbour report, unread, 5 items`. Details are
 * truncated first; the title gets the remaining room.
 */
export function accessibleName(title: string, ...details: readonly (string | false | undefined)[]): string {
  const rest = ellipsize(joinFilled(details, ', '), MAX_SUFFIX_LENGTH);
  return rest === ''
    ? ellipsize(title, MAX_LENGTH)
    : `${ellipsize(title, MAX_LENGTH - rest.length - 2)}, ${rest}`;
}
