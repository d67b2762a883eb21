import { cut } from '../base/shorten.ts';
import { tidy } from '../base/tidy.ts';
import { briefingKey, takeawayKey } from '../briefing/text/wordsKey.ts';
import type { Quotation } from './quotation.ts';

/** A link to a briefing or an item of it, by its words: it leads there wherever the file lies. */
export interface BriefingLink {
  /** See `briefingKey()` and `takeawayKey()`. */
  readonly briefing: string;
  readonly item?: string;
  /** What it is called, for people, without marks: `Talks with Putin`. '' where the link does not say. */
  readonly title: string;
  readonly label?: string;
}

/** In place of an item's key, where the briefing is meant. */
const NONE = '-';
/** As `Hash.toKey()` makes them. */
const KEY = /^[\w-]{12}$/;
/** A name, and a whole link, in UTF-16 units: what is longer is none of ours. */
const LONGEST = 100;
const LONGEST_LINK = 500;

/**
 * The path of an extension's link: `/read/G3yT…/x0Pq…/Ukraine-talks/Talks-with-Putin`. It has only letters, digits and
 * hyphens in it: whoever passes a link on encodes and decodes all else in ways of their own.
 */
export function linkPath(briefing: Quotation['briefing'], item?: Quotation['item']): string {
  const parts = item
    ? [takeawayKey(item), nameOf(briefing.title), nameOf(item.label ?? item.text)]
    : [NONE, nameOf(briefing.title)];
  return ['/read', briefingKey(briefing), ...parts].join('/');
}

/** Undefined for what is no such path: keys that are none, more than anybody's link has. `path`: decoded. */
export function readLinkPath(path: string): BriefingLink | undefined {
  const [, command, briefing = '', item = '', title = '', label, ...rest] = path.split('/');
  const isMeant = command === 'read' && rest.length === 0 && path.length <= LONGEST_LINK;
  if (!isMeant || !KEY.test(briefing) || !(item === NONE || KEY.test(item))) return undefined;
  return {
    briefing,
    ...(item !== NONE && { item }),
    title: readableName(title),
    ...(label !== undefined && { label: readableName(label) }),
  };
}

function nameOf(text: string): string {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return cut(words.join('-'), LONGEST).replace(/-$/, '') || NONE;
}

/** Whoever wrote the link may have put anything there. */
function readableName(name: string): string {
  return cut(tidy(name.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')), LONGEST);
}
