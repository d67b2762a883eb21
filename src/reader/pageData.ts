import type { TimeLeft } from '../briefing/text/readingTime.ts';
import type { PageContent, PageStrings } from './content.ts';
import type { ReadingPosition, ReaderStyle, ReaderView, PageStatus } from './messages.ts';

/** The data that the script needs besides the page's HTML. */
export interface PageData {
  readonly uri: string;
  readonly view: ReaderView;
  readonly id: string | undefined;
  readonly place: ReadingPosition | undefined;
  readonly stays: boolean;
  readonly isPartial: boolean | undefined;
  readonly preview: boolean | undefined;
  readonly words: readonly string[] | undefined;
  readonly render: number;
  /** The reading time left at each item, by its id, in seconds; '' is the whole briefing. */
  readonly times: Readonly<Record<string, TimeLeft>>;
  readonly style: ReaderStyle;
  readonly status: PageStatus;
  readonly strings: ScriptStrings;
}

/** The strings that the script itself puts into the page. */
type ScriptStrings = Pick<
  PageStrings,
  | 'left'
  | 'countRead'
  | 'read'
  | 'unread'
  | 'starred'
  | 'citing'
  | 'citingOne'
  | 'showImage'
  | 'end'
  | 'finished'
  | 'notRead'
>;

export function pageData(content: PageContent): PageData {
  // In the item view, the card says how much time is left.
  const times = content.isPartial && content.view === 'item' ? {} : content.times;
  const { uri, view, id, place, stays, isPartial, preview, words, render, style, status, strings } = content;
  const { left, countRead, read, unread, starred, citing, citingOne, showImage, end, finished, notRead } =
    strings;
  return {
    uri,
    view,
    id,
    place,
    stays,
    isPartial,
    preview,
    words,
    render,
    times,
    style,
    status,
    strings: { left, countRead, read, unread, starred, citing, citingOne, showImage, end, finished, notRead },
  };
}
