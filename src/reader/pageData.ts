import type { TimeLeft } from '../briefing/text/readingTime.ts';
import type { PageContent, PageStrings } from './content.ts';

/** The strings that the script itself puts into the page. */
const SCRIPT_STRINGS = [
  'left',
  'countRead',
  'read',
  'unread',
  'starred',
  'citing',
  'citingOne',
  'showImage',
  'end',
  'goOn',
  'finished',
  'notRead',
] as const satisfies (keyof PageStrings)[];

const COPIED = [
  'uri',
  'view',
  'id',
  'place',
  'stays',
  'isPartial',
  'preview',
  'words',
  'render',
  'style',
  'status',
] as const satisfies (keyof PageContent)[];

/** The data that the script needs besides the page's HTML. */
export interface PageData extends Pick<PageContent, (typeof COPIED)[number]> {
  /** The reading time left at each item, by its id, in seconds; '' is the whole briefing. */
  readonly times: Readonly<Record<string, TimeLeft>>;
  readonly strings: Pick<PageStrings, (typeof SCRIPT_STRINGS)[number]>;
}

export function pageData(content: PageContent): PageData {
  return {
    ...pick(content, COPIED),
    // In the item view, the card says how much time is left.
    times: content.isPartial && content.view === 'item' ? {} : content.times,
    strings: pick(content.strings, SCRIPT_STRINGS),
  };
}

function pick<T, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;
}
