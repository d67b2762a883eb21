import { truncate } from '../base/shorten.ts';
import { tidy } from '../base/tidy.ts';
import { briefingKey, takeawayKey } from '../briefing/text/wordsKey.ts';
import type { Quotation } from './quotation.ts';

/** A link to a briefing or to an item of it, by hashes of its words: it works wherever the file is. */
export interface BriefingLink {
  /** See `briefingKey()` and `takeawayKey()`. */
  readonly briefing: string;
  readonly item?: string;
  /** The title for people, without markup: `Talks with Putin`; '' where the link has none. */
  readonly title: string;
  readonly label?: string;
}

/** Stands in place of an item's key in links to a whole briefing. */
const NONE = '-';
/** The form of keys that `Hash.toKey()` makes. */
const KEY = /^[\w-]{12}$/;
/** The longest name and the longest link that we make, in UTF-16 units. */
const MAX_LENGTH = 100;
const MAX_LINK_LENGTH = 500;

/**
 * The path of a link that this extension opens: `/read/G3yT…/x0Pq…/Ukraine-talks/Talks-with-Putin`. It contains only
 * letters, digits and hyphens, since programs that pass a link on encode and decode other characters in different ways.
 */
export function linkPath(briefing: Quotation['briefing'], item?: Quotation['item']): string {
  const parts = item
    ? [takeawayKey(item), slug(briefing.title), slug(item.label ?? item.text)]
    : [NONE, slug(briefing.title)];
  return ['/read', briefingKey(briefing), ...parts].join('/');
}

/**
 * Reads the path of such a link. `path`: decoded. Undefined where it is another path, has invalid keys, or is too long.
 */
export function readLinkPath(path: string): BriefingLink | undefined {
  const [, command, briefing = '', item = '', title = '', label, ...rest] = path.split('/');
  const isMeant = command === 'read' && rest.length === 0 && path.length <= MAX_LINK_LENGTH;
  if (!isMeant || !KEY.test(briefing) || !(item === NONE || KEY.test(item))) return undefined;
  return {
    briefing,
    ...(item !== NONE && { item }),
    title: readableName(title),
    ...(label !== undefined && { label: readableName(label) }),
  };
}

function slug(text: string): string {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return truncate(words.join('-'), MAX_LENGTH).replace(/-$/, '') || NONE;
}

/** Cleans a name from a link, which anybody may have written. */
function readableName(name: string): string {
  return truncate(tidy(name.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')), MAX_LENGTH);
}
