import { truncate } from '../base/shorten.ts';
import { tidy } from '../base/tidy.ts';
import { briefingKey, takeawayKey } from '../briefing/text/wordsKey.ts';
import type { Quotation } from './quotation.ts';

/** A link to a briefing or one of its items, by hashes of the words: it works wherever the file is. */
export interface BriefingLink {
  /** See `briefingKey()` and `takeawayKey()`. */
  readonly briefing: string;
  readonly item?: string;
  /** The title to show, without markup: `Talks with Putin`; '' if the link has none. */
  readonly title: string;
  readonly label?: string;
}

/** Replaces an item's key in links to a whole briefing. */
const NO_ITEM = '-';
/** The form of keys returned by `Hash.toKey()`. */
const KEY = /^[\w-]{12}$/;
/** Maximum length of a name and of a link, in UTF-16 units. */
const MAX_LENGTH = 100;
const MAX_LINK_LENGTH = 500;

/**
 * The path of a link that this extension opens: `/read/G3yT…/x0Pq…/Ukraine-talks/Talks-with-Putin`. It contains only
 * letters, digits and hyphens: programs that pass a link on encode and decode other characters in different ways.
 */
export function linkPath(briefing: Quotation['briefing'], item?: Quotation['item']): string {
  const parts = item
    ? [takeawayKey(item), slug(briefing.title), slug(item.label ?? item.text)]
    : [NO_ITEM, slug(briefing.title)];
  return ['/read', briefingKey(briefing), ...parts].join('/');
}

/**
 * Reads the path of such a link. `path`: decoded. Undefined if it is another path, has invalid keys, or is too long.
 */
export function readLinkPath(path: string): BriefingLink | undefined {
  const [, command, briefing = '', item = '', title = '', label, ...rest] = path.split('/');
  const isLink = command === 'read' && rest.length === 0 && path.length <= MAX_LINK_LENGTH;
  if (!isLink || !KEY.test(briefing) || !(item === NO_ITEM || KEY.test(item))) return undefined;
  return {
    briefing,
    ...(item !== NO_ITEM && { item }),
    title: tidyName(title),
    ...(label !== undefined && { label: tidyName(label) }),
  };
}

function slug(text: string): string {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return truncate(words.join('-'), MAX_LENGTH).replace(/-$/, '') || NO_ITEM;
}

/** Cleans a name from a link, which anybody may have written. */
function tidyName(name: string): string {
  return truncate(tidy(name.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')), MAX_LENGTH);
}
