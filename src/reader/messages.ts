/** The one protocol between the extension and the page. */

/** One takeaway as a page of its own, or the whole briefing as an article. */
export type ReaderView = 'takeaway' | 'whole';

/** What the page is told. Moving inside a briefing is one `show`: no new render. */
export type ToPage =
  | {
      readonly type: 'show';
      readonly id: string | undefined;
      readonly view: ReaderView;
      /** How far into the item, where that is not its beginning. */
      readonly offset?: number;
    }
  /** A sentence for the person, shown for a moment and read out. */
  | { readonly type: 'say'; readonly text: string }
  | { readonly type: 'font'; readonly font: ReaderFont };

/** What the page tells: what a person did, never a request. */
export type FromPage =
  | { readonly type: 'chose'; readonly id: string; readonly view: ReaderView }
  | { readonly type: 'viewed'; readonly view: ReaderView }
  | { readonly type: 'followed'; readonly url: string }
  | Sight;

/** What the page has seen of reading. `id`: '' for the whole briefing. */
export type Sight =
  /** It was in view for a moment; `end`: so was its end. */
  | { readonly type: 'saw'; readonly id: string; readonly end: boolean }
  /** Reading stands here now: an item, and how far into it (0 to 1). */
  | { readonly type: 'stopped'; readonly id: string; readonly offset: number };

/** The Markdown preview's own settings. */
export interface ReaderFont {
  readonly family: string;
  /** In px. */
  readonly size: number;
  /** A multiple of the size. */
  readonly lineHeight: number;
}

/** Where reading is, by what is read: an item, and how far into it (0 to 1) the top of the page stands. */
export interface Place {
  readonly id: string;
  readonly offset: number;
}

/** What survives a reload: kept by VS Code for the page, and handed to the serializer. */
export interface ReaderState {
  readonly uri: string;
  readonly view: ReaderView;
  readonly id?: string;
  readonly place?: Place;
  /** The render that the page was made by: a page of another one does not restore this one's place. */
  readonly render?: number;
}

/** Checks what came from the page, the less trusted side: anything else than a message of ours is undefined. */
export function readFromPage(data: unknown): FromPage | undefined {
  if (!isRecord(data)) return undefined;
  const { type, id, view, url, end, offset } = data;
  if (type === 'chose' && isText(id) && isView(view)) return { type, id, view };
  if (type === 'viewed' && isView(view)) return { type, view };
  if (type === 'followed' && isText(url)) return { type, url };
  if (type === 'saw' && (id === '' || isText(id)) && typeof end === 'boolean') return { type, id, end };
  if (type === 'stopped' && isText(id) && typeof offset === 'number')
    return { type, id, offset: fraction(offset) };
  return undefined;
}

/** Checks a state that was saved by this or another version. */
export function readState(data: unknown): ReaderState | undefined {
  if (!isRecord(data) || !isText(data['uri'])) return undefined;
  const { uri, view, id, place, render } = data;
  return {
    uri,
    view: isView(view) ? view : 'takeaway',
    ...(isText(id) && { id }),
    ...(isRecord(place) &&
      isText(place['id']) && { place: { id: place['id'], offset: fraction(place['offset']) } }),
    ...(typeof render === 'number' && { render }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length < 4096;
}

function isView(value: unknown): value is ReaderView {
  return value === 'takeaway' || value === 'whole';
}

function fraction(value: unknown): number {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : 0;
}
