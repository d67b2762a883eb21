import type { TimeLeft } from '../briefing/text/readingTime.ts';
import type { PageContent, PageStrings } from './content.ts';
import type { Place, ReaderStyle, ReaderView, ReadingStatus } from './messages.ts';

/** What the script needs to know of a page beside its words. */
export interface PageData {
  readonly uri: string;
  readonly view: ReaderView;
  readonly id: string | undefined;
  readonly place: Place | undefined;
  readonly stays: boolean;
  readonly isPart: boolean | undefined;
  readonly preview: boolean | undefined;
  readonly words: readonly string[] | undefined;
  readonly render: number;
  /** How long is left to read at each item, in seconds; '': of the whole. */
  readonly times: Readonly<Record<string, TimeLeft>>;
  readonly style: ReaderStyle;
  readonly status: ReadingStatus;
  readonly strings: ScriptStrings;
}

/** The words that the script puts in the page itself. */
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
  // Where one item is shown, its card says how long is left.
  const times = content.isPart && content.view === 'item' ? {} : content.times;
  const { uri, view, id, place, stays, isPart, preview, words, render, style, status, strings } = content;
  const { left, countRead, read, unread, starred, citing, citingOne, showImage, end, finished, notRead } =
    strings;
  return {
    uri,
    view,
    id,
    place,
    stays,
    isPart,
    preview,
    words,
    render,
    times,
    style,
    status,
    strings: { left, countRead, read, unread, starred, citing, citingOne, showImage, end, finished, notRead },
  };
}
